/* SPDX-License-Identifier: EUPL-1.2 */
/* Record fields: what the tables of fields of several kinds share. */
#include "record/fields.h"

#include <string.h>

static const struct field source_fields[] = {
    { .name = "url", .kind = FIELD_ADDRESS, .required = true, .max = 1000, .label = "Link" },
    { .name = "title", .kind = FIELD_LINE, .required = true, .max = 300, .label = "Title" },
    { .name = "publisher", .kind = FIELD_LINE, .required = true, .max = 300, .label = "Publisher" },
    { RECORD_LANGUAGE, .hint = "Of the page: nl, fr, de, en or another code of two letters" },
};
const struct form record_source_row = FORM(source_fields);

static const struct field party_fields[] = { { RECORD_PARTY } };
const struct form record_party_row = FORM(party_fields);

bool record_is(const struct input *input, const char *name, const char *wanted)
{
    const char *value = input_value(input, name);
    return value && strcmp(value, wanted) == 0;
}

const char *record_given(const struct input *input, const char *name)
{
    const char *value = input_value(input, name);
    return value && *value ? value : NULL;
}

const char *record_sound(const struct input *input, const char *name)
{
    for (size_t i = 0; i < input->form->count; i++)
        if (strcmp(input->form->fields[i].name, name) == 0 && input->faults[i])
            return NULL;
    return record_given(input, name);
}

void record_check_language(struct input *row)
{
    const char *language = record_given(row, "language");
    if (language && (strlen(language) != 2 || strspn(language, "abcdefghijklmnopqrstuvwxyz") != 2))
        input_fault(row, "language", FAULT_NOT_OFFERED);
}

static void check_days(struct input *input)
{
    const char *starts = record_sound(input, "starts"), *ends = record_sound(input, "ends");
    if (starts && ends && strlen(starts) != strlen(ends))
        input_fault(input, "ends", FAULT_NO_DATE);
    else if (starts && ends && strcmp(ends, starts) < 0)
        input_fault(input, "ends", FAULT_ENDS_FIRST);
}

static void check_times(struct input *input)
{
    const char *starts_at = record_sound(input, "starts_at"),
               *ends_at = record_sound(input, "ends_at");
    const char *starts = record_sound(input, "starts"), *ends = record_given(input, "ends");
    if (ends_at && !record_given(input, "starts_at"))
        input_fault(input, "starts_at", FAULT_MISSING);
    if (starts_at && !record_given(input, "zone"))
        input_fault(input, "zone", FAULT_MISSING);
    if (starts_at && starts && strlen(starts) != strlen("YYYY-MM-DD"))
        input_fault(input, "starts", FAULT_NO_DATE);
    bool same_day = !ends || (starts && strcmp(starts, ends) == 0);
    if (starts_at && ends_at && same_day && strcmp(ends_at, starts_at) <= 0)
        input_fault(input, "ends_at", FAULT_ENDS_FIRST);
}

void record_check_when(struct input *input)
{
    check_days(input);
    check_times(input);
}
