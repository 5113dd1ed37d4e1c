/* SPDX-License-Identifier: EUPL-1.2 */
/* Catalogue: the translations of the user interface, read from GNU gettext's .mo files.
 *
 * The source text is English and is the key, so English needs no file. See locale/.
 */
#ifndef TEXT_CATALOGUE_H
#define TEXT_CATALOGUE_H

#include "base/arena.h"
#include "base/language.h"

struct catalogue;

/* Reads FOLDER/nl.mo, fr.mo and de.mo. NULL, and one log line, when one is missing or malformed.
 * All is owned by ARENA. */
struct catalogue *catalogue_load(const char *folder, struct arena *arena);

/* The translation of an English text; NULL when the catalogue of that language lacks it. */
const char *catalogue_find(const struct catalogue *catalogue, enum language language,
                           const char *english);

#endif
