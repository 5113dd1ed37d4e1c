/* SPDX-License-Identifier: EUPL-1.2 */
/* Form and JSON: a form whose values the database keeps as one object, with the names of its
 * fields. */
#ifndef WEB_FORM_JSON_H
#define WEB_FORM_JSON_H

#include <cjson/cJSON.h>

#include "http/form.h"

/* An input with the values of OBJECT: a string for each field, an array of objects for each field
 * of rows. It has no files. */
struct input form_from_json(const struct form *form, const cJSON *object, struct arena *arena);

/* Writes INPUT as such an object, without empty values, secrets and files. */
const char *form_to_json(const struct input *input, struct arena *arena);

#endif
