/* Topics and partners as JSON. */
#ifndef KINDS_COOPERATION_JSON_H
#define KINDS_COOPERATION_JSON_H

#include "kinds/cooperation/model.h"
#include "record/json.h"

/* Adds what a topic or a partner has beside what every document has. */
void view_record_cooperation(const struct document *document, const struct cooperation *cooperation,
                             cJSON *record);

#endif
