/* SPDX-License-Identifier: EUPL-1.2 */
/* Presidencies: who presides over which forum, now and in its other terms,
 * templates/kinds/presidency/page.tpl and forum_page.tpl, and as a table.
 */
#ifndef KINDS_PRESIDENCY_VIEW_H
#define KINDS_PRESIDENCY_VIEW_H

#include "frame/menu.h"
#include "frame/timeline.h"
#include "frame/view.h"
#include "kinds/presidency/model.h"
#include "record/names.h"
#include "text/table.h"

/* The forums in the order of the menu, without those that have no terms. */
void view_presidencies(const struct view *view, const struct presidency_list *list,
                       const struct menu *menu, struct dictionary *page);

/* FORUM with all its terms; false when it has none. */
bool view_presidency(const struct view *view, const struct presidency_list *list,
                     const struct entry *forum, struct dictionary *page);

/* The terms of LIST, in its order, for a timeline; if TITLED, each says who presides and when. */
const struct timeline_term *view_presidency_bands(const struct view *view,
                                                  const struct presidency_list *list, bool titled);

/* AREAS has the names of the parties that preside. */
extern const struct columns presidency_columns;
struct table view_presidencies_table(const struct view *view, const struct presidency_list *list,
                                     const struct areas *areas);

#endif
