/* SPDX-License-Identifier: EUPL-1.2 */
/* Meeting: the page of one meeting, templates/kinds/meeting/page.tpl. */
#ifndef KINDS_MEETING_VIEW_H
#define KINDS_MEETING_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/meeting/model.h"

/* The facts, agenda, conclusions and documents of one meeting. */
void view_meeting(const struct view *view, const struct document *document,
                  const struct meeting *meeting, const struct menu *menu, struct dictionary *page);

/* The links to its forum's meetings before and after it, and to the list of all of them. */
void view_meeting_neighbours(const struct view *view, const struct meeting *meeting,
                             const struct meeting_neighbours *neighbours, struct dictionary *page);

#endif
