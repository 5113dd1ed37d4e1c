/* Record: a document as JSON, with all that its page shows. */
#include "record/json.h"

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

cJSON *view_record(const struct view *view, enum document_kind kind, const struct document *document)
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
    cJSON *translations = json_member(record, "translations");
    for (enum language language = 0; language < LANGUAGES; language++)
        if (document->slugs[language])
            json_text(translations, language_tag(language), view_document_url(view, kind, language, document->slugs[language]));
    return record;
}
