/* Document: a stable thing with editions in up to four languages. */
#include "model/document.h"

#include <string.h>

/* What both ways to choose have in common: the edition in the visitor's language ($2), or else the original, or else any; and a note to the
 * statements behind it in the transaction, which this_document() and this_edition() read. */
#define CHOOSE                                                                                                         \
    "select e.key, e.language, e.original, e.slug,"                                                                    \
    " to_char(e.published_at at time zone 'Europe/Brussels', 'YYYY-MM-DD'),"                                           \
    " set_config('benelux.document', e.document_id::text, true), set_config('benelux.edition', e.edition_id::text, true)"
#define BEST_EDITION "(e.language = $2) desc, (e.language = e.original) desc, e.language limit 1"

STATEMENT(document_by_key,
          CHOOSE " from (select * from edition e where e.key = $1 order by " BEST_EDITION ") e");

STATEMENT(document_by_slug,
          CHOOSE " from (select e.* from address a join edition e using (document_id) where a.kind = $1 and a.slug = $3"
                 " order by (a.language = $2) desc, (a.language = e.original) desc, a.document_id, " BEST_EDITION ") e");

STATEMENT(document_texts, "select field, value from edition_text where edition_id = this_edition()");
STATEMENT(document_slugs, "select language, slug from edition where document_id = this_document()");
STATEMENT(document_sources,
          "select url, title, publisher, language from source where document_id = this_document() order by position");

static const char *const kind_names[DOCUMENT_KINDS] = {
    [DOCUMENT_HOME] = "home",       [DOCUMENT_OVERVIEW] = "overview", [DOCUMENT_TOPIC] = "topic",
    [DOCUMENT_PARTNER] = "partner", [DOCUMENT_PAGE] = "page",
};

const char *document_kind_name(enum document_kind kind)
{
    return kind_names[kind];
}

enum document_kind document_kind_from(const char *name)
{
    enum document_kind kind = 0;
    while (kind < DOCUMENT_KINDS && strcmp(kind_names[kind], name) != 0)
        kind++;
    return kind;
}

static void read_document(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct document *document = into;
    document->found = rows_count(rows) == 1;
    if (!document->found)
        return;
    document->key = rows_text(rows, 0, 0);
    document->language = rows_language(rows, 0, 1);
    document->original = rows_language(rows, 0, 2);
    document->slug = rows_text(rows, 0, 3);
    document->published = rows_text(rows, 0, 4);
}

void document_ask(struct batch *batch, enum document_kind kind, enum language language, const char *slug, struct document *document)
{
    if (kind == DOCUMENT_HOME || kind == DOCUMENT_OVERVIEW)
        BATCH_ASK(batch, &document_by_key, read_document, document, kind_names[kind], language_tag(language));
    else
        BATCH_ASK(batch, &document_by_slug, read_document, document, kind_names[kind], language_tag(language), slug);
}

static void read_texts(const struct rows *rows, struct arena *arena, void *into)
{
    struct document *document = into;
    document->text_count = rows_count(rows);
    document->texts = arena_array(arena, document->text_count, sizeof *document->texts);
    for (size_t i = 0; i < document->text_count; i++)
        document->texts[i] = (struct text){ .field = rows_text(rows, i, 0), .value = rows_text(rows, i, 1) };
}

static void read_slugs(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct document *document = into;
    for (size_t i = 0; i < rows_count(rows); i++)
        document->slugs[rows_language(rows, i, 0)] = rows_text(rows, i, 1);
}

static void read_sources(const struct rows *rows, struct arena *arena, void *into)
{
    struct sources *sources = into;
    sources->count = rows_count(rows);
    sources->items = arena_array(arena, sources->count, sizeof *sources->items);
    for (size_t i = 0; i < sources->count; i++)
        sources->items[i] = (struct source){
            .url = rows_text(rows, i, 0),
            .title = rows_text(rows, i, 1),
            .publisher = rows_text(rows, i, 2),
            .language = rows_text(rows, i, 3),
        };
}

void document_texts_ask(struct batch *batch, struct document *document)
{
    BATCH_ASK(batch, &document_texts, read_texts, document);
    BATCH_ASK(batch, &document_slugs, read_slugs, document);
    BATCH_ASK(batch, &document_sources, read_sources, &document->sources);
}

const char *document_text(const struct document *document, const char *field)
{
    for (size_t i = 0; i < document->text_count; i++)
        if (strcmp(document->texts[i].field, field) == 0)
            return document->texts[i].value;
    return NULL;
}
