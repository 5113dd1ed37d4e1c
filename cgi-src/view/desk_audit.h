/* Desk audit: the log of what was done, templates/desk/audit.tpl. */
#ifndef VIEW_DESK_AUDIT_H
#define VIEW_DESK_AUDIT_H

#include "model/desk.h"
#include "view/view.h"

/* What the page shows. */
struct audit_page {
    const struct audit_filter *filter;
    const struct audit *audit;
    const struct audit_names *accounts, *actions; /* to choose from */
    bool newer, older;                            /* there are more than AUDIT has */
};

void view_desk_audit(const struct view *view, const struct audit_page *shown, struct dictionary *page);

#endif
