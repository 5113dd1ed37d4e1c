/* SPDX-License-Identifier: EUPL-1.2 */
/* Style: the rules of the style sheet that a page uses.
 *
 * A page carries its style, so that a first visit takes one round trip; rules for classes that it
 * does not have would only make it heavier.
 */
#ifndef TEXT_STYLE_H
#define TEXT_STYLE_H

#include "base/arena.h"

/* The rules of SHEET, which is minified, whose classes MARKUP has, and those without a class.
 * MARKUP may be a template. */
const char *style_of(const char *sheet, const char *markup, struct arena *arena);

#endif
