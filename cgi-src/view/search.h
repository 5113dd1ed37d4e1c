/* Search: what was found, templates/pages/search.tpl, and the same as a table. */
#ifndef VIEW_SEARCH_H
#define VIEW_SEARCH_H

#include "model/search.h"
#include "text/table.h"
#include "view/view.h"

/* A search as the visitor put it, and the part of its results that is shown. */
struct search_choice {
    const char *input; /* NULL: nothing was sought yet */
    long page;         /* from 1 */
    bool too_long;     /* was not searched for */
    long longest;      /* characters */
};

/* The query of page NUMBER of the search; the first has no number. */
const char *view_search_query(const struct view *view, const char *input, long number);

/* PAGES is how many there are. */
void view_search(const struct view *view, const struct search_choice *choice, const struct findings *findings, long pages,
                 struct dictionary *page);

struct table view_search_table(const struct view *view, const struct findings *findings);

#endif
