/* SPDX-License-Identifier: EUPL-1.2 */
/* Matrix: the overview of documents and languages, templates/desk/home/_matrix.tpl. */
#ifndef DESK_HOME_MATRIX_VIEW_H
#define DESK_HOME_MATRIX_VIEW_H

#include "desk/home/model.h"
#include "desk/log/model.h"
#include "frame/view.h"

/* A page of the overview. ACCOUNTS are those to filter by. */
struct matrix_page {
    const struct matrix_filter *filter;
    const struct matrix *matrix;
    const struct audit_names *accounts;
    const char *form_token;
    int number;
    bool more; /* there is another page after it */
};

/* The address of the overview for FILTER. */
const char *view_matrix_address(const struct view *view, const struct matrix_filter *filter);

/* The filters, the rows, and the links to the pages before and after. */
void view_matrix(const struct view *view, const struct matrix_page *shown, struct dictionary *page);

#endif
