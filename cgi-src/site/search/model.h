/* SPDX-License-Identifier: EUPL-1.2 */
/* Search: what visitors look for in all texts; the work is done by visitor.search, see
 * migrations/logic/search/. */
#ifndef SITE_SEARCH_MODEL_H
#define SITE_SEARCH_MODEL_H

#include "frame/document.h"

/* U+E000 and U+E001, of the private use area, stand around what was found in an excerpt. */
#define SEARCH_MARK "\xee\x80\x80"
#define SEARCH_UNMARK "\xee\x80\x81"

enum finding_place {
    FOUND_HERE,      /* has all words */
    FOUND_NEAREST,   /* has most of them */
    FOUND_ELSEWHERE, /* has all in another language than the visitor's */
    FOUND_PLACES,
};

enum { SEARCH_UNKNOWN_MOST = 4 };

struct finding {
    enum finding_place place;
    enum document_kind kind;
    enum language language; /* of the texts */
    const char *slug; /* in that language, or where the document is shown to a visitor of it */
    const char *part; /* anchor on the page of the document: "" for all of it */
    const char *title, *short_title;
    const char *excerpt; /* with SEARCH_MARK and SEARCH_UNMARK in it */
};

struct findings {
    struct finding *items;
    size_t count;
    long
        total; /* has all words in the visitor's language; SEARCH_MANY and one for more than that */
    const char
        *instead; /* a search that finds something, when this one does not; NULL without one */
    const char *unknown[SEARCH_UNKNOWN_MOST]; /* words that no text of the language has */
    size_t unknown_count;
};

enum { SEARCH_MANY = 200 };

/* Searches for INPUT, which may be anything; MOST results in the visitor's language after SKIP,
 * then, when that is little, what has most of the words and what other languages have beyond them.
 */
void search_ask(struct batch *batch, enum language language, const char *input, int skip, int most,
                struct findings *findings);

/* Counts the unknown words for editors; BATCH is one of BATCH_SENDING. */
void search_count_unknown(struct batch *batch, enum language language,
                          const struct findings *findings);

#endif
