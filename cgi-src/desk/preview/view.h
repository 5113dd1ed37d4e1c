/* SPDX-License-Identifier: EUPL-1.2 */
/* Preview: why a draft has none, templates/desk/preview/page.tpl. */
#ifndef DESK_PREVIEW_VIEW_H
#define DESK_PREVIEW_VIEW_H

#include "frame/view.h"
#include "web/preview.h"

/* The draft lacks a text, or another document has its address. EDITS: the reader may edit the
 * text. */
void view_preview_unready(const struct view *view, const struct preview *preview, bool edits,
                          struct dictionary *page);

#endif
