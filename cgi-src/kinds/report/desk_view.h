/* SPDX-License-Identifier: EUPL-1.2 */
/* Reports of visitors at the desk, templates/kinds/report/desk_list.tpl and desk.tpl. */
#ifndef KINDS_REPORT_DESK_VIEW_H
#define KINDS_REPORT_DESK_VIEW_H

#include "frame/view.h"
#include "http/form.h"
#include "kinds/register/model.h"
#include "kinds/report/desk_model.h"

/* A page of the list. OUTCOME is REPORT_OUTCOMES for all. */
struct report_list_page {
    const struct report_list *list;
    const struct report_counts *length;
    enum report_outcome outcome;
    long number; /* of the page, from 1 */
    bool more;   /* there are more pages */
};
void view_report_list(const struct view *view, const struct report_list_page *shown,
                      struct dictionary *page);

/* A report, with the forms to decide on it while nobody has. INPUT is a form with faults, or an
 * empty one. */
struct report_desk_page {
    const struct report *report;
    const struct areas *areas;
    const struct report_obstacles *obstacles;
    const struct input *input;
    const char *done; /* the action that has just been done; NULL for none */
    bool too_late;    /* somebody else was first */
    const char *form_token;
};
void view_report_desk(const struct view *view, const struct report_desk_page *shown,
                      struct dictionary *page);

/* The reason of the first step of an obstacle that began as a report, in LANGUAGE. */
const char *view_reported(struct view its, enum language language);

/* How many reports wait, on the first page of the desk. */
void view_report_counts(const struct view *view, const struct report_counts *length,
                        struct dictionary *page);

#endif
