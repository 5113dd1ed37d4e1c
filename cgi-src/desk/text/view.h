/* SPDX-License-Identifier: EUPL-1.2 */
/* Edition: the page on which a text is edited, templates/desk/text/page.tpl. */
#ifndef DESK_TEXT_VIEW_H
#define DESK_TEXT_VIEW_H

#include "desk/text/model.h"
#include "frame/view.h"
#include "http/form.h"

/* What the page shows, and how it came to it. */
struct edition_page {
    const struct edition *edition;
    const struct saves *saves;
    enum language language;
    const struct input *typed; /* what comes back with a fault or a conflict; NULL: what is saved */
    const struct edition_fields *began; /* in a conflict, what the author had begun with */
    const struct edition_fields
        *theirs;      /* and what somebody else has saved meanwhile; NULL without one */
    const char *base; /* the edition that a save of this page builds on; NULL: the newest */
    const char *done; /* "save", "publish", "aligned", "restore", "withdraw": what has just been
                         done; NULL for nothing */
    const char *form_token;
    const char *account; /* who looks */
};

void view_edition(const struct view *view, const struct edition_page *shown,
                  struct dictionary *page);

/* A field's name for people, the sections of templates/desk/text/_field.tpl. */
void view_field_label(const char *field, struct dictionary *item);

/* What changed, as a section of PARENT in the way of templates/desk/text/_diff.tpl. */
void view_diff(const struct view *view, const char *before, const char *after,
               struct dictionary *parent, const char *section);

/* A row of the history, templates/desk/text/_save.tpl. */
void view_save(const struct save *save, struct dictionary *row);

#endif
