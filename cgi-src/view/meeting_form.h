/* Meeting form: the page on which a meeting is recorded, templates/desk/meeting.tpl. */
#ifndef VIEW_MEETING_FORM_H
#define VIEW_MEETING_FORM_H

#include "http/form.h"
#include "model/meeting_form.h"
#include "view/view.h"

/* What the page shows, and how it came to it. */
struct meeting_page {
    const struct input *input;
    const struct input *theirs; /* in a conflict, what somebody else has saved meanwhile; NULL without one */
    bool judged;                /* faults are shown */
    const char *changed;        /* the button by which rows were changed just now, as in input_change_rows; NULL for none */
    const char *earlier;        /* the number of the earlier save that is shown; NULL for the last one */
    const char *done;           /* "save", "publish": what has just been done; NULL for nothing */
    const char *key;            /* of the meeting; NULL for a new one */
    const char *path, *form_token;
    const struct meeting_choices *choices;
    const struct meeting_saves *saves;
};

void view_meeting_form(const struct view *view, const struct meeting_page *shown, struct dictionary *page);

#endif
