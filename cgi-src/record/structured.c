/* Structured data: what a page is about, in the vocabulary of schema.org as JSON-LD 1.1, for search
 * engines. */
#include "record/structured.h"

cJSON *structured_thing(const struct view *view, const char *type)
{
    cJSON *thing = json_object(view->arena);
    json_text(thing, "@context", STRUCTURED_SCHEMA);
    json_text(thing, "@type", type);
    return thing;
}
