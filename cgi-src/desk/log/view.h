/* Desk audit: the log of what was done, templates/desk/log/page.tpl. */
#ifndef DESK_LOG_VIEW_H
#define DESK_LOG_VIEW_H

#include "desk/log/model.h"
#include "frame/view.h"

/* What the page shows. */
struct audit_page {
    const struct audit_filter *filter;
    const struct audit *audit;
    const struct audit_names *accounts, *actions; /* to choose from */
    bool newer, older;                            /* there are more than AUDIT has */
};

void view_desk_audit(const struct view *view, const struct audit_page *shown, struct dictionary *page);

#endif
