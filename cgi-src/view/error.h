/* Error: what a page says that could not be shown, templates/pages/error.tpl. */
#ifndef VIEW_ERROR_H
#define VIEW_ERROR_H

#include "view/frame.h"

/* Fills PAGE for an HTTP status, and returns its frame. Statuses without words of their own get those of their class. */
struct frame view_error(const struct view *view, int status, struct dictionary *page);

#endif
