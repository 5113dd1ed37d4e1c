/* SPDX-License-Identifier: EUPL-1.2 */
/* Managed document: a document as the desk keeps it: its languages, what refers to it, and the
 * links to its previews. */
#include "desk/document/model.h"

#include <string.h>

#define MINUTE " at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI')"

STATEMENT(
    managed_head,
    "select d.key, d.kind, d.original, coalesce(t.value, d.key),"
    " to_char(d.archived_at at time zone 'Europe/Brussels', 'YYYY-MM-DD')"
    " from document d left join newest_edition n on n.document_id = d.id and n.language = "
    "d.original"
    " left join edition_text t on t.edition_id = n.id and t.field = 'title' where d.key = $1");

STATEMENT(managed_texts, "select l.code, public.slug, to_char(public.published_at" MINUTE
                         ", to_char(draft.created_at" MINUTE ", draft.author,"
                         " to_char(draft.publish_at" MINUTE ","
                         " exists (select from text_state s where s.document_id = d.id and "
                         "s.language = l.code and s.outdated is not null),"
                         " exists (select from edition e where e.document_id = d.id and e.language "
                         "= l.code and e.state = 'superseded')"
                         " from document d cross join language l"
                         " left join edition public on public.document_id = d.id and "
                         "public.language = l.code and public.state = 'published'"
                         " left join edition draft on draft.document_id = d.id and draft.language "
                         "= l.code and draft.state = 'draft'"
                         " where d.key = $1");

/* Documents that link to it come first, since these links would break. Titles are looked up only
 * for those that are shown. */
STATEMENT(managed_uses, "select u.reason, d.key, coalesce(t.value, d.key), d.original, u.detail, "
                        "u.total, nullif(h.starts, ''),"
                        " case when d.kind = 'meeting' then forum_named(d.id) end"
                        " from (select u.*, count(*) over () as total from document o cross join "
                        "lateral used_on(o.id) u where o.key = $1"
                        "        order by array_position(array['link', 'taken-up', 'relation', "
                        "'meeting'], u.reason), u.document_id desc limit $2) u"
                        " join document d on d.id = u.document_id"
                        " left join lateral (select n.id from edition n where n.document_id = d.id "
                        "and n.language = d.original"
                        "        order by n.id desc limit 1) n on true"
                        " left join edition_text t on t.edition_id = n.id and t.field = 'title'"
                        " left join heading h on h.document_id = d.id"
                        " order by array_position(array['link', 'taken-up', 'relation', "
                        "'meeting'], u.reason), d.kind, h.starts desc, t.value, "
                        "d.key");

STATEMENT(
    managed_previews,
    "select p.id, p.account, to_char(p.expires_at" MINUTE
    ", p.language from preview p join document d on d.id = p.document_id"
    " where d.key = $1 and p.expires_at > now() order by p.expires_at desc, p.id desc limit 50");

STATEMENT(managed_publish,
          "select language, fault from publish_texts($1, $2::inet, $3, array[$4, $5, $6, $7])");
STATEMENT(managed_schedule,
          "select language, fault from schedule_texts($1, $2::inet, $3, array[$4, "
          "$5, $6, $7], $8::timestamptz)");
STATEMENT(managed_archive, "select archive_document($1, $2::inet, $3)");
STATEMENT(managed_align, "select language from align_texts($1, $2::inet, $3)");
STATEMENT(managed_unarchive, "select unarchive_document($1, $2::inet, $3)");
STATEMENT(managed_end_preview, "select end_preview($1, $2::inet, $3, $4::bigint)");

static bool is_true(const struct rows *rows, size_t row, int column)
{
    return strcmp(rows_text(rows, row, column), "t") == 0;
}

static void read_head(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct managed_document *document = into;
    document->found = rows_count(rows) > 0;
    if (!document->found)
        return;
    document->key = rows_text(rows, 0, 0);
    document->kind = document_kind_from(rows_text(rows, 0, 1));
    document->original = rows_language(rows, 0, 2);
    document->title = rows_text(rows, 0, 3);
    document->archived_at = rows_text(rows, 0, 4);
}

static void read_texts(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct managed_document *document = into;
    for (size_t i = 0; i < rows_count(rows); i++)
        document->texts[rows_language(rows, i, 0)] = (struct managed_text){
            .slug = rows_text(rows, i, 1),
            .published_at = rows_text(rows, i, 2),
            .draft_at = rows_text(rows, i, 3),
            .draft_author = rows_text(rows, i, 4),
            .scheduled_at = rows_text(rows, i, 5),
            .outdated = is_true(rows, i, 6),
            .was_public = is_true(rows, i, 7),
        };
}

static enum use_reason reason_from(const char *name)
{
    static const char *const names[USE_REASONS] = { "link", "taken-up", "relation", "meeting" };
    enum use_reason reason = 0;
    while (reason < USE_REASONS - 1 && strcmp(names[reason], name) != 0)
        reason++;
    return reason;
}

static void read_uses(const struct rows *rows, struct arena *arena, void *into)
{
    struct managed_document *document = into;
    document->use_count = rows_count(rows);
    document->uses = arena_array(arena, document->use_count, sizeof *document->uses);
    for (size_t i = 0; i < document->use_count; i++) {
        document->uses[i] = (struct use){
            .reason = reason_from(rows_text(rows, i, 0)),
            .key = rows_text(rows, i, 1),
            .title = rows_text(rows, i, 2),
            .language = rows_language(rows, i, 3),
            .detail = rows_text(rows, i, 4),
            .starts = rows_text(rows, i, 6),
            .forum = rows_text(rows, i, 7),
        };
        document->use_total = rows_number(rows, i, 5);
    }
}

static void read_previews(const struct rows *rows, struct arena *arena, void *into)
{
    struct managed_document *document = into;
    document->preview_count = rows_count(rows);
    document->previews = arena_array(arena, document->preview_count, sizeof *document->previews);
    for (size_t i = 0; i < document->preview_count; i++)
        document->previews[i] = (struct managed_preview){
            .id = rows_text(rows, i, 0),
            .account = rows_text(rows, i, 1),
            .until = rows_text(rows, i, 2),
            .language = rows_language(rows, i, 3),
        };
}

void managed_document_ask(struct batch *batch, const char *key, int uses_most,
                          struct managed_document *document)
{
    BATCH_ASK(batch, &managed_head, read_head, document, key);
    BATCH_ASK(batch, &managed_texts, read_texts, document, key);
    BATCH_ASK(batch, &managed_uses, read_uses, document, key, batch_number(batch, uses_most));
    BATCH_ASK(batch, &managed_previews, read_previews, document, key);
}

static void read_publications(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct publications *publications = into;
    for (size_t i = 0; i < rows_count(rows); i++) {
        const char *fault = rows_text(rows, i, 1);
        publications->failed = true;
        publications->results[rows_language(rows, i, 0)] =
            strcmp(fault, "draft") == 0   ? PUBLICATION_NO_DRAFT
            : strcmp(fault, "texts") == 0 ? PUBLICATION_NO_TEXTS
                                          : PUBLICATION_TAKEN;
    }
}

static void tags_of(const bool languages[static LANGUAGES], const char *tags[static LANGUAGES])
{
    for (enum language language = 0; language < LANGUAGES; language++)
        tags[language] = languages[language] ? language_tag(language) : NULL;
}

void managed_schedule_ask(struct batch *batch, const struct managed_change *change,
                          const bool languages[static LANGUAGES], const char *at,
                          struct publications *publications)
{
    const char *tags[LANGUAGES];
    tags_of(languages, tags);
    BATCH_ASK(batch, &managed_schedule, read_publications, publications, change->account,
              change->address, change->key, tags[0], tags[1], tags[2], tags[3], at);
}

void managed_publish_ask(struct batch *batch, const struct managed_change *change,
                         const bool languages[static LANGUAGES], struct publications *publications)
{
    const char *tags[LANGUAGES];
    tags_of(languages, tags);
    BATCH_ASK(batch, &managed_publish, read_publications, publications, change->account,
              change->address, change->key, tags[0], tags[1], tags[2], tags[3]);
}

void managed_archive_ask(struct batch *batch, const struct managed_change *change)
{
    BATCH_ASK(batch, &managed_archive, NULL, NULL, change->account, change->address, change->key);
}

static void read_left(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = rows_count(rows) > 0;
}

void managed_align_ask(struct batch *batch, const struct managed_change *change, bool *left)
{
    BATCH_ASK(batch, &managed_align, read_left, left, change->account, change->address,
              change->key);
}

void managed_unarchive_ask(struct batch *batch, const struct managed_change *change)
{
    BATCH_ASK(batch, &managed_unarchive, NULL, NULL, change->account, change->address, change->key);
}

void managed_end_preview_ask(struct batch *batch, const struct managed_change *change,
                             const char *id)
{
    BATCH_ASK(batch, &managed_end_preview, NULL, NULL, change->account, change->address,
              change->key, id);
}
