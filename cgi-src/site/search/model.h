/* SPDX-License-Identifier: EUPL-1.2 */
/* Search: finds texts for visitors, by visitor.search; see migrations/logic/search/. */
#ifndef SITE_SEARCH_MODEL_H
#define SITE_SEARCH_MODEL_H

#include "frame/document.h"

/* U+E000 and U+E001, of the private use area, enclose the found words of an excerpt. */
#define SEARCH_MARK "\xee\x80\x80"
#define SEARCH_UNMARK "\xee\x80\x81"

enum finding_place {
    FOUND_HERE,      /* has all words */
    FOUND_NEAREST,   /* has most of them */
    FOUND_ELSEWHERE, /* has all of them in another language than the visitor's */
    FOUND_PLACES,
};

enum { SEARCH_UNKNOWN_MAX = 4 };

struct finding {
    enum finding_place place;
    enum document_kind kind;
    enum language language; /* of the texts */
    const char *slug; /* of the document in that language, or in the visitor's if it is shown to
                         visitors of it */
    const char *part; /* anchor on the page of the document: "" for the whole page */
    const char *title, *short_title;
    const char *excerpt; /* with SEARCH_MARK and SEARCH_UNMARK in it */
};

struct findings {
    struct finding *items;
    size_t count;
    long total; /* how many have all words in the visitor's language; SEARCH_MANY + 1 when there are
                   more */
    const char *instead; /* a similar search that finds something, when this one does not; NULL
                            without one */
    const char *unknown[SEARCH_UNKNOWN_MAX]; /* words that no text of the language has */
    size_t unknown_count;
};

enum { SEARCH_MANY = 200 };

/* Searches for INPUT, which may be anything: MAX results in the visitor's language after the first
 * SKIP. If these are few, results with most of the words follow, and then those that only other
 * languages have. */
void search_ask(struct batch *batch, enum language language, const char *input, int skip, int max,
                struct findings *findings);

/* Counts the unknown words, for editors; BATCH is one of BATCH_SENDING. */
void search_count_unknown(struct batch *batch, enum language language,
                          const struct findings *findings);

#endif
