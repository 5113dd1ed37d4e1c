/* SPDX-License-Identifier: EUPL-1.2 */
/* Bullets: makes lists of Markdown from those that other programs write into plain text. */
#ifndef TEXT_BULLETS_H
#define TEXT_BULLETS_H

#include "base/arena.h"

/* MARKDOWN (UTF-8, lines end in line feeds) with "- " for each bullet, dash (U+2013) or middle dot
 * that begins a line and has white space behind it, and for the "o" and tab that Word writes as a
 * bullet of its second level. A tab before it is a level. A line behind such a list that is not
 * part of it begins a new paragraph. Owned by ARENA. */
const char *bullets_as_list(const char *markdown, struct arena *arena);

#endif
