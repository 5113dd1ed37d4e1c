/* SPDX-License-Identifier: EUPL-1.2 */
/* Syllables: where the long words of a title may break. */
#ifndef TEXT_SYLLABLES_H
#define TEXT_SYLLABLES_H

#include "base/arena.h"
#include "base/language.h"

/* The parts of TEXT between the places where a long word may break with a hyphen, in the order of
 * the text; ends in NULL. */
const char *const *syllables_of(const char *text, enum language language, struct arena *arena);

#endif
