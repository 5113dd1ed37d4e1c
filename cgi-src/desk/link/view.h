/* SPDX-License-Identifier: EUPL-1.2 */
/* Links: what a text may link to, templates/desk/link/page.tpl. */
#ifndef DESK_LINK_VIEW_H
#define DESK_LINK_VIEW_H

#include "desk/link/model.h"
#include "frame/view.h"

/* WORDS is NULL before a search; LANGUAGE is that of the text that will link. */
void view_link_targets(const struct view *view, const char *words, enum language language,
                       const struct link_targets *targets, struct dictionary *page);

#endif
