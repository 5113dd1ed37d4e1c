/* SPDX-License-Identifier: EUPL-1.2 */
/* Ordinals: the place in a series, as each language writes it. */
#ifndef TEXT_ORDINAL_H
#define TEXT_ORDINAL_H

#include "base/arena.h"
#include "base/language.h"

/* NUMBER, a whole number above 0 in digits, as an ordinal: "19e", "19.", "19th"; in French before a
 * feminine noun, "1re". */
const char *ordinal_written(const char *number, enum language language, struct arena *arena);

#endif
