/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar: terms of presidencies as events of a calendar. */
#ifndef KINDS_PRESIDENCY_CALENDAR_H
#define KINDS_PRESIDENCY_CALENDAR_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/presidency/model.h"
#include "text/calendar.h"

/* Appends a calendar called NAME, whose address is PATH, with each term as whole days. Of a term
 * without an end it has the first day. */
void view_presidencies_calendar(const struct view *view, const char *name, const char *path,
                                const struct presidency_list *list, const struct menu *menu,
                                struct buffer *output);

#endif
