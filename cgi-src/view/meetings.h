/* Meetings: the lists of meetings, templates/pages/meetings.tpl and templates/shared/activity.tpl, and the same as a table. */
#ifndef VIEW_MEETINGS_H
#define VIEW_MEETINGS_H

#include "model/directory.h"
#include "model/meeting.h"
#include "text/table.h"
#include "view/view.h"

/* Who presides over the forum that DOCUMENT is, its next meetings and the last ones: templates/shared/activity.tpl. */
void view_forum_activity(const struct view *view, const struct document *document, const struct forum_activity *activity,
                         const struct directory *directory, struct dictionary *page);

/* What the visitor chose in the form above the list; NULL and 0 for all. */
struct meeting_choice {
    const char *forum, *type; /* key of a document, name of a type */
    long year;
};

/* The query of the list for CHOICE, from behind the meeting LAST on, or from the start without one. */
const char *view_meetings_query(const struct view *view, const struct meeting_choice *choice, const struct meeting_entry *last);

/* The form, the list and the link to the next page of it. OLDER says whether there are more. */
void view_meetings(const struct view *view, const struct meeting_choice *choice, const struct meeting_years *years,
                   const struct meeting_list *coming, const struct meeting_list *past, bool older,
                   const struct directory *directory, struct dictionary *page);

struct table view_meetings_table(const struct view *view, const struct meeting_list *list);

#endif
