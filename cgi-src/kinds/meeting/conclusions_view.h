/* SPDX-License-Identifier: EUPL-1.2 */
/* Conclusions: the register of what all forums have agreed,
 * templates/kinds/meeting/conclusions_page.tpl, and the same as a table. */
#ifndef KINDS_MEETING_CONCLUSIONS_VIEW_H
#define KINDS_MEETING_CONCLUSIONS_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/meeting/conclusions_model.h"
#include "text/table.h"

/* The query of the register for FILTER. It begins after the conclusion LAST, or at the start when
 * that is NULL. */
const char *view_conclusions_query(const struct view *view, const struct conclusion_filter *filter,
                                   const struct conclusion_entry *last);

/* The form, the conclusions by meeting and the link to the next page. OLDER says whether there are
 * more. */
void view_conclusions(const struct view *view, const struct conclusion_filter *filter,
                      const struct conclusion_list *list, long number, bool older,
                      const struct menu *menu, struct dictionary *page);

/* The conclusions that changed last, as a feed; SELF is its path. */
void view_conclusions_feed(const struct view *view, const struct conclusion_filter *filter,
                           const struct conclusion_list *list, const struct menu *menu,
                           const char *self, struct dictionary *feed);

extern const struct columns conclusion_columns;
struct table view_conclusions_table(const struct view *view, const struct conclusion_list *list);

#endif
