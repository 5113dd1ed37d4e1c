/* SPDX-License-Identifier: EUPL-1.2 */
/* Bullets: lists as programs write them into plain text, which Markdown does not know. */
#ifndef TEXT_BULLETS_H
#define TEXT_BULLETS_H

#include "base/arena.h"

/* MARKDOWN (UTF-8, lines end in line feeds) with "- " where a line begins with a bullet, a dash
 * (U+2013) or a middle dot, and a space or tab behind it, or with the "o" and tab that Word has for
 * a bullet of its second level. Tabs before it are levels. What follows such a list without being
 * in it is a paragraph of its own. Owned by ARENA. */
const char *bullets_as_list(const char *markdown, struct arena *arena);

#endif
