/* Structured data: what a page is about, in the vocabulary of schema.org as JSON-LD 1.1, for search
 * engines. */
#ifndef RECORD_STRUCTURED_H
#define RECORD_STRUCTURED_H

#include "frame/view.h"
#include "text/json.h"

#define STRUCTURED_SCHEMA "https://schema.org"

/* A thing of a type of the vocabulary ("Event"); json_for_html makes of it what frame.json_ld
 * takes. */
cJSON *structured_thing(const struct view *view, const char *type);

#endif
