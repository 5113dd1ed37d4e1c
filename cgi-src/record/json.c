/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON: a record with everything that its page shows, by the table of its fields. */
#include "record/json.h"

#include <string.h>

#include "record/picture_view.h"
#include "record/view.h"

/* The context in which a record is written. */
struct making {
    const struct view *view;
    const struct record_names *names;
    const char *url; /* of the page */
};

enum reference record_reference(const struct field *field)
{
    static const struct {
        const char *list;
        enum reference reference;
    } lists[] = { { "parties", REFERS_TO_AREA },      { "borders", REFERS_TO_AREA },
                  { "places", REFERS_TO_PLACE },      { "forums", REFERS_TO_DOCUMENT },
                  { "meetings", REFERS_TO_DOCUMENT }, { "documents", REFERS_TO_DOCUMENT } };
    for (size_t i = 0; field->list && i < sizeof lists / sizeof *lists; i++)
        if (strcmp(field->list, lists[i].list) == 0)
            return lists[i].reference;
    return REFERS_NOT;
}

const char *record_member(const struct field *field)
{
    return field->member ? field->member : field->name;
}

bool record_is_list_of_references(const struct field *field)
{
    return field->row && field->row->count == 1 && record_reference(field->row->fields);
}

bool record_is_yes(const struct field *field)
{
    return field->choices && !field->choices[1].name;
}

/* A document of the menu is given by its key, another one by an object. */
static void fill_document(const struct making *making, const cJSON *value, cJSON *item)
{
    const struct view *view = making->view;
    const char *key = cJSON_GetStringValue(value);
    const struct entry *entry = key ? menu_find(making->names->menu, key) : NULL;
    enum document_kind kind =
        key ? DOCUMENT_KINDS : document_kind_from(content_string(value, "kind"));
    json_text(item, "key", key ? key : content_string(value, "key"));
    if (entry) {
        json_text(item, "kind", document_kinds[entry->kind].name);
        json_text(item, "title", entry->short_title);
        json_text(item, "url", view_document_url(view, entry->kind, view->language, entry->slug));
    } else if (kind < DOCUMENT_KINDS) {
        json_text(item, "kind", document_kinds[kind].name);
        json_text(item, "title",
                  content_string(value, kind == DOCUMENT_MEETING ? "short" : "title"));
        json_text(item, "url",
                  view_document_url(view, kind, view->language, content_string(value, "slug")));
    }
}

static void fill_reference(const struct making *making, const struct field *field,
                           const cJSON *value, cJSON *item)
{
    const char *key = cJSON_GetStringValue(value);
    switch (record_reference(field)) {
    case REFERS_TO_AREA:
        names_fill_area(&making->names->names->areas, key, item);
        break;
    case REFERS_TO_PLACE:
        names_fill_place(making->names->names, key, item);
        break;
    default:
        fill_document(making, value, item);
    }
}

/* Whether VALUE is the key of a document that is no longer in the menu. */
static bool is_lost(const struct making *making, const struct field *field, const cJSON *value)
{
    const char *key = cJSON_GetStringValue(value);
    return record_reference(field) == REFERS_TO_DOCUMENT && key &&
           !menu_find(making->names->menu, key);
}

static void add_value(const struct making *making, const struct field *field, const cJSON *value,
                      cJSON *into)
{
    const char *name = record_member(field);
    if (is_lost(making, field, value))
        return;
    if (record_reference(field))
        fill_reference(making, field, value, json_member(into, name));
    else if (field->kind == FIELD_NUMBER)
        cJSON_AddRawToObject(into, name, cJSON_GetStringValue(value));
    else if (record_is_yes(field))
        cJSON_AddTrueToObject(into, name);
    else
        json_text(into, name, cJSON_GetStringValue(value));
}

/* Leaves out a row that has lost everything it refers to. */
static void add_row(const struct making *making, const struct field *field, const cJSON *row,
                    cJSON *list)
{
    cJSON *item = cJSON_CreateObject();
    const char *number = content_string(row, "number");
    if (field->anchor && number)
        json_text(item, "url",
                  arena_print(making->view->arena, "%s#%s%s", making->url, field->anchor, number));
    for (size_t i = 0; i < field->row->count; i++) {
        const struct field *its = &field->row->fields[i];
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(row, its->name);
        if (value)
            add_value(making, its, value, item);
    }
    if (item->child)
        cJSON_AddItemToArray(list, item);
    else
        cJSON_Delete(item);
}

static void add_rows(const struct making *making, const struct field *field, const cJSON *rows,
                     cJSON *into)
{
    cJSON *list = json_list(into, record_member(field));
    const cJSON *row;
    cJSON_ArrayForEach (row, rows)
        if (record_is_list_of_references(field))
            fill_reference(making, field->row->fields,
                           cJSON_GetObjectItemCaseSensitive(row, field->row->fields[0].name),
                           json_item(list));
        else
            add_row(making, field, row, list);
}

static void add_fields(const struct making *making, const struct form *form,
                       const struct document *document, cJSON *into)
{
    const cJSON *shown = cJSON_GetObjectItemCaseSensitive(document->content, "record");
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(shown, field->name);
        if (*record_member(field) == '\0')
            continue;
        if (field->kind == FIELD_ROWS)
            add_rows(making, field, value, into);
        else if (value)
            add_value(making, field, value, into);
    }
}

static void add_sources(const struct document *document, cJSON *record)
{
    cJSON *sources = json_list(record, "sources");
    for (size_t i = 0; i < document->source_count; i++) {
        cJSON *item = json_item(sources);
        json_text(item, "url", document->sources[i].url);
        json_text(item, "title", document->sources[i].title);
        json_text(item, "publisher", document->sources[i].publisher);
        json_text(item, "language", document->sources[i].language);
    }
}

static void add_attachments(const struct view *view, const struct document *document, cJSON *record)
{
    cJSON *documents = json_list(record, "documents");
    for (size_t i = 0; i < document->attachment_count; i++) {
        const struct attachment *attachment = &document->attachments[i];
        const char *path = view_attachment_path(view, attachment);
        cJSON *item = json_item(documents);
        json_text(item, "url", attachment->file ? view_url(view, path) : path);
        json_text(item, "title", attachment->title);
        json_text(item, "language", attachment->language);
        json_text(item, "sha256", attachment->file);
        if (attachment->file)
            cJSON_AddNumberToObject(item, "size", (double)attachment->size);
    }
}

static void add_named_by(const struct making *making, const struct document *document,
                         cJSON *record)
{
    cJSON *list = json_list(record, "named_by");
    const cJSON *named;
    cJSON_ArrayForEach (named, cJSON_GetObjectItemCaseSensitive(document->content, "named_by"))
        fill_document(making, named, json_item(list));
}

static void add_translations(const struct view *view, enum document_kind kind,
                             const struct document *document, cJSON *record)
{
    cJSON *translations = json_member(record, "translations");
    for (enum language language = 0; language < LANGUAGES; language++)
        if (document->slugs[language])
            json_text(translations, language_tag(language),
                      view_document_url(view, kind, language, document->slugs[language]));
}

cJSON *view_record(const struct view *view, enum document_kind kind,
                   const struct document *document, const struct form *form,
                   const struct record_names *names)
{
    const struct making making = { view, names,
                                   view_document_url(view, kind, view->language, document->slug) };
    cJSON *record = json_object(view->arena);
    cJSON_AddNumberToObject(record, "version", JSON_VERSION);
    json_text(record, "url", making.url);
    json_text(record, "kind", document_kinds[kind].name);
    json_text(record, "key", document->key);
    json_text(record, "language", language_tag(document->language));
    json_text(record, "license", view->config->licence_url);
    json_text(record, "title", document->title);
    json_text(record, "summary", document->summary);
    json_text(record, "body", document->body);
    json_text(record, "published", document->published);
    json_text(record, "changed", document->changed);
    add_fields(&making, form, document, record);
    add_sources(document, record);
    add_attachments(view, document, record);
    view_record_pictures(view, document, record);
    add_named_by(&making, document, record);
    add_translations(view, kind, document, record);
    cJSON *untranslated = json_list(record, "untranslated");
    const cJSON *field;
    cJSON_ArrayForEach (field, cJSON_GetObjectItemCaseSensitive(document->content, "untranslated"))
        cJSON_AddItemToArray(untranslated, cJSON_CreateString(cJSON_GetStringValue(field)));
    return record;
}
