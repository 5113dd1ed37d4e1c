/* SPDX-License-Identifier: EUPL-1.2 */
/* Found: how many a list has, and what it is narrowed by, templates/frame/_found.tpl. */
#ifndef FRAME_FOUND_H
#define FRAME_FOUND_H

#include "frame/view.h"

/* The section FOUND of PAGE; NUMBER is below zero where it is not known. */
struct dictionary *view_found(const struct view *view, long number, struct dictionary *page);

/* A choice that narrows the list; PATH leads to the list without it. */
void view_narrowed(struct dictionary *found, const char *label, const char *path);

#endif
