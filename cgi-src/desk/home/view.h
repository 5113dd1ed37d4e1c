/* SPDX-License-Identifier: EUPL-1.2 */
/* Desk home: what needs attention, and the overview of documents and languages,
 * templates/desk/home/page.tpl. */
#ifndef DESK_HOME_VIEW_H
#define DESK_HOME_VIEW_H

#include "desk/home/matrix_view.h"
#include "kinds/report/desk_model.h"
#include "record/findings.h"

/* REPORTS has the numbers of reports from visitors. */
void view_desk_home(const struct view *view, const struct findings *findings,
                    const struct report_counts *reports, const struct matrix_page *shown,
                    struct dictionary *page);

#endif
