/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON: a record with everything that its page shows, by the table of its fields
 * (kinds/meeting/fields.c). site.record_shown says what visitors may see of it; a new field takes a
 * row of the table, and nothing here. */
#ifndef RECORD_JSON_H
#define RECORD_JSON_H

#include "frame/menu.h"
#include "frame/view.h"
#include "http/form.h"
#include "record/names.h"
#include "text/json.h"

/* The names of what a record refers to. */
struct record_names {
    const struct names *names;
    const struct menu *menu;
};

/* DOCUMENT of KIND as a record with the fields of FORM. */
cJSON *view_record(const struct view *view, enum document_kind kind,
                   const struct document *document, const struct form *form,
                   const struct record_names *names);

/* What a field refers to, by the list from which it is chosen. */
enum reference { REFERS_NOT, REFERS_TO_AREA, REFERS_TO_PLACE, REFERS_TO_DOCUMENT };
enum reference record_reference(const struct field *field);

/* The name of a field in data. */
const char *record_member(const struct field *field);

/* Whether each row of a field is one reference and nothing else. */
bool record_is_list_of_references(const struct field *field);

/* Whether a field has one choice only, which means yes. */
bool record_is_yes(const struct field *field);

#endif
