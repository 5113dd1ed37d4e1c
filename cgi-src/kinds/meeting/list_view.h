/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings: the lists of meetings, templates/kinds/meeting/list_page.tpl and _activity.tpl, and the
 * same as a table. */
#ifndef KINDS_MEETING_LIST_VIEW_H
#define KINDS_MEETING_LIST_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/meeting/model.h"
#include "text/table.h"

/* Who presides over the forum that DOCUMENT is, its next meetings and the last ones:
 * templates/kinds/meeting/_activity.tpl. */
void view_forum_activity(const struct view *view, const struct document *document,
                         const struct forum_activity *activity, struct dictionary *page);

/* What the visitor chose in the form above the list; NULL and 0 for all. */
struct meeting_choice {
    const char *forum, *type; /* key of a document, name of a type */
    long year;
    const char *limit; /* as a program asked for it */
};

/* The query of the list for CHOICE. It begins after the meeting LAST, or at the start when that is
 * NULL. */
const char *view_meetings_query(const struct view *view, const struct meeting_choice *choice,
                                const struct meeting_entry *last);

/* TITLE, after the status if the meeting does not take place as planned: that is the news about
 * it. */
const char *view_meeting_title(const struct view *view, enum meeting_status status,
                               const char *title);

/* The form, the list and the link to its next page. OLDER says whether there are more. */
void view_meetings(const struct view *view, const struct meeting_choice *choice,
                   const struct meeting_figures *figures, const struct meeting_list *coming,
                   const struct meeting_list *past, bool older, const struct menu *menu,
                   struct dictionary *page);

/* The meetings that changed last, as a feed; SELF is its path. */
void view_meetings_feed(const struct view *view, const struct meeting_choice *choice,
                        const struct meeting_list *list, const struct menu *menu, const char *self,
                        struct dictionary *feed);

extern const struct columns meeting_columns;
struct table view_meetings_table(const struct view *view, const struct meeting_list *list);

#endif
