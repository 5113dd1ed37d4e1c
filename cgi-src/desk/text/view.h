/* SPDX-License-Identifier: EUPL-1.2 */
/* Edition: the page on which a text is edited, templates/desk/text/page.tpl. */
#ifndef DESK_TEXT_VIEW_H
#define DESK_TEXT_VIEW_H

#include "desk/text/model.h"
#include "frame/view.h"
#include "http/form.h"

/* What the page shows. */
struct edition_page {
    const struct edition *edition;
    const struct saves *saves;
    enum language language;
    const struct input
        *typed; /* what was typed, after a fault or a conflict; NULL: shows what is saved */
    const struct edition_fields *began; /* in a conflict, the edition that the author began with */
    const struct edition_fields
        *theirs;      /* and the one that somebody else has saved since; NULL otherwise */
    const char *base; /* the edition on which a save of this page builds; NULL: the newest */
    const char *done; /* the action that has just been done: "save", "publish", "aligned",
                         "restore", "withdraw"; NULL for none */
    const char *form_token;
    const char *account; /* the one that looks at it */
};

void view_edition(const struct view *view, const struct edition_page *shown,
                  struct dictionary *page);

/* The name of a field for people, a section of templates/desk/text/_field.tpl. */
void view_field_label(const struct view *view, const char *field, struct dictionary *item);

/* The changes from BEFORE to AFTER, as a section of PARENT: templates/desk/text/_diff.tpl. */
void view_diff(const struct view *view, const char *before, const char *after,
               struct dictionary *parent, const char *section);

/* A row of the history, templates/desk/text/_save.tpl. */
void view_save(const struct save *save, struct dictionary *row);

#endif
