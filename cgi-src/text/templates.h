/* SPDX-License-Identifier: EUPL-1.2 */
/* Templates: reads the folder of templates at the start, in all languages. */
#ifndef TEXT_TEMPLATES_H
#define TEXT_TEMPLATES_H

#include "text/phrases.h"
#include "text/template.h"

/* Loads every *.tpl, one or two folders deep, other than those that only others include, whose
 * names begin with an underscore. Those of the desk, by their folder or their names, are loaded
 * with DESK only. NULL and a log line when one of them is wrong in any language. STRICT as in
 * templates_new. Freed with templates_free. */
struct templates *templates_load(const struct phrasebook *book, bool desk, bool strict);

#endif
