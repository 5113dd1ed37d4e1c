/* SPDX-License-Identifier: EUPL-1.2 */
/* Report: the form in which visitors report an obstacle, ROUTE_REPORT, or a fault of this website,
 * ROUTE_FEEDBACK; templates/kinds/report/page.tpl. */
#ifndef KINDS_REPORT_VIEW_H
#define KINDS_REPORT_VIEW_H

#include "frame/frame.h"
#include "frame/menu.h"
#include "http/form.h"

/* Why a form is shown again, beside the faults of its fields. */
enum report_trouble {
    REPORT_NO_TROUBLE,
    REPORT_AGAIN_SOON,    /* it came too soon after the page */
    REPORT_PAGE_WAS_OLD,  /* it came too late */
    REPORT_ENOUGH_BY_NOW, /* there were too many */
    REPORT_FAULT_HERE,    /* the database is away */
};

/* The form as it stands. */
struct report_page {
    enum route_id route;
    const struct input *input;
    const char *stamp;
    enum report_trouble trouble;
    long wait; /* seconds, with REPORT_ENOUGH_BY_NOW */
};
void view_report(const struct view *view, const struct report_page *shown, struct dictionary *page);

/* The page that thanks a visitor for a report. */
void view_report_sent(const struct view *view, enum route_id route, const char *reference,
                      struct dictionary *page);

/* The frame of both pages; MENU is NULL when it is not at hand. Search engines may have only the
 * empty form for obstacles, where REFERENCE is NULL and COMES_BACK false. */
struct frame view_report_frame(const struct view *view, enum route_id route, const char *reference,
                               bool comes_back, const struct menu *menu);

#endif
