/* Search: what visitors look for in all texts; the work is done by visitor.search, see migrations/0004_follow.sql. */
#ifndef MODEL_SEARCH_H
#define MODEL_SEARCH_H

#include "model/document.h"

/* U+E000 and U+E001, of the private use area, stand around what was found in an excerpt. */
#define SEARCH_MARK "\xee\x80\x80"
#define SEARCH_UNMARK "\xee\x80\x81"

struct finding {
    bool elsewhere; /* in another language than the visitor's */
    enum document_kind kind;
    enum language language; /* of the texts */
    const char *slug;       /* in that language, or where the document is shown to a visitor of it */
    const char *part;       /* anchor on the page of the document: "" for all of it */
    const char *title, *short_title;
    const char *excerpt; /* with SEARCH_MARK and SEARCH_UNMARK in it */
};

struct findings {
    struct finding *items;
    size_t count;
    long total;          /* in the visitor's language; SEARCH_MANY and one for more than that */
    const char *instead; /* a search that finds something, when this one does not; NULL without one */
};

enum { SEARCH_MANY = 200 };

/* Searches for INPUT, which may be anything; MOST results in the visitor's language after SKIP, then what other languages have
 * beyond them when that is little. */
void search_ask(struct batch *batch, enum language language, const char *input, int skip, int most, struct findings *findings);

#endif
