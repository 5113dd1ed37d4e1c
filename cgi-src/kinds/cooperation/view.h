/* SPDX-License-Identifier: EUPL-1.2 */
/* Cooperation: the facts of a topic or partner, templates/kinds/cooperation/_facts.tpl. */
#ifndef KINDS_COOPERATION_VIEW_H
#define KINDS_COOPERATION_VIEW_H

#include "frame/view.h"
#include "kinds/cooperation/model.h"
#include "kinds/meeting/model.h"

void view_cooperation(const struct view *view, const struct document *document,
                      const struct cooperation *cooperation, const struct meeting_towns *towns,
                      struct dictionary *page);

/* The map of all cooperation, templates/frame/_map_of_all.tpl. */
void view_cooperation_map(const struct view *view, const struct cooperation_areas *areas,
                          struct dictionary *page);

#endif
