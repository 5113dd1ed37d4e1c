/* SPDX-License-Identifier: EUPL-1.2 */
/* Form and JSON: a form whose values the database keeps as one object. */
#include "web/form_json.h"

#include "text/json.h"

static void read_fields(struct input *input, const cJSON *object)
{
    for (size_t i = 0; i < input->form->count; i++)
        input->values[i] = cJSON_GetStringValue(
            cJSON_GetObjectItemCaseSensitive(object, input->form->fields[i].name));
}

struct input form_from_json(const struct form *form, const cJSON *object, struct arena *arena)
{
    struct input input = input_empty(form, arena);
    read_fields(&input, object);
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        const cJSON *item, *list = field->kind == FIELD_ROWS
                                       ? cJSON_GetObjectItemCaseSensitive(object, field->name)
                                       : NULL;
        cJSON_ArrayForEach (item, list) {
            struct input *row = input_add_row(&input, field->name, arena);
            if (row)
                read_fields(row, item);
        }
    }
    return input;
}

static void write_fields(const struct input *input, cJSON *object)
{
    for (size_t i = 0; i < input->form->count; i++) {
        const struct field *field = &input->form->fields[i];
        if (field->kind != FIELD_SECRET && field->kind != FIELD_FILE && input->values[i] &&
            *input->values[i])
            json_text(object, field->name, input->values[i]);
    }
}

const char *form_to_json(const struct input *input, struct arena *arena)
{
    cJSON *object = json_object(arena);
    write_fields(input, object);
    for (size_t i = 0; i < input->form->count; i++) {
        if (!input->rows[i].count)
            continue;
        cJSON *list = json_list(object, input->form->fields[i].name);
        for (size_t k = 0; k < input->rows[i].count; k++)
            write_fields(&input->rows[i].items[k], json_item(list));
    }
    struct buffer text = buffer_in(arena);
    json_write(object, &text);
    return text.bytes;
}
