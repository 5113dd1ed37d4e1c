/* Preview: why there is none of a draft, templates/desk/unready.tpl. */
#ifndef VIEW_PREVIEW_H
#define VIEW_PREVIEW_H

#include "model/preview.h"
#include "view/view.h"

/* A draft that lacks nothing is in the way of another document. EDITS: the reader may edit the text. */
void view_preview_unready(const struct view *view, const struct preview *preview, bool edits, struct dictionary *page);

#endif
