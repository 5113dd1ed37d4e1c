/* SPDX-License-Identifier: EUPL-1.2 */
/* Reference: the lists and fields of the open data, made from routes.tbl and from the schemas of
 * /openapi.json. */
#include "site/reference/view.h"

#include <string.h>

#include "site/parameters.h"
#include "site/shapes.h"
#include "text/json.h"

const char *view_reference_lead(const struct view *view)
{
    return view_phrase(view, "Every list and every field of the open data, with its meaning.");
}

/* ---- Fields ---- */

static const char *text_of(const cJSON *schema, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(schema, name));
}

static const cJSON *member_of(const cJSON *schema, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(schema, name);
}

/* The type of a value, in English; NULL when its fields show it. */
static const char *type_of(const cJSON *schema)
{
    const char *type = text_of(schema, "type"), *format = text_of(schema, "format");
    if (format)
        return strcmp(format, "uri") == 0    ? "Address"
               : strcmp(format, "date") == 0 ? "Date"
                                             : "Date and time (UTC)";
    if (text_of(schema, "pattern"))
        return strstr(text_of(schema, "pattern"), ":") ? "Time" : "Date";
    if (!type)
        return member_of(schema, "const") ? "Yes" : NULL;
    return strcmp(type, "string") == 0    ? "Text"
           : strcmp(type, "boolean") == 0 ? "Yes or no"
           : strcmp(type, "object") == 0  ? NULL
                                          : "Number";
}

/* The codes that a value may have, and the name of its shared schema. */
static void fill_values(const cJSON *schema, struct dictionary *row)
{
    const cJSON *value;
    cJSON_ArrayForEach (value, member_of(schema, "enum"))
        dictionary_set(dictionary_section(row, "VALUE"), "CODE", cJSON_GetStringValue(value));
    const char *reference = text_of(schema, "$ref");
    if (reference)
        dictionary_set(dictionary_section(row, "OF"), "NAME", strrchr(reference, '/') + 1);
}

static void fill_field(const struct view *view, const char *name, const char *words,
                       const cJSON *schema, struct dictionary *section)
{
    struct dictionary *row = dictionary_section(section, "FIELD");
    dictionary_set(row, "NAME", name);
    dictionary_set(row, "WORDS", words ? view_phrase(view, words) : "");
    const char *type = type_of(schema);
    if (type && !member_of(schema, "enum"))
        dictionary_set(dictionary_section(row, "TYPE"), "WORD", view_phrase(view, type));
    fill_values(schema, row);
}

/* Each field, followed by the fields within it: "place", "place.name". An object without a
 * description has no row of its own. */
static void fill_fields(const struct view *view, const char *before, const cJSON *properties,
                        struct dictionary *section)
{
    const cJSON *field;
    cJSON_ArrayForEach (field, properties) {
        bool several = member_of(field, "items") != NULL;
        const cJSON *schema = several ? member_of(field, "items") : field,
                    *within = member_of(schema, "properties");
        const char *name =
            arena_print(view->arena, "%s%s%s", before, field->string, several ? "[]" : "");
        const char *words = text_of(field, "description");
        if (words || !within)
            fill_field(view, name, words, schema, section);
        fill_fields(view, arena_print(view->arena, "%s.", name), within, section);
    }
}

/* ---- Lists ---- */

static void fill_formats(const struct view *view, enum route_id id, struct dictionary *list)
{
    const char *path = route_path(view->arena, id, view->language, NULL);
    for (enum format format = FORMAT_PAGE + 1; format < FORMATS; format++)
        if (route_formats(id) & 1U << format) {
            struct dictionary *shown = dictionary_section(list, "FORMAT");
            dictionary_set(shown, "PATH", route_format_path(view->arena, path, format));
        }
}

static void fill_parameters(const struct exchange *exchange, enum route_id id,
                            struct dictionary *list)
{
    const struct view *view = &exchange->view;
    const char *names = exchange->app->routes[id].query;
    struct dictionary *all = *names ? dictionary_section(list, "PARAMETERS") : NULL;
    for (const struct parameter_words *its; (its = parameter_words_next(&names, view->arena));) {
        struct dictionary *shown = dictionary_section(all, "PARAMETER");
        dictionary_set(shown, "NAME", its->name);
        dictionary_set(shown, "WORDS", its->words ? view_phrase(view, its->words) : "");
        for (const struct choice *choice = its->choices; choice && choice->name; choice++)
            dictionary_set(dictionary_section(shown, "VALUE"), "CODE", choice->name);
    }
}

static void fill_list(const struct exchange *exchange, enum route_id id, const char *title,
                      const char *words, const cJSON *schemas, struct dictionary *page)
{
    const struct view *view = &exchange->view;
    const char *name = shape_name(id, FORMAT_JSON, view->arena);
    struct dictionary *list = dictionary_section(page, "LIST");
    dictionary_set(list, "ID", name);
    dictionary_set(list, "TITLE", view_phrase(view, title));
    dictionary_set(list, "WORDS", view_phrase(view, words));
    fill_formats(view, id, list);
    fill_parameters(exchange, id, list);
    const cJSON *item = member_of(schemas, arena_print(view->arena, "%s_item", name));
    fill_fields(view, "", member_of(item, "properties"), list);
}

/* ---- Records ---- */

/* The fields that all records or all lists have, which the page shows once. */
static void fill_shape(const struct view *view, const char *id, const char *title,
                       const cJSON *properties, struct dictionary *page)
{
    struct dictionary *shape = dictionary_section(page, "SHAPE");
    dictionary_set(shape, "ID", id);
    dictionary_set(shape, "TITLE", view_phrase(view, title));
    fill_fields(view, "", properties, shape);
}

static cJSON *without(cJSON *properties, const cJSON *others)
{
    const cJSON *other;
    cJSON_ArrayForEach (other, others)
        cJSON_DeleteItemFromObjectCaseSensitive(properties, other->string);
    return properties;
}

static void fill_shapes(const struct view *view, cJSON *schemas, struct dictionary *page)
{
    static const char *const shared[] = { "Area",   "Place",      "Document",
                                          "Source", "Attachment", "Picture" };
    cJSON *all = cJSON_Parse(shapes_of_records), *lists = cJSON_Parse(shapes_of_lists);
    cJSON_AddItemToObject(schemas, "", all); /* so that they live as long as the page */
    cJSON_AddItemToObject(schemas, "", lists);
    fill_shape(view, "list", "All lists", lists, page);
    fill_shape(view, "record", "All records", all, page);
    for (enum document_kind kind = 0; kind < DOCUMENT_KINDS; kind++) {
        cJSON *schema = cJSON_GetObjectItemCaseSensitive(schemas, document_kinds[kind].name);
        if (schema && document_kinds[kind].record != ROUTES)
            fill_shape(view, document_kinds[kind].name, document_kinds[kind].word,
                       without(cJSON_GetObjectItemCaseSensitive(schema, "properties"), all), page);
    }
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
        fill_shape(view, shared[i], shared[i],
                   member_of(member_of(schemas, shared[i]), "properties"), page);
}

/* ---- The page ---- */

static void fill_files(const struct exchange *exchange, struct dictionary *page)
{
    const struct view *view = &exchange->view;
    for (enum route_id id = 0; id < ROUTES; id++) {
        const char *path = route_path(view->arena, id, EN, "{slug}"),
                   *words = exchange->app->routes[id].access == PUBLIC && route_is_data(path)
                                ? dataset_file_words(id)
                                : NULL;
        if (!words)
            continue;
        struct dictionary *file = dictionary_section(page, "FILE");
        dictionary_set(file, "PATH", path);
        dictionary_set(file, "WORDS", view_phrase(view, words));
    }
}

void view_reference(const struct exchange *exchange, const char *about, struct dictionary *page)
{
    const struct view *view = &exchange->view;
    dictionary_set(page, "LEAD", view_reference_lead(view));
    dictionary_set(page, "LICENCE_URL", view->config->licence_url);
    dictionary_set(page, "LICENCE_NAME", view->config->licence);
    if (about)
        dictionary_set(dictionary_section(page, "RULES"), "PATH", about);
    fill_files(exchange, page);
    cJSON *schemas = json_object(view->arena);
    shapes_add(exchange->app, view->arena, schemas);
    for (size_t i = 0; i < dataset_count; i++)
        fill_list(exchange, datasets[i].id, datasets[i].title, datasets[i].words, schemas, page);
    fill_list(exchange, ROUTE_SEARCH, "Search", "What pages, meetings and conclusions say.",
              schemas, page);
    fill_shapes(view, schemas, page);
}
