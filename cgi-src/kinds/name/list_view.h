/* SPDX-License-Identifier: EUPL-1.2 */
/* Places: the towns that public documents name, templates/kinds/name/list_page.tpl, and as a table.
 */
#ifndef KINDS_NAME_LIST_VIEW_H
#define KINDS_NAME_LIST_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/name/list_model.h"
#include "text/table.h"

/* The sentence that says what the list is, in the visitor's language. */
const char *view_places_lead(const struct view *view);

void view_places(const struct view *view, const struct listed_places *list, const struct menu *menu,
                 struct dictionary *page);

extern const struct columns place_columns;
struct table view_places_table(const struct view *view, const struct listed_places *list);

#endif
