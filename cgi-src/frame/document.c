/* SPDX-License-Identifier: EUPL-1.2 */
/* Document: a stable thing with editions in up to four languages. */
#include "frame/document.h"

#include <string.h>

#include "base/log.h"

#define COLUMNS                                                                             \
    "select key, language, slug, published, title, short, summary, nature, body, content, " \
    "to_char(changed at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"                 \
    " from page where for_language = $2 and "

STATEMENT(document_by_key, COLUMNS "key = $1");

STATEMENT(document_by_slug, COLUMNS "document_id = " DOCUMENT_AT_SLUG("$1", "$2", "$3"));

static void release_json(void *json)
{
    cJSON_Delete(json);
}

const char *content_string(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

const char **content_strings(const cJSON *list, struct arena *arena, size_t *count)
{
    const char **strings = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *strings);
    const cJSON *item;
    *count = 0;
    cJSON_ArrayForEach (item, list)
        strings[(*count)++] = cJSON_GetStringValue(item);
    return strings;
}

static void read_slugs(const cJSON *slugs, struct document *document)
{
    for (enum language language = 0; language < LANGUAGES; language++)
        document->slugs[language] = content_string(slugs, language_tag(language));
}

static void read_sources(const cJSON *sources, struct arena *arena, struct document *document)
{
    document->sources =
        arena_array(arena, (size_t)cJSON_GetArraySize(sources), sizeof *document->sources);
    const cJSON *source;
    cJSON_ArrayForEach (source, sources)
        document->sources[document->source_count++] = (struct source){
            .url = content_string(source, "url"),
            .title = content_string(source, "title"),
            .publisher = content_string(source, "publisher"),
            .language = content_string(source, "language"),
        };
}

static int whole_number(const cJSON *object, const char *name)
{
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(object, name);
    return number ? number->valueint : 0;
}

static void read_attachments(const cJSON *list, struct arena *arena, struct document *document)
{
    document->attachments =
        arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *document->attachments);
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        document->attachments[document->attachment_count++] = (struct attachment){
            .number = whole_number(item, "number"),
            .url = content_string(item, "url"),
            .file = content_string(item, "file"),
            .size = whole_number(item, "size"), /* 25 MB at most */
            .title = content_string(item, "title"),
            .language = content_string(item, "language"),
        };
}

static struct named read_named(const cJSON *object)
{
    return (struct named){
        .key = content_string(object, "key"),
        .kind = document_kind_from(content_string(object, "kind")),
        .language = language_from_tag(content_string(object, "language"), 2),
        .slug = content_string(object, "slug"),
        .title = content_string(object, "title"),
        .short_title = content_string(object, "short"),
    };
}

const struct named *content_named(const cJSON *object, struct arena *arena)
{
    if (!object)
        return NULL;
    struct named *named = arena_array(arena, 1, sizeof *named);
    *named = read_named(object);
    return named;
}

static struct named_list read_named_list(const cJSON *list, struct arena *arena)
{
    struct named_list named = { .items = arena_array(arena, (size_t)cJSON_GetArraySize(list),
                                                     sizeof *named.items) };
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        if (cJSON_IsObject(item))
            named.items[named.count++] = read_named(item);
    return named;
}

static void read_document(const struct rows *rows, struct arena *arena, void *into)
{
    struct document *document = into;
    if (rows_count(rows) == 0)
        return;
    cJSON *content = cJSON_Parse(rows_text(rows, 0, 9));
    if (!content) {
        log_error("content is not JSON", log_string("document", rows_text(rows, 0, 0)));
        return;
    }
    arena_defer(arena, release_json, content);
    *document = (struct document){
        .found = true,
        .key = rows_text(rows, 0, 0),
        .language = rows_language(rows, 0, 1),
        .slug = rows_text(rows, 0, 2),
        .published = rows_text(rows, 0, 3),
        .title = rows_text(rows, 0, 4),
        .short_title = rows_text(rows, 0, 5),
        .summary = rows_text(rows, 0, 6),
        .nature = rows_text(rows, 0, 7),
        .body = rows_text(rows, 0, 8),
        .content = content,
        .changed = rows_text(rows, 0, 10),
    };
    read_slugs(cJSON_GetObjectItemCaseSensitive(content, "slugs"), document);
    read_sources(cJSON_GetObjectItemCaseSensitive(content, "sources"), arena, document);
    read_attachments(cJSON_GetObjectItemCaseSensitive(content, "documents"), arena, document);
    document->named_by =
        read_named_list(cJSON_GetObjectItemCaseSensitive(content, "named_by"), arena);
    document->links = read_named_list(cJSON_GetObjectItemCaseSensitive(content, "links"), arena);
}

void document_ask(struct batch *batch, enum document_kind kind, enum language language,
                  const char *slug, struct document *document)
{
    if (kind == DOCUMENT_HOME || kind == DOCUMENT_OVERVIEW)
        BATCH_ASK(batch, &document_by_key, read_document, document, document_kinds[kind].name,
                  language_tag(language));
    else
        BATCH_ASK(batch, &document_by_slug, read_document, document, document_kinds[kind].name,
                  language_tag(language), slug);
}

const char *document_text(const struct document *document, const char *field)
{
    return content_string(cJSON_GetObjectItemCaseSensitive(document->content, "texts"), field);
}

bool document_lacks(const struct document *document, const char *field)
{
    const size_t length = strlen(field);
    const cJSON *lacking;
    cJSON_ArrayForEach (lacking,
                        cJSON_GetObjectItemCaseSensitive(document->content, "untranslated")) {
        const char *name = cJSON_GetStringValue(lacking);
        if (strncmp(name, field, length) == 0 && (!name[length] || name[length] == '.'))
            return true;
    }
    return false;
}

enum language document_original(const struct document *document)
{
    const char *original = content_string(document->content, "original");
    return language_from_tag(original, strlen(original));
}
