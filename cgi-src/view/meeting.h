/* Meeting: the page of one meeting, templates/pages/meeting.tpl. */
#ifndef VIEW_MEETING_H
#define VIEW_MEETING_H

#include "model/directory.h"
#include "model/meeting.h"
#include "view/view.h"

/* The facts, agenda, conclusions and documents of one meeting. */
void view_meeting(const struct view *view, const struct document *document, const struct meeting *meeting,
                  const struct directory *directory, struct dictionary *page);

/* Where a document of a meeting is: an address elsewhere, or a path of this site. */
const char *view_link_path(const struct view *view, const struct link *link);

#endif
