/* Templates: reads the folder of templates at the start, in all languages. */
#ifndef TEXT_TEMPLATES_H
#define TEXT_TEMPLATES_H

#include "text/phrases.h"
#include "text/template.h"

/* Loads every *.tpl in FOLDERS, whose names have commas between them; what is in "shared" is included by these. NULL, and a log
 * line, when one of them is at fault in any language. STRICT as in templates_ready. Freed with templates_free. */
struct templates *templates_load(const struct phrasebook *book, const char *folders, bool strict);

#endif
