/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: its description (Frictionless Data Package v1), made from the tables of columns. */
#include "site/package/description.h"

#include <ctype.h>

#include "base/version.h"
#include "site/datasets.h"

/* "MEETINGS": "meetings". */
static const char *list_name(enum route_id id, struct arena *arena)
{
    char *name = arena_copy(arena, route_name(id));
    for (char *letter = name; *letter; letter++)
        *letter = (char)tolower((unsigned char)*letter);
    return name;
}

const char *package_file_name(enum language language, enum route_id id, const char *extension,
                              struct arena *arena)
{
    return arena_print(arena, "%s/%s%s", language_tag(language), list_name(id, arena), extension);
}

/* The types match the values that text/table.c writes. */
static void add_field(const struct column *column, struct arena *arena, cJSON *fields)
{
    static const struct {
        const char *type, *format, *pattern;
    } kinds[COLUMN_KINDS] = {
        [COLUMN_TEXT] = { "string", NULL, NULL },
        [COLUMN_LIST] = { "string", NULL, NULL },
        [COLUMN_NUMBER] = { "number", NULL, NULL },
        [COLUMN_TRUTH] = { "boolean", NULL, NULL },
        [COLUMN_DATE] = { "string", NULL, "\\d{4}(-\\d{2}(-\\d{2})?)?" },
        [COLUMN_TIME] = { "string", NULL, "\\d{2}:\\d{2}" },
        [COLUMN_MOMENT] = { "datetime", NULL, NULL },
        [COLUMN_ADDRESS] = { "string", "uri", NULL },
    };
    cJSON *field = json_item(fields);
    json_text(field, "name", column_name_in_csv(column, arena));
    json_text(field, "description",
              column->kind == COLUMN_LIST
                  ? arena_print(arena, "%s, between semicolons", column->words)
                  : column->words);
    json_text(field, "type", kinds[column->kind].type);
    json_text(field, "format", kinds[column->kind].format);
    if (kinds[column->kind].pattern)
        json_text(json_member(field, "constraints"), "pattern", kinds[column->kind].pattern);
}

static void add_resource(const struct view *view, const struct dataset *dataset,
                         enum language language, bool within, cJSON *resources)
{
    struct arena *arena = view->arena;
    struct view its = *view;
    its.language = language;
    const char *tag = language_tag(language);
    const char *path =
        route_format_path(arena, route_path(arena, dataset->id, language, NULL), FORMAT_CSV);
    cJSON *resource = json_item(resources);
    json_text(resource, "profile", "tabular-data-resource");
    json_text(resource, "name", arena_print(arena, "%s-%s", list_name(dataset->id, arena), tag));
    json_text(resource, "path",
              within ? package_file_name(language, dataset->id, ".csv", arena)
                     : view_url(view, path));
    json_text(resource, "title", view_phrase(&its, dataset->title));
    json_text(resource, "description", view_phrase(&its, dataset->words));
    json_text(resource, "language", tag);
    json_text(resource, "format", "csv");
    json_text(resource, "mediatype", "text/csv");
    json_text(resource, "encoding", "utf-8");
    cJSON *schema = json_member(resource, "schema"), *fields = json_list(schema, "fields");
    for (size_t i = 0; i < dataset->columns->count; i++)
        add_field(&dataset->columns->items[i], arena, fields);
    json_text(schema, "primaryKey", "key");
}

static void add_publisher(const struct view *view, cJSON *package)
{
    cJSON *licence = json_item(json_list(package, "licenses"));
    json_text(licence, "path", view->config->licence_url);
    json_text(licence, "title", view->config->licence);
    cJSON *publisher = json_item(json_list(package, "contributors"));
    json_text(publisher, "title", "Secretariat-General of the Benelux Union");
    json_text(publisher, "path", DATASETS_PUBLISHER);
    json_text(publisher, "role", "publisher");
}

cJSON *package_description(const struct view *view, bool within)
{
    struct arena *arena = view->arena;
    cJSON *package = json_object(arena);
    json_text(package, "profile", "data-package");
    json_text(package, "name", "benelux-plus");
    json_text(package, "id",
              view_url(view, route_path(arena, ROUTE_PACKAGE_DESCRIPTION, EN, NULL)));
    json_text(package, "title", "Benelux+");
    json_text(package, "description", datasets_words);
    json_text(package, "homepage", view_url(view, "/"));
    json_text(package, "version", arena_print(arena, "%d", JSON_VERSION));
    add_publisher(view, package);
    cJSON *resources = json_list(package, "resources");
    for (enum language language = 0; language < LANGUAGES; language++)
        for (size_t i = 0; i < dataset_count; i++)
            add_resource(view, &datasets[i], language, within, resources);
    return package;
}
