/* Table: a list as programs read it, in JSON and in CSV, from one description of its columns. */
#include "text/table.h"

#include <string.h>

#include "text/json.h"

/* The object that a column's value stands in, and the name that it has there. */
static cJSON *place_of(cJSON *item, const char *column, struct arena *arena, const char **name)
{
    const char *point = strchr(column, '.');
    *name = point ? point + 1 : column;
    if (!point)
        return item;
    const char *outer = arena_copy_bytes(arena, column, (size_t)(point - column));
    cJSON *inner = cJSON_GetObjectItemCaseSensitive(item, outer);
    return inner ? inner : json_member(item, outer);
}

static void fill_item(const struct table *table, size_t row, struct arena *arena, cJSON *item)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        const char *value = table->cells[row * table->column_count + i], *name;
        if (!value)
            continue;
        cJSON *object = place_of(item, column->name, arena, &name);
        if (column->bare)
            cJSON_AddRawToObject(object, name, value);
        else
            json_text(object, name, value);
    }
}

void table_json(const struct table *table, const struct table_head *head, struct buffer *output)
{
    cJSON *json = json_object(output->arena);
    json_text(json, "url", head->url);
    json_text(json, "language", head->language);
    cJSON *items = json_list(json, "items");
    for (size_t row = 0; row < table->row_count; row++)
        fill_item(table, row, output->arena, json_item(items));
    json_text(json, "next", head->next);
    json_write(json, output);
}

/* RFC 4180 section 2: fields with commas, quotation marks or line breaks stand in quotation marks, and these are doubled. */
static void add_field(struct buffer *output, const char *value)
{
    if (!value[strcspn(value, ",\"\r\n")]) {
        buffer_add(output, value);
        return;
    }
    buffer_add(output, "\"");
    for (const char *mark; (mark = strchr(value, '"')); value = mark + 1) {
        buffer_append(output, value, (size_t)(mark + 1 - value));
        buffer_add(output, "\"");
    }
    buffer_add(output, value);
    buffer_add(output, "\"");
}

static void add_name(struct buffer *output, const char *name)
{
    size_t before = strcspn(name, ".");
    buffer_append(output, name, before);
    if (name[before])
        buffer_print(output, "_%s", name + before + 1);
}

void table_csv(const struct table *table, struct buffer *output)
{
    for (size_t i = 0; i < table->column_count; i++) {
        add_name(output, table->columns[i].name);
        buffer_add(output, i + 1 < table->column_count ? "," : "\r\n");
    }
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t i = 0; i < table->column_count; i++) {
            const char *value = table->cells[row * table->column_count + i];
            add_field(output, value ? value : "");
            buffer_add(output, i + 1 < table->column_count ? "," : "\r\n");
        }
}
