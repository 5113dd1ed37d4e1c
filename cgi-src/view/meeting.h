/* Meeting: its page and the lists of meetings, templates/pages/meeting.tpl and meetings.tpl. */
#ifndef VIEW_MEETING_H
#define VIEW_MEETING_H

#include "model/directory.h"
#include "model/meeting.h"
#include "view/view.h"

/* The facts, agenda, conclusions and documents of one meeting. */
void view_meeting(const struct view *view, const struct document *document, const struct meeting *meeting,
                  const struct directory *directory, struct dictionary *page);

/* Who presides over the forum that DOCUMENT is, its next meetings and the last ones: templates/shared/activity.tpl. */ void
view_forum_activity(const struct view *view, const struct document *document, const struct forum_activity *activity,
                    const struct directory *directory, struct dictionary *page);

/* What the visitor chose in the form above the list; NULL and 0 for all. */
struct meeting_choice {
    const char *forum, *type; /* key of a document, name of a type */
    long year;
};

/* The form, the list and the link to the next page of it. OLDER says whether there are more. */
void view_meetings(const struct view *view, const struct meeting_choice *choice, const struct meeting_years *years,
                   const struct meeting_list *coming, const struct meeting_list *past, bool older,
                   const struct directory *directory, struct dictionary *page);

#endif
