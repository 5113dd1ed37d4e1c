/* Record: a document as JSON, with all that its page shows. */
#include "record/json.h"

#include "record/picture_view.h"
#include "record/view.h"

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

cJSON *view_record(const struct view *view, enum document_kind kind,
                   const struct document *document)
{
    cJSON *record = json_object(view->arena);
    json_text(record, "url", view_document_url(view, kind, view->language, document->slug));
    json_text(record, "key", document->key);
    json_text(record, "language", language_tag(document->language));
    json_text(record, "title", document->title);
    json_text(record, "summary", document->summary);
    json_text(record, "body", document->body);
    json_text(record, "published", document->published);
    add_sources(document, record);
    view_record_pictures(view, document, record);
    cJSON *translations = json_member(record, "translations");
    for (enum language language = 0; language < LANGUAGES; language++)
        if (document->slugs[language])
            json_text(translations, language_tag(language),
                      view_document_url(view, kind, language, document->slugs[language]));
    return record;
}

void view_record_attachments(const struct view *view, const struct document *document,
                             cJSON *record)
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
