/* SPDX-License-Identifier: EUPL-1.2 */
/* Search: its results, templates/site/search/page.tpl, and the same as a table. */
#ifndef SITE_SEARCH_VIEW_H
#define SITE_SEARCH_VIEW_H

#include "frame/view.h"
#include "site/search/model.h"
#include "text/table.h"

/* A search as the visitor typed it, and which page of the results is shown. */
struct search_choice {
    const char *input; /* NULL before a search */
    long page;         /* from 1 */
    bool too_long;     /* so nothing was sought */
    long longest;      /* that an input may be, in characters */
};

/* The query of page NUMBER of the search; the first has no number. */
const char *view_search_query(const struct view *view, const char *input, long number);

/* How many findings have all words, at most SEARCH_MANY. */
long view_search_total(const struct findings *findings);

/* PAGES is the number of pages. */
void view_search(const struct view *view, const struct search_choice *choice,
                 const struct findings *findings, long pages, struct dictionary *page);

extern const struct columns search_columns;
struct table view_search_table(const struct view *view, const struct findings *findings);

#endif
