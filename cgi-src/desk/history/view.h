/* SPDX-License-Identifier: EUPL-1.2 */
/* History: the page of all saves of a text, templates/desk/history/page.tpl. */
#ifndef DESK_HISTORY_VIEW_H
#define DESK_HISTORY_VIEW_H

#include "desk/text/model.h"
#include "frame/view.h"

struct history {
    const struct edition *edition;
    const struct saves *saves; /* one more than MAX when there are more */
    size_t max;
    enum language language;
    const char *before;          /* the page begins after this save; NULL: with the latest */
    const char *from_id, *to_id; /* the saves that are compared; NULL for none */
    const struct edition_fields *from, *to;
    const char *form_token;
};

void view_history(const struct view *view, const struct history *history, struct dictionary *page);

#endif
