/* SPDX-License-Identifier: EUPL-1.2 */
/* Found: the number of items in a list, and the choices that narrow it,
 * templates/frame/_found.tpl. */
#ifndef FRAME_FOUND_H
#define FRAME_FOUND_H

#include "frame/view.h"

/* Adds section FOUND to PAGE, and returns it; NUMBER is negative when it is not known. */
struct dictionary *view_found(const struct view *view, long number, struct dictionary *page);

/* Adds a choice that narrows the list; PATH leads to the list without it. */
void view_narrowed(struct dictionary *found, const char *label, const char *path);

#endif
