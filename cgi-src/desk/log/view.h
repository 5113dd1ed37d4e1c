/* SPDX-License-Identifier: EUPL-1.2 */
/* Desk audit: the log of what was done, templates/desk/log/page.tpl. */
#ifndef DESK_LOG_VIEW_H
#define DESK_LOG_VIEW_H

#include "base/choice.h"
#include "desk/log/model.h"
#include "frame/view.h"

/* The actions at the desk. Saving a record is not among them: it is "save-" and the kind of
 * document. */
extern const struct choice audit_actions[];

/* What the page shows. */
struct audit_page {
    const struct audit_filter *filter;
    const struct audit *audit;
    const struct audit_names *accounts, *actions; /* to choose from */
    bool newer, older;                            /* there are more than AUDIT has */
};

void view_desk_audit(const struct view *view, const struct audit_page *shown,
                     struct dictionary *page);

#endif
