/* Calendar: meetings as events of a calendar. */
#ifndef VIEW_CALENDAR_H
#define VIEW_CALENDAR_H

#include "model/directory.h"
#include "model/meeting.h"
#include "text/calendar.h"
#include "view/view.h"

/* Appends a calendar called NAME, to be had at PATH, with the meetings whose day is known; what is known to the month only is
 * nothing to put into a calendar. False when it cannot be made. */
bool view_calendar(const struct view *view, const char *name, const char *path, const struct meeting_list *meetings,
                   const struct directory *directory, struct buffer *output);

#endif
