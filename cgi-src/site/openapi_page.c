/* SPDX-License-Identifier: EUPL-1.2 */
/* OpenAPI: the description of the data for programs, /openapi.json (OpenAPI Specification 3.1),
 * made from routes.tbl and from the tables of fields and columns (site/shapes.c).
 *
 * It is in English only, as developers expect it. */
#include <ctype.h>
#include <string.h>

#include "base/version.h"
#include "site/parameters.h"
#include "site/shapes.h"
#include "text/json.h"
#include "web/exchange.h"

static void add_choices(const struct choice *choices, cJSON *schema)
{
    cJSON *values = json_list(schema, "enum");
    for (; choices->name; choices++)
        json_text_item(values, choices->name);
}

static void add_parameter(const struct parameter_words *its, cJSON *parameters)
{
    cJSON *parameter = json_item(parameters);
    json_text(parameter, "name", its->name);
    json_text(parameter, "in", "query");
    json_text(parameter, "description", its->words);
    cJSON *schema = json_member(parameter, "schema");
    json_text(schema, "type", its->is_number ? "integer" : "string");
    if (its->is_number)
        cJSON_AddNumberToObject(schema, "minimum", 1);
    if (its->choices)
        add_choices(its->choices, schema);
}

static void add_slug(cJSON *parameters)
{
    cJSON *parameter = json_item(parameters);
    json_text(parameter, "name", "slug");
    json_text(parameter, "in", "path");
    cJSON_AddTrueToObject(parameter, "required");
    json_text(parameter, "description",
              "Last part of the page's address, as \"url\" of a list has it.");
    json_text(json_member(parameter, "schema"), "type", "string");
}

static void refer_to(cJSON *object, const char *what)
{
    json_text(object, "$ref", what);
}

/* The media type alone, without its parameters. */
static const char *type_of(enum format format, struct arena *arena)
{
    const char *type = route_format_type(format);
    return arena_copy_bytes(arena, type, strcspn(type, ";"));
}

static void add_responses(const char *type, const char *schema, bool may_be_gone,
                          struct arena *arena, cJSON *operation)
{
    cJSON *responses = json_member(operation, "responses"), *found = json_member(responses, "200");
    json_text(found, "description", "What was asked for.");
    cJSON *content = json_member(json_member(found, "content"), type),
          *its = json_member(content, "schema");
    if (schema)
        refer_to(its, arena_print(arena, "#/components/schemas/%s", schema));
    else
        json_text(its, "type", "string");
    static const char *const problems[] = { "400", "404", "429", "503" };
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        refer_to(json_member(responses, problems[i]), "#/components/responses/Problem");
    if (may_be_gone)
        refer_to(json_member(responses, "410"), "#/components/responses/Problem");
}

/* "MEETINGS", "nl", ".json": "meetings_nl_json". */
static const char *operation_id(enum route_id id, const char *language, const char *extension,
                                struct arena *arena)
{
    char *name =
        arena_print(arena, "%s%s%s%s", route_name(id), *language ? "_" : "", language, extension);
    for (char *letter = name; *letter; letter++)
        *letter = (char)(*letter == '.' ? '_' : tolower((unsigned char)*letter));
    return name;
}

static cJSON *add_operation(const struct exchange *exchange, enum route_id id, const char *path,
                            const char *name, cJSON *paths)
{
    struct arena *arena = exchange->arena;
    cJSON *operation = json_member(json_member(paths, path), "get");
    json_text(operation, "operationId", name);
    json_text_item(json_list(operation, "tags"), operation_id(id, "", "", arena));
    cJSON *parameters = json_list(operation, "parameters");
    if (strstr(path, "{slug}"))
        add_slug(parameters);
    const char *names = exchange->app->routes[id].query;
    for (const struct parameter_words *its; (its = parameter_words_next(&names, arena));)
        add_parameter(its, parameters);
    return operation;
}

/* Adds a page in one format and language. */
static void add_format(const struct exchange *exchange, enum route_id id, enum format format,
                       enum language language, cJSON *paths)
{
    struct arena *arena = exchange->arena;
    const char *page = route_path(arena, id, language, "{slug}"),
               *path = route_format_path(arena, page, format);
    const char *name = operation_id(id, language_tag(language), path + strlen(page), arena);
    cJSON *operation = add_operation(exchange, id, path, name, paths);
    add_responses(type_of(format, arena), shape_name(id, format, arena), false, arena, operation);
}

static const char *type_of_site_route(enum route_id id)
{
    switch (id) {
    case ROUTE_CATALOGUE:
        return "application/ld+json";
    case ROUTE_PACKAGE:
        return "application/zip";
    case ROUTE_PACKAGE_SUM:
        return "text/plain";
    default:
        return "application/json";
    }
}

/* Adds a route that has data at one path for all languages. */
static void add_site_route(const struct exchange *exchange, enum route_id id, cJSON *paths)
{
    const char *path = route_path(exchange->arena, id, EN, NULL);
    cJSON *operation =
        add_operation(exchange, id, path, operation_id(id, "", "", exchange->arena), paths);
    bool changes = id == ROUTE_CHANGES;
    const char *type = type_of_site_route(id),
               *schema = shape_name(id, FORMAT_JSON, exchange->arena);
    if (!schema && strstr(type, "json"))
        schema = "Object";
    add_responses(type, schema, changes, exchange->arena, operation);
}

static void add_paths(const struct exchange *exchange, cJSON *document)
{
    cJSON *paths = json_member(document, "paths");
    for (enum route_id id = 0; id < ROUTES; id++) {
        if (exchange->app->routes[id].access != PUBLIC)
            continue;
        if (route_is_data(route_path(exchange->arena, id, EN, "{slug}")))
            add_site_route(exchange, id, paths);
        for (enum language language = 0; language < LANGUAGES; language++)
            for (enum format format = FORMAT_PAGE + 1; format < FORMATS; format++)
                if (route_formats(id) & 1U << format)
                    add_format(exchange, id, format, language, paths);
    }
}

static const char components[] =
    "{\"schemas\":{"
    "\"Object\":{\"type\":\"object\"},"
    "\"Problem\":{\"type\":\"object\",\"required\":[\"type\",\"title\",\"status\"],\"properties\":{"
    "\"type\":{\"type\":\"string\"},\"title\":{\"type\":\"string\"},\"status\":{\"type\":"
    "\"integer\"},"
    "\"detail\":{\"type\":\"string\"},\"parameters\":{\"type\":\"array\",\"items\":{\"type\":"
    "\"string\"}}}}},"
    "\"responses\":{\"Problem\":{\"description\":\"What was wrong (RFC "
    "9457).\",\"content\":{\"" PROBLEM_TYPE "\":"
    "{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}}}}";

static void add_components(const struct exchange *exchange, cJSON *document)
{
    cJSON *whole = cJSON_Parse(components);
    cJSON_AddItemToObject(document, "components", whole);
    shapes_add(exchange->app, exchange->arena, cJSON_GetObjectItemCaseSensitive(whole, "schemas"));
}

static void add_info(const struct exchange *exchange, cJSON *document)
{
    const struct config *config = &exchange->app->config;
    cJSON *info = json_member(document, "info");
    json_text(info, "title", "Benelux+");
    json_text(info, "version", version);
    json_text(info, "description",
              "The public data of the Benelux Union's cooperation with its neighbours. No key is "
              "needed.");
    cJSON *licence = json_member(info, "license");
    json_text(licence, "name", config->licence);
    json_text(licence, "url", config->licence_url);
    json_text(json_item(json_list(document, "servers")), "url", config->site_url);
}

enum err openapi_page(struct exchange *exchange)
{
    cJSON *document = json_object(exchange->arena);
    json_text(document, "openapi", "3.1.0");
    add_info(exchange, document);
    add_paths(exchange, document);
    add_components(exchange, document);
    struct buffer body = buffer_in(exchange->arena);
    json_write(document, &body);
    exchange->route.format = FORMAT_JSON; /* the path of the row has the format */
    return exchange_format(exchange, body);
}
