/* SPDX-License-Identifier: EUPL-1.2 */
/* Shapes: the schemas of records and lists as JSON, made from the tables of fields and columns. */
#include "site/shapes.h"

#include <ctype.h>
#include <string.h>

#include "kinds/register/model.h"
#include "record/json.h"
#include "site/changes/page.h"
#include "site/search/view.h"

/* Patterns of values. */
#define DATE "^\\d{4}(-\\d{2}(-\\d{2})?)?$"
#define TIME "^\\d{2}:\\d{2}$"

/* The members that all records and all lists have, and the schemas they refer to, as record/json.c,
 * record/names.c and text/table.c write them. Links to other sites are no "uri": they stand as
 * editors typed them, with letters that a URI cannot have. */
static const char shared[] =
    "{\"Area\":{\"type\":\"object\",\"required\":[\"key\"],\"additionalProperties\":false,"
    "\"properties\":{\"key\":{\"type\":\"string\","
    "\"description\":\"Name that never changes\"},\"kind\":{\"enum\":[\"border\",\"country\","
    "\"region\",\"organisation\"],\"description\":\"Kind\"},\"name\":{\"type\":\"string\","
    "\"description\":\"Its name\"},\"iso_3166\":{\"type\":\"string\","
    "\"pattern\":\"^[A-Z]{2}(-[A-Z0-9]{1,3})?$\",\"description\":\"Code (ISO 3166)\"},"
    "\"nuts\":{\"type\":\"string\",\"pattern\":\"^[A-Z]{2}[A-Z0-9]{0,3}$\","
    "\"description\":\"Code (NUTS)\"},\"authority\":{\"type\":\"string\",\"format\":\"uri\","
    "\"description\":\"Address in the authority tables of the EU\"}}},"
    "\"Place\":{\"type\":\"object\",\"required\":[\"key\"],\"additionalProperties\":false,"
    "\"properties\":{\"key\":{\"type\":\"string\","
    "\"description\":\"Name that never changes\"},\"name\":{\"type\":\"string\","
    "\"description\":\"Its name\"},\"country\":{\"$ref\":\"#/components/schemas/Area\","
    "\"description\":\"Country\"},\"latitude\":{\"type\":\"number\","
    "\"description\":\"Degrees (WGS 84)\"},\"longitude\":{\"type\":\"number\","
    "\"description\":\"Degrees (WGS 84)\"}}},\"Document\":{\"type\":\"object\","
    "\"required\":[\"key\",\"kind\",\"title\",\"url\"],\"additionalProperties\":false,"
    "\"properties\":{\"key\":{\"type\":\"string\","
    "\"description\":\"Name that never changes\"},\"kind\":{\"type\":\"string\","
    "\"description\":\"Kind\"},\"title\":{\"type\":\"string\",\"description\":\"Title\"},"
    "\"url\":{\"type\":\"string\",\"format\":\"uri\",\"description\":\"Its page\"}}},"
    "\"Source\":{\"type\":\"object\",\"required\":[\"url\",\"title\"],"
    "\"additionalProperties\":false,\"properties\":{\"url\":{\"type\":\"string\","
    "\"description\":\"Address\"},\"title\":{\"type\":\"string\",\"description\":\"Title\"},"
    "\"publisher\":{\"type\":\"string\",\"description\":\"Publisher\"},"
    "\"language\":{\"type\":\"string\",\"description\":\"Its language\"}}},"
    "\"Attachment\":{\"type\":\"object\",\"required\":[\"url\",\"title\",\"language\"],"
    "\"additionalProperties\":false,\"properties\":{\"url\":{\"type\":\"string\","
    "\"description\":\"Address\"},\"title\":{\"type\":\"string\",\"description\":\"Title\"},"
    "\"language\":{\"type\":\"string\",\"description\":\"Its language\"},"
    "\"sha256\":{\"type\":\"string\",\"description\":\"Checksum (SHA-256)\"},"
    "\"size\":{\"type\":\"integer\",\"description\":\"Size in bytes\"}}},"
    "\"Picture\":{\"type\":\"object\",\"required\":[\"number\",\"lead\",\"credit\","
    "\"license_name\",\"files\"],\"additionalProperties\":false,"
    "\"properties\":{\"number\":{\"type\":\"integer\","
    "\"description\":\"Number in the record\"},\"lead\":{\"type\":\"boolean\","
    "\"description\":\"Whether it stands at the top\"},\"alternative\":{\"type\":\"string\","
    "\"description\":\"What it shows; none of a decoration\"},"
    "\"language\":{\"type\":\"string\",\"description\":\"Language of what it shows\"},"
    "\"caption\":{\"type\":\"string\",\"description\":\"Caption, if it leads\"},"
    "\"credit\":{\"type\":\"string\",\"description\":\"Credit\"},"
    "\"license_name\":{\"type\":\"string\",\"description\":\"Licence\"},"
    "\"license\":{\"type\":\"string\",\"format\":\"uri\","
    "\"description\":\"Address of the licence\"},\"files\":{\"type\":\"array\","
    "\"items\":{\"type\":\"object\",\"required\":[\"url\",\"type\",\"width\",\"height\"],"
    "\"additionalProperties\":false,\"properties\":{\"url\":{\"type\":\"string\","
    "\"format\":\"uri\",\"description\":\"Address\"},\"type\":{\"enum\":[\"image/jpeg\","
    "\"image/webp\"],\"description\":\"Media type\"},\"width\":{\"type\":\"integer\","
    "\"description\":\"Pixels\"},\"height\":{\"type\":\"integer\","
    "\"description\":\"Pixels\"}}},\"description\":\"Its files\"}}}}";
const char shapes_of_records[] =
    "{\"version\":{\"const\":1,\"description\":\"Version of this structure\"},"
    "\"url\":{\"type\":\"string\",\"format\":\"uri\",\"description\":\"Its page\"},"
    "\"kind\":{\"type\":\"string\",\"description\":\"Kind\"},\"key\":{\"type\":\"string\","
    "\"description\":\"Name that never changes\"},\"language\":{\"enum\":[\"nl\",\"fr\","
    "\"de\",\"en\"],\"description\":\"Language of the texts (ISO 639-1)\"},"
    "\"license\":{\"type\":\"string\",\"format\":\"uri\","
    "\"description\":\"Address of the licence\"},\"body\":{\"type\":\"string\","
    "\"description\":\"Text, in Markdown\"},\"published\":{\"type\":\"string\","
    "\"format\":\"date\",\"description\":\"When this text was published\"},"
    "\"changed\":{\"type\":\"string\",\"format\":\"date-time\","
    "\"description\":\"When it last changed (UTC)\"},\"documents\":{\"type\":\"array\","
    "\"items\":{\"$ref\":\"#/components/schemas/Attachment\"},\"description\":\"Documents\"},"
    "\"pictures\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Picture\"},"
    "\"description\":\"Pictures\"},\"untranslated\":{\"type\":\"array\","
    "\"items\":{\"type\":\"string\"},"
    "\"description\":\"Fields and rows that this language does not have yet\"},"
    "\"sources\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Source\"},"
    "\"description\":\"Sources\"},\"named_by\":{\"type\":\"array\","
    "\"items\":{\"$ref\":\"#/components/schemas/Document\"},"
    "\"description\":\"Records that name this one\"},\"translations\":{\"type\":\"object\","
    "\"additionalProperties\":{\"type\":\"string\",\"format\":\"uri\"},"
    "\"description\":\"Its page in other languages\"}}";
const char shapes_of_lists[] =
    "{\"version\":{\"const\":1,\"description\":\"Version of this structure\"},"
    "\"url\":{\"type\":\"string\",\"format\":\"uri\","
    "\"description\":\"Address of the list\"},\"language\":{\"enum\":[\"nl\",\"fr\",\"de\","
    "\"en\"],\"description\":\"Language of the texts (ISO 639-1)\"},"
    "\"license\":{\"type\":\"string\",\"format\":\"uri\","
    "\"description\":\"Address of the licence\"},\"limit\":{\"type\":\"integer\","
    "\"description\":\"How many items the answer has at most\"},"
    "\"total\":{\"type\":\"integer\",\"description\":\"How many were found\"},"
    "\"instead\":{\"type\":\"string\","
    "\"description\":\"Another spelling that finds something\"},"
    "\"truncated\":{\"const\":true,"
    "\"description\":\"Whether more has the words than was looked at\"},"
    "\"since\":{\"type\":\"string\",\"description\":\"Where the next reading starts\"},"
    "\"next\":{\"type\":\"string\",\"format\":\"uri\","
    "\"description\":\"Where the list goes on\"}}";

static void refer_to(cJSON *schema, const char *name, struct arena *arena)
{
    json_text(schema, "$ref", arena_print(arena, "#/components/schemas/%s", name));
}

/* Makes SCHEMA that of an object with PROPERTIES (JSON text; NULL for none yet), of which those in
 * REQUIRED, names separated by spaces, are always there; returns the properties. */
static cJSON *fill_object(cJSON *schema, const char *properties, const char *required,
                          struct arena *arena)
{
    json_text(schema, "type", "object");
    cJSON *names = json_list(schema, "required");
    for (size_t length; *required; required += length, required += *required == ' ') {
        length = strcspn(required, " ");
        json_text_item(names, arena_copy_bytes(arena, required, length));
    }
    cJSON_AddFalseToObject(schema, "additionalProperties");
    cJSON *made = properties ? cJSON_Parse(properties) : cJSON_CreateObject();
    cJSON_AddItemToObject(schema, "properties", made);
    return made;
}

static void add_choices(const struct choice *choices, cJSON *schema)
{
    cJSON *values = json_list(schema, "enum");
    for (; choices->name; choices++)
        json_text_item(values, choices->name);
}

/* ---- Records ---- */

static void add_fields(const struct form *form, struct arena *arena, cJSON *schema);

static void fill_reference(const struct field *field, struct arena *arena, cJSON *schema)
{
    static const char *const names[] = {
        [REFERS_TO_AREA] = "Area", [REFERS_TO_PLACE] = "Place", [REFERS_TO_DOCUMENT] = "Document"
    };
    refer_to(schema, names[record_reference(field)], arena);
}

static void fill_rows(const struct field *field, struct arena *arena, cJSON *schema)
{
    json_text(schema, "type", "array");
    cJSON *items = json_member(schema, "items");
    if (record_is_list_of_references(field)) {
        fill_reference(field->row->fields, arena, items);
        return;
    }
    cJSON *properties = fill_object(items, NULL, "", arena);
    if (field->anchor) {
        cJSON *url = json_member(properties, "url");
        json_text(url, "description", "Its page");
        json_text(url, "type", "string");
        json_text(url, "format", "uri");
    }
    add_fields(field->row, arena, items);
}

static void fill_value(const struct field *field, cJSON *schema)
{
    if (record_is_yes(field)) {
        cJSON_AddTrueToObject(schema, "const");
    } else if (field->choices) {
        add_choices(field->choices, schema);
    } else {
        json_text(schema, "type", field->kind == FIELD_NUMBER ? "integer" : "string");
        if (field->kind == FIELD_DATE || field->kind == FIELD_TIME)
            json_text(schema, "pattern", field->kind == FIELD_DATE ? DATE : TIME);
    }
}

static void fill_field(const struct field *field, struct arena *arena, cJSON *schema)
{
    /* The fields without a label tell the rows of a group apart. */
    json_text(schema, "description", field->label ? field->label : "Name that never changes");
    if (field->kind == FIELD_ROWS)
        fill_rows(field, arena, schema);
    else if (record_reference(field))
        fill_reference(field, arena, schema);
    else
        fill_value(field, schema);
}

/* Whether the record shows the field; some are of the form only. */
static bool is_shown(const struct field *field)
{
    static const char *const forms[] = { "action", "once",  "minor",   "base",
                                         "slug",   "short", "position" };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(field->name, forms[i]) == 0)
            return false;
    return field->manner != MANNER_STAYS && *record_member(field);
}

static void add_fields(const struct form *form, struct arena *arena, cJSON *schema)
{
    cJSON *properties = cJSON_GetObjectItemCaseSensitive(schema, "properties"),
          *required = cJSON_GetObjectItemCaseSensitive(schema, "required");
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        const char *name = record_member(field);
        if (!is_shown(field) || cJSON_GetObjectItemCaseSensitive(properties, name))
            continue;
        fill_field(field, arena, json_member(properties, name));
        if (field->kind == FIELD_ROWS)
            json_text_item(required, name);
    }
}

static void add_record(enum document_kind kind, const struct form *form, struct arena *arena,
                       cJSON *schemas)
{
    cJSON *schema = json_member(schemas, document_kinds[kind].name);
    cJSON *properties = fill_object(schema, shapes_of_records,
                                    "version url kind key language license title summary published "
                                    "changed documents pictures sources named_by translations "
                                    "untranslated",
                                    arena);
    add_fields(form, arena, schema);
    if (kind == DOCUMENT_OBSTACLE) {
        cJSON *status = json_member(properties, "status");
        json_text(status, "description", "How far an obstacle has come");
        add_choices(register_statuses, status);
    }
}

/* ---- Lists ---- */

static void fill_column(const struct column *column, const struct form *form, cJSON *schema)
{
    static const struct {
        const char *type, *format, *pattern;
    } kinds[COLUMN_KINDS] = {
        [COLUMN_TEXT] = { "string", NULL, NULL },
        [COLUMN_LIST] = { "string", NULL, NULL },
        [COLUMN_NUMBER] = { "number", NULL, NULL },
        [COLUMN_TRUTH] = { "boolean", NULL, NULL },
        [COLUMN_DATE] = { "string", NULL, DATE },
        [COLUMN_TIME] = { "string", NULL, TIME },
        [COLUMN_MOMENT] = { "string", "date-time", NULL },
        [COLUMN_ADDRESS] = { "string", "uri", NULL },
    };
    const struct field *field = form ? form_field(form, column->name) : NULL;
    json_text(schema, "description", column->words);
    json_text(schema, "type", kinds[column->kind].type);
    json_text(schema, "format", kinds[column->kind].format);
    json_text(schema, "pattern", kinds[column->kind].pattern);
    if (field && field->choices)
        add_choices(field->choices, schema);
}

/* The member NAME of PROPERTIES; it is added if it is new. */
static cJSON *member_of(cJSON *properties, const char *name, bool *is_new)
{
    cJSON *member = cJSON_GetObjectItemCaseSensitive(properties, name);
    *is_new = !member;
    return member ? member : json_member(properties, name);
}

/* Places the column as fill_item in text/table.c places its value. */
static void add_column(const struct column *column, const struct form *form, struct arena *arena,
                       cJSON *properties)
{
    const char *name = column->name;
    bool is_new;
    for (const char *point; (point = strchr(name, '.')); name = point + 1) {
        cJSON *outer =
            member_of(properties, arena_copy_bytes(arena, name, (size_t)(point - name)), &is_new);
        if (is_new && column->kind == COLUMN_LIST)
            json_text(outer, "type", "array");
        if (column->kind == COLUMN_LIST)
            outer = member_of(outer, "items", &is_new);
        properties = is_new ? fill_object(outer, NULL, "", arena)
                            : cJSON_GetObjectItemCaseSensitive(outer, "properties");
    }
    fill_column(column, form, json_member(properties, name));
}

/* "MEETINGS": "meetings". */
static const char *name_of(enum route_id id, struct arena *arena)
{
    char *name = arena_copy(arena, route_name(id));
    for (char *letter = name; *letter; letter++)
        *letter = (char)tolower((unsigned char)*letter);
    return name;
}

static void add_list(enum route_id id, const struct columns *columns, const struct form *form,
                     struct arena *arena, cJSON *schemas)
{
    const char *name = name_of(id, arena), *item_name = arena_print(arena, "%s_item", name);
    cJSON *item = json_member(schemas, item_name), *properties = fill_object(item, NULL, "", arena);
    for (size_t i = 0; i < columns->count; i++)
        add_column(&columns->items[i], form, arena, properties);

    cJSON *list = json_member(schemas, name);
    cJSON *items = json_member(
        fill_object(list, shapes_of_lists, "version url license items", arena), "items");
    json_text(items, "type", "array");
    refer_to(json_member(items, "items"), item_name, arena);
}

static void add_features(enum route_id id, struct arena *arena, cJSON *schemas)
{
    const char *name = name_of(id, arena);
    cJSON *list = json_member(schemas, arena_print(arena, "%s_features", name));
    cJSON *members = fill_object(list, shapes_of_lists, "type features license", arena);
    json_text(json_member(members, "type"), "const", "FeatureCollection");
    cJSON *features = json_member(members, "features");
    json_text(features, "type", "array");
    cJSON *feature =
        fill_object(json_member(features, "items"), NULL, "type geometry properties", arena);
    json_text(json_member(feature, "type"), "const", "Feature");
    cJSON *geometry = json_member(feature, "geometry");
    json_text(geometry, "description",
              "The town; of what concerns borders, a point in the middle of each, which stands for "
              "the whole border. null for what is nowhere that is known.");
    cJSON *types = json_list(geometry, "type");
    json_text_item(types, "object");
    json_text_item(types, "null");
    refer_to(json_member(feature, "properties"), arena_print(arena, "%s_item", name), arena);
}

/* ---- All ---- */

static const struct form *form_of(const struct app *app, enum document_kind kind)
{
    enum route_id record = document_kinds[kind].record;
    return record == ROUTES ? NULL : app->routes[record].form;
}

/* The kind whose records the route has, or if LISTED, whose list it has; DOCUMENT_KINDS for
 * neither. */
static enum document_kind kind_of(enum route_id id, bool listed)
{
    enum document_kind kind = 0;
    while (kind < DOCUMENT_KINDS &&
           (listed ? document_kinds[kind].list : document_kinds[kind].route) != id)
        kind++;
    return kind;
}

void shapes_add(const struct app *app, struct arena *arena, cJSON *schemas)
{
    cJSON *parts = cJSON_Parse(shared);
    for (cJSON *part; (part = cJSON_DetachItemFromArray(parts, 0));)
        cJSON_AddItemToObject(schemas, part->string, part);
    cJSON_Delete(parts);
    for (enum document_kind kind = 0; kind < DOCUMENT_KINDS; kind++)
        if (form_of(app, kind))
            add_record(kind, form_of(app, kind), arena, schemas);
    for (size_t i = 0; i < dataset_count; i++) {
        enum document_kind kind = kind_of(datasets[i].id, true);
        add_list(datasets[i].id, datasets[i].columns,
                 kind == DOCUMENT_KINDS ? NULL : form_of(app, kind), arena, schemas);
        if (route_formats(datasets[i].id) & AS_GEOJSON)
            add_features(datasets[i].id, arena, schemas);
    }
    add_list(ROUTE_SEARCH, &search_columns, NULL, arena, schemas);
    add_list(ROUTE_CHANGES, &change_columns, NULL, arena, schemas);
}

const char *shape_name(enum route_id id, enum format format, struct arena *arena)
{
    enum document_kind kind = kind_of(id, false);
    if (dataset_of(id) || id == ROUTE_SEARCH || id == ROUTE_CHANGES)
        return format == FORMAT_GEOJSON ? arena_print(arena, "%s_features", name_of(id, arena))
               : format == FORMAT_JSON  ? name_of(id, arena)
                                        : NULL;
    return kind < DOCUMENT_KINDS && format == FORMAT_JSON ? document_kinds[kind].name : NULL;
}
