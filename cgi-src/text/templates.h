/* SPDX-License-Identifier: EUPL-1.2 */
/* Templates: reads the folder of templates at the start, in all languages. */
#ifndef TEXT_TEMPLATES_H
#define TEXT_TEMPLATES_H

#include "text/phrases.h"
#include "text/template.h"

/* Loads every *.tpl, three folders deep, but those that only others include, whose names begin with
 * an underscore; those of the desk, in its folder or by their names, only with DESK. NULL, and a
 * log line, when one of them is at fault in any language. STRICT as in templates_new. Freed with
 * templates_free. */
struct templates *templates_load(const struct phrasebook *book, bool desk, bool strict);

#endif
