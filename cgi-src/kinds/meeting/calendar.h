/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar: meetings as events of a calendar. */
#ifndef KINDS_MEETING_CALENDAR_H
#define KINDS_MEETING_CALENDAR_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/meeting/model.h"
#include "text/calendar.h"

/* Appends a calendar called NAME, whose address is PATH, with the meetings whose day is known. A
 * meeting of which only the month is known cannot be put into a calendar. */
void view_calendar(const struct view *view, const char *name, const char *path,
                   const struct meeting_list *meetings, const struct menu *menu,
                   struct buffer *output);

#endif
