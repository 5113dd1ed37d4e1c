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

static void add_head(const struct table_head *head, cJSON *json)
{
    json_text(json, "url", head->url);
    json_text(json, "language", head->language);
    if (head->limit)
        cJSON_AddNumberToObject(json, "limit", head->limit);
    if (head->total)
        cJSON_AddRawToObject(json, "total", head->total);
    json_text(json, "instead", head->instead);
    if (head->truncated)
        cJSON_AddTrueToObject(json, "truncated");
}

static void add_end(const struct table_head *head, cJSON *json)
{
    json_text(json, "since", head->since);
    json_text(json, "next", head->next);
}

void table_json(const struct table *table, const struct table_head *head, struct buffer *output)
{
    cJSON *json = json_object(output->arena);
    add_head(head, json);
    cJSON *items = json_list(json, "items");
    for (size_t row = 0; row < table->row_count; row++)
        fill_item(table, row, output->arena, json_item(items));
    add_end(head, json);
    json_write(json, output);
}

/* Section 3.2: null is for what is nowhere that is known. Section 3.1.1: east comes first. */
static void add_geometry(const struct point *point, cJSON *feature)
{
    if (!point->latitude || !point->longitude) {
        cJSON_AddNullToObject(feature, "geometry");
        return;
    }
    cJSON *geometry = json_member(feature, "geometry");
    json_text(geometry, "type", "Point");
    cJSON *coordinates = json_list(geometry, "coordinates");
    cJSON_AddItemToArray(coordinates, cJSON_CreateRaw(point->longitude));
    cJSON_AddItemToArray(coordinates, cJSON_CreateRaw(point->latitude));
}

void table_geojson(const struct table *table, const struct table_head *head, struct buffer *output)
{
    cJSON *json = json_object(output->arena);
    json_text(json, "type", "FeatureCollection");
    add_head(head, json);
    cJSON *features = json_list(json, "features");
    for (size_t row = 0; row < table->row_count; row++) {
        cJSON *feature = json_item(features);
        json_text(feature, "type", "Feature");
        add_geometry(&table->points[row], feature);
        fill_item(table, row, output->arena, json_member(feature, "properties"));
    }
    add_end(head, json);
    json_write(json, output);
}

/* What a spreadsheet takes for the beginning of a formula, in either width: OWASP, "CSV Injection".
 */
static bool begins_formula(const char *value)
{
    static const char *const beginnings[] = { "=",  "+",  "-",  "@",  "\t", "\r",
                                              "\n", "＝", "＋", "－", "＠" };
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strncmp(value, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

/* An apostrophe before each formula. Where numbers have a decimal comma, as in Dutch, French and
 * German, a spreadsheet parts cells at semicolons instead; a line break then ends the row, and a
 * quotation mark begins a text. */
static const char *without_formulas(const char *value, struct arena *arena)
{
    struct buffer output = buffer_in(arena);
    buffer_add(&output, "");
    for (bool begins = true; *value; value++) {
        if (begins && begins_formula(value))
            buffer_add(&output, "'");
        buffer_append(&output, value, 1);
        begins = strchr(";\t\r\n", *value) || (begins && *value == '"');
    }
    return output.bytes;
}

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* RFC 4180 section 2: fields with separators, quotation marks or line breaks stand in quotation
 * marks, and these are doubled. */
static void add_field(struct buffer *output, const char *value, const char *separator)
{
    if (!strstr(value, separator) && !value[strcspn(value, "\"\r\n")]) {
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

static void write_lines(const struct table *table, const char *separator, struct buffer *output)
{
    for (size_t i = 0; i < table->column_count; i++) {
        add_name(output, table->columns[i].name);
        buffer_add(output, i + 1 < table->column_count ? separator : "\r\n");
    }
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t i = 0; i < table->column_count; i++) {
            const char *value = table->cells[row * table->column_count + i];
            bool harmless = !value || table->columns[i].bare;
            add_field(output,
                      harmless ? value ? value : "" : without_formulas(value, output->arena),
                      separator);
            buffer_add(output, i + 1 < table->column_count ? separator : "\r\n");
        }
}

void table_csv(const struct table *table, struct buffer *output)
{
    write_lines(table, ",", output);
}

void table_excel(const struct table *table, struct buffer *output)
{
    buffer_add(output, BYTE_ORDER_MARK);
    write_lines(table, ";", output);
}
