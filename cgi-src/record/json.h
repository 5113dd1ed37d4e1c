/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON: a record with all that its page shows, by the table of its fields (kinds/meeting/fields.c).
 * site.record_shown says what visitors may see of it; a field is one row of the table, and no line
 * here. */
#ifndef RECORD_JSON_H
#define RECORD_JSON_H

#include "frame/menu.h"
#include "frame/view.h"
#include "http/form.h"
#include "record/names.h"
#include "text/json.h"

/* What the references in a record lead to. */
struct record_names {
    const struct names *names;
    const struct menu *menu;
};

/* The record that DOCUMENT of KIND is, whose fields are those of FORM. */
cJSON *view_record(const struct view *view, enum document_kind kind,
                   const struct document *document, const struct form *form,
                   const struct record_names *names);

/* What a field refers to, by the name of the list that it is chosen from. */
enum reference { REFERS_NOT, REFERS_TO_AREA, REFERS_TO_PLACE, REFERS_TO_DOCUMENT };
enum reference record_reference(const struct field *field);

/* The name of a field in data. */
const char *record_member(const struct field *field);

/* Whether the rows of a field are each the one thing that they refer to. */
bool record_is_list_of_references(const struct field *field);

/* Whether the one value of a field says yes. */
bool record_is_yes(const struct field *field);

#endif
