/* Edition: the page on which a text is edited, templates/desk/text.tpl. */
#ifndef VIEW_EDITION_H
#define VIEW_EDITION_H

#include "http/form.h"
#include "model/edition.h"
#include "view/view.h"

/* What the page shows, and how it came to it. */
struct edition_page {
    const struct edition *edition;
    const struct saves *saves;
    enum language language;
    const struct input *typed;           /* what comes back with a fault or a conflict; NULL: what is saved */
    const struct edition_fields *theirs; /* in a conflict, what somebody else has saved meanwhile; NULL without one */
    const char *done;                    /* "save", "publish", "withdraw": what has just been done; NULL for nothing */
    const char *form_token;
};

void view_edition(const struct view *view, const struct edition_page *shown, struct dictionary *page);

#endif
