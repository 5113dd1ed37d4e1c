/* SPDX-License-Identifier: EUPL-1.2 */
/* Search: what was found, templates/site/search/page.tpl, and the same as a table. */
#ifndef SITE_SEARCH_VIEW_H
#define SITE_SEARCH_VIEW_H

#include "frame/view.h"
#include "site/search/model.h"
#include "text/table.h"

/* A search as the visitor put it, and the part of its results that is shown. */
struct search_choice {
    const char *input; /* NULL: nothing was sought yet */
    long page;         /* from 1 */
    bool too_long;     /* was not searched for */
    long longest;      /* characters */
};

/* The query of page NUMBER of the search; the first has no number. */
const char *view_search_query(const struct view *view, const char *input, long number);

/* How many have all words, SEARCH_MANY at most. */
long view_search_total(const struct findings *findings);

/* PAGES is how many there are. */
void view_search(const struct view *view, const struct search_choice *choice,
                 const struct findings *findings, long pages, struct dictionary *page);

extern const struct columns search_columns;
struct table view_search_table(const struct view *view, const struct findings *findings);

#endif
