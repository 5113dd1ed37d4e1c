/* SPDX-License-Identifier: EUPL-1.2 */
/* Register item: the page of an obstacle or of a good practice,
 * templates/kinds/register/page_obstacle.tpl and page_practice.tpl. */
#ifndef KINDS_REGISTER_VIEW_H
#define KINDS_REGISTER_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/register/model.h"

void view_register_item(const struct view *view, enum document_kind kind,
                        const struct document *document, const struct register_item *item,
                        const struct areas *areas, const struct menu *menu,
                        struct dictionary *page);

/* The obstacles and practices that belong to DOCUMENT, in sections OBSTACLES_HERE and
 * PRACTICES_HERE: templates/record/_named_by.tpl. */
void view_named_by(const struct view *view, const struct document *document,
                   struct dictionary *page);

#endif
