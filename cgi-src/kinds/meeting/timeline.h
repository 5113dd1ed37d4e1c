/* Timeline: when a forum has met, as a line of years with a mark for each meeting,
 * templates/kinds/meeting/_timeline.tpl.
 */
#ifndef KINDS_MEETING_TIMELINE_H
#define KINDS_MEETING_TIMELINE_H

#include "frame/view.h"
#include "kinds/meeting/model.h"

/* Shows DAYS in section TIMELINE of PAGE; nothing where there are too few for a line. */
void view_timeline(const struct view *view, const struct meeting_days *days,
                   struct dictionary *page);

#endif
