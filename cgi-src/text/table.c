/* SPDX-License-Identifier: EUPL-1.2 */
/* Table: a list as programs read it, in JSON and in CSV, from one description of its columns. */
#include "text/table.h"

#include <string.h>

#include "text/json.h"

struct table table_new(const struct columns *columns, size_t count, struct arena *arena)
{
    return (struct table){ .columns = columns,
                           .row_count = count,
                           .cells = arena_array(arena, count * columns->count, sizeof(char *)) };
}

const char *table_list(const char *const *items, size_t count, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < count; i++)
        buffer_print(&text, "%s%s", i ? "\n" : "", items[i]);
    return count ? text.bytes : NULL;
}

static const char *cell_of(const struct table *table, size_t row, size_t column)
{
    return table->cells[row * table->columns->count + column];
}

/* The object in which a column's value stands; *NAME becomes the name of the value there. */
static cJSON *place_of(cJSON *item, const char **name, struct arena *arena)
{
    for (const char *point; (point = strchr(*name, '.')); *name = point + 1) {
        const char *outer = arena_copy_bytes(arena, *name, (size_t)(point - *name));
        cJSON *inner = cJSON_GetObjectItemCaseSensitive(item, outer);
        item = inner ? inner : json_member(item, outer);
    }
    return item;
}

/* The object at PLACE of LIST; made when it is the next one. */
static cJSON *item_at(cJSON *list, int place)
{
    cJSON *item = cJSON_GetArrayItem(list, place);
    return item ? item : json_item(list);
}

/* A column "areas" is a list of texts; "areas.key" is a list of objects with that member, to which
 * other columns add theirs. */
static void add_list(cJSON *item, const char *name, const char *value, struct arena *arena)
{
    size_t outer = strcspn(name, ".");
    const char *whole = arena_copy_bytes(arena, name, outer);
    cJSON *list = cJSON_GetObjectItemCaseSensitive(item, whole);
    list = list ? list : json_list(item, whole);
    size_t length;
    for (int i = 0; value && *value; i++, value += length + (value[length] == '\n')) {
        length = strcspn(value, "\n");
        const char *text = arena_copy_bytes(arena, value, length);
        if (name[outer])
            json_text(item_at(list, i), name + outer + 1, text);
        else
            json_text_item(list, text);
    }
}

static bool is_bare(const struct column *column)
{
    return column->kind == COLUMN_NUMBER || column->kind == COLUMN_TRUTH;
}

static void fill_item(const struct table *table, size_t row, struct arena *arena, cJSON *item)
{
    for (size_t i = 0; i < table->columns->count; i++) {
        const struct column *column = &table->columns->items[i];
        const char *value = cell_of(table, row, i), *name = column->name;
        if (column->kind == COLUMN_LIST)
            add_list(item, name, value, arena);
        if (!value || column->kind == COLUMN_LIST)
            continue;
        cJSON *object = place_of(item, &name, arena);
        if (is_bare(column))
            cJSON_AddRawToObject(object, name, value);
        else
            json_text(object, name, value);
    }
}

static void add_head(const struct table_head *head, cJSON *json)
{
    cJSON_AddNumberToObject(json, "version", JSON_VERSION);
    json_text(json, "url", head->url);
    json_text(json, "language", head->language);
    json_text(json, "license", head->license);
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

struct points table_point(const char *latitude, const char *longitude, struct arena *arena)
{
    if (!latitude || !longitude)
        return (struct points){ 0 };
    struct point *point = arena_alloc(arena, sizeof *point);
    *point = (struct point){ latitude, longitude };
    return (struct points){ point, 1 };
}

/* RFC 7946 section 3.1.1: the longitude comes first. */
static void add_position(const struct point *point, cJSON *coordinates)
{
    cJSON_AddItemToArray(coordinates, cJSON_CreateRaw(point->longitude));
    cJSON_AddItemToArray(coordinates, cJSON_CreateRaw(point->latitude));
}

/* RFC 7946 section 3.2: null stands for an unknown place. */
static void add_geometry(const struct points *place, cJSON *feature)
{
    if (place->count == 0) {
        cJSON_AddNullToObject(feature, "geometry");
        return;
    }
    cJSON *geometry = json_member(feature, "geometry");
    json_text(geometry, "type", place->count == 1 ? "Point" : "MultiPoint");
    cJSON *coordinates = json_list(geometry, "coordinates");
    if (place->count == 1)
        add_position(place->items, coordinates);
    for (size_t i = 0; place->count > 1 && i < place->count; i++) {
        cJSON *position = cJSON_CreateArray();
        add_position(&place->items[i], position);
        cJSON_AddItemToArray(coordinates, position);
    }
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
        add_geometry(&table->places[row], feature);
        fill_item(table, row, output->arena, json_member(feature, "properties"));
    }
    add_end(head, json);
    json_write(json, output);
}

/* Whether a spreadsheet takes VALUE for a formula, which may begin with a full-width character
 * (OWASP, "CSV Injection"). */
static bool begins_formula(const char *value)
{
    static const char *const beginnings[] = { "=",  "+",  "-",  "@",  "\t", "\r",
                                              "\n", "＝", "＋", "－", "＠" };
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strncmp(value, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

/* VALUE with an apostrophe before each formula. Where numbers have a decimal comma, as in Dutch,
 * French and German, a spreadsheet splits cells at semicolons; a line break then ends the row, and
 * a quotation mark begins a text. */
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

const char *column_name_in_csv(const struct column *column, struct arena *arena)
{
    char *name = arena_copy(arena, column->name);
    for (char *point = name; (point = strchr(point, '.'));)
        *point = '_';
    return name;
}

/* The items of a list as one field. */
static const char *in_one(const char *list, struct arena *arena)
{
    struct buffer output = buffer_in(arena);
    for (; *list; list++)
        buffer_print(&output, *list == '\n' ? "; " : "%c", *list);
    return output.length ? output.bytes : "";
}

static const char *field_of(const struct column *column, const char *value, struct arena *arena)
{
    if (!value || is_bare(column))
        return value ? value : "";
    return without_formulas(column->kind == COLUMN_LIST ? in_one(value, arena) : value, arena);
}

static void write_lines(const struct table *table, const char *separator, struct buffer *output)
{
    size_t count = table->columns->count;
    const struct column *columns = table->columns->items;
    for (size_t i = 0; i < count; i++) {
        buffer_add(output, column_name_in_csv(&columns[i], output->arena));
        buffer_add(output, i + 1 < count ? separator : "\r\n");
    }
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t i = 0; i < count; i++) {
            add_field(output, field_of(&columns[i], cell_of(table, row, i), output->arena),
                      separator);
            buffer_add(output, i + 1 < count ? separator : "\r\n");
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
