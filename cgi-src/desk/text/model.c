/* SPDX-License-Identifier: EUPL-1.2 */
/* Edition: a text of a document in one language as editors see it. */
#include "desk/text/model.h"

#include <string.h>

#include "base/calendar_date.h"

STATEMENT(
    edition_head,
    "select d.id, d.key, d.kind, d.original, n.id, e.slug, n.state = 'draft',"
    " exists (select from edition p where p.document_id = d.id and p.language = $2 and p.state = "
    "'published'),"
    " case when d.original <> $2 then o.id end, coalesce(t.value, d.key), to_char(e.publish_at at "
    "time zone 'Europe/Brussels',"
    " 'YYYY-MM-DD'), to_char(e.publish_at at time zone 'Europe/Brussels', case when extract(second "
    "from e.publish_at) = 0"
    " then 'HH24:MI' else 'HH24:MI:SS' end), o.state = 'draft',"
    " to_char(e.failed_at at time zone 'Europe/Brussels', 'YYYY-MM-DD'), to_char(e.failed_at at "
    "time zone 'Europe/Brussels',"
    " 'HH24:MI'), e.failed_because, is_minor(n.id)"
    " from document d left join newest_edition n on n.document_id = d.id and n.language = $2 left "
    "join edition e on e.id = n.id"
    " left join newest_edition o on o.document_id = d.id and o.language = d.original"
    " left join edition_text t on t.edition_id = o.id and t.field = 'title' where d.key = $1");

/* The original from which a text was translated is found by its hash among all editions of the
 * original. If a translation leaves a text out on purpose, that is recorded with this hash, too. */
STATEMENT(edition_texts,
          "select f.field, mine.value, o_text.value,"
          " d.original <> $2 and n.id is not null and case when mine.value is not null then"
          "   mine.translated_from is distinct from sense(o_text)"
          "  else o_text.value is not null and not exists (select from omitted_text x where "
          "x.edition_id = n.id"
          "   and x.field = f.field and x.hash = sense(o_text)) end,"
          " case when mine.translated_from is distinct from sense(o_text) then (select b.value "
          "from edition_text b join edition be"
          "   on be.id = b.edition_id where be.document_id = d.id and be.language = d.original and "
          "b.field = f.field"
          "   and sense(b) = mine.translated_from order by b.edition_id desc limit 1) end"
          " from document d cross join lateral editable_fields(d.id) f"
          " left join newest_edition n on n.document_id = d.id and n.language = $2"
          " left join newest_edition o on o.document_id = d.id and o.language = d.original and "
          "d.original <> $2"
          " left join edition_text mine on mine.edition_id = n.id and mine.field = f.field"
          " left join edition_text o_text on o_text.edition_id = o.id and o_text.field = f.field"
          " where d.key = $1 order by f.place");

STATEMENT(edition_saves,
          "select e.id, to_char(e.created_at at time zone 'Europe/Brussels', 'YYYY-MM-DD "
          "HH24:MI'), e.state, e.author, e.note,"
          " to_char(r.created_at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI')"
          " from edition e join document d on d.id = e.document_id left join edition r on r.id = "
          "e.restored_from"
          " where d.key = $1 and e.language = $2 and ($3::bigint is null or e.id < $3::bigint) "
          "order by e.id desc limit $4");

/* One save of this text, and of no other, whatever the id. An edition without texts has a row,
 * too. */
STATEMENT(edition_fields,
          "select t.field, t.value, e.slug, e.author, to_char(e.created_at at time zone "
          "'Europe/Brussels', 'YYYY-MM-DD HH24:MI')"
          " from edition e join document d on d.id = e.document_id left join (edition_text t join "
          "editable_fields((select id from"
          " document where key = $1)) f on f.field = t.field) on t.edition_id = e.id"
          " where d.key = $1 and e.language = $2 and e.id = $3::bigint order by f.place");

STATEMENT(edition_write, "select result, edition from write_text($1, $2, $3::inet, $4::bigint, $5, "
                         "$6::bigint, $7::bigint, $8, $9::jsonb, $10,"
                         " $11::boolean, $12::timestamptz)");
STATEMENT(edition_restore,
          "select result, edition from restore_text($1, $2::inet, $3, $4, $5::bigint)");
STATEMENT(edition_withdraw, "select withdraw_text($1, $2::inet, $3, $4)");
STATEMENT(
    edition_links,
    "select key, kind, language, slug, title, short from visitor.page where for_language = $1"
    " and kind in ('meeting', 'obstacle', 'practice') and key in (select links_of($2)) limit 200");

static bool is_true(const struct rows *rows, size_t row, int column)
{
    const char *value = rows_text(rows, row, column);
    return value && strcmp(value, "t") == 0;
}

static void read_head(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct edition *edition = into;
    edition->found = rows_count(rows) > 0;
    if (!edition->found)
        return;
    edition->document_id = rows_text(rows, 0, 0);
    edition->key = rows_text(rows, 0, 1);
    edition->kind = document_kind_from(rows_text(rows, 0, 2));
    edition->original = rows_language(rows, 0, 3);
    edition->id = rows_text(rows, 0, 4);
    edition->slug = rows_text(rows, 0, 5);
    edition->drafted = is_true(rows, 0, 6);
    edition->published = is_true(rows, 0, 7);
    edition->original_id = rows_text(rows, 0, 8);
    edition->title = rows_text(rows, 0, 9);
    edition->publish_day = rows_text(rows, 0, 10);
    edition->publish_time = rows_text(rows, 0, 11);
    edition->original_drafted = is_true(rows, 0, 12);
    edition->failed_day = rows_text(rows, 0, 13);
    edition->failed_time = rows_text(rows, 0, 14);
    edition->failed_because = rows_text(rows, 0, 15);
    edition->minor = is_true(rows, 0, 16);
}

static void read_texts(const struct rows *rows, struct arena *arena, void *into)
{
    struct edition *edition = into;
    edition->text_count = rows_count(rows);
    edition->texts = arena_array(arena, edition->text_count, sizeof *edition->texts);
    for (size_t i = 0; i < edition->text_count; i++)
        edition->texts[i] = (struct edition_text){
            .field = rows_text(rows, i, 0),
            .value = rows_text(rows, i, 1),
            .original = rows_text(rows, i, 2),
            .outdated = is_true(rows, i, 3),
            .before = rows_text(rows, i, 4),
        };
}

void edition_ask(struct batch *batch, const char *key, enum language language,
                 struct edition *edition)
{
    BATCH_ASK(batch, &edition_head, read_head, edition, key, language_tag(language));
    BATCH_ASK(batch, &edition_texts, read_texts, edition, key, language_tag(language));
}

static void read_saves(const struct rows *rows, struct arena *arena, void *into)
{
    struct saves *saves = into;
    saves->count = rows_count(rows);
    saves->items = arena_array(arena, saves->count, sizeof *saves->items);
    for (size_t i = 0; i < saves->count; i++)
        saves->items[i] = (struct save){
            .id = rows_text(rows, i, 0),
            .at = rows_text(rows, i, 1),
            .state = rows_text(rows, i, 2),
            .author = rows_text(rows, i, 3),
            .note = rows_text(rows, i, 4),
            .restored = rows_text(rows, i, 5),
        };
}

void saves_ask(struct batch *batch, const char *key, enum language language, const char *before,
               int max, struct saves *saves)
{
    BATCH_ASK(batch, &edition_saves, read_saves, saves, key, language_tag(language), before,
              batch_number(batch, max));
}

static void read_fields(const struct rows *rows, struct arena *arena, void *into)
{
    struct edition_fields *fields = into;
    fields->found = rows_count(rows) > 0;
    fields->items = arena_array(arena, rows_count(rows), sizeof *fields->items);
    for (size_t i = 0; i < rows_count(rows); i++) {
        struct field_value item = { .field = rows_text(rows, i, 0),
                                    .value = rows_text(rows, i, 1) };
        if (item.field)
            fields->items[fields->count++] = item;
        fields->slug = rows_text(rows, i, 2);
        fields->author = rows_text(rows, i, 3);
        fields->at = rows_text(rows, i, 4);
    }
}

void edition_fields_ask(struct batch *batch, const char *key, enum language language,
                        const char *id, struct edition_fields *fields)
{
    BATCH_ASK(batch, &edition_fields, read_fields, fields, key, language_tag(language), id);
}

const char *edition_field(const struct edition_fields *fields, const char *field)
{
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->items[i].field, field) == 0)
            return fields->items[i].value;
    return "";
}

static void read_saved(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    static const char *const results[] = {
        [SAVE_DONE] = "saved",        [SAVE_UNCHANGED] = "unchanged",
        [SAVE_CONFLICT] = "conflict", [SAVE_PUBLISHED] = "published",
        [SAVE_TAKEN] = "taken",
    };
    struct saved *saved = into;
    const char *result = rows_text(rows, 0, 0);
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        if (strcmp(results[i], result) == 0)
            saved->result = (enum save_result)i;
    saved->id = rows_text(rows, 0, 1);
}

void edition_write_ask(struct batch *batch, const struct edition_change *change,
                       struct saved *saved)
{
    BATCH_ASK(batch, &edition_write, read_saved, saved, change->action, change->account,
              change->address, change->document_id, language_tag(change->language), change->base,
              change->original_id, change->slug, change->texts, change->note,
              change->minor ? "t" : "f", change->at);
}

void edition_restore_ask(struct batch *batch, const char *account, const char *address,
                         const char *key, enum language language, const char *id,
                         struct saved *saved)
{
    BATCH_ASK(batch, &edition_restore, read_saved, saved, account, address, key,
              language_tag(language), id);
}

void edition_withdraw_ask(struct batch *batch, const char *account, const char *address,
                          const char *key, enum language language)
{
    BATCH_ASK(batch, &edition_withdraw, NULL, NULL, account, address, key, language_tag(language));
}

static void read_links(const struct rows *rows, struct arena *arena, void *into)
{
    struct named_list *links = into;
    links->count = rows_count(rows);
    links->items = arena_array(arena, links->count, sizeof *links->items);
    for (size_t i = 0; i < links->count; i++)
        links->items[i] = (struct named){
            .key = rows_text(rows, i, 0),
            .kind = document_kind_from(rows_text(rows, i, 1)),
            .language = rows_language(rows, i, 2),
            .slug = rows_text(rows, i, 3),
            .title = rows_text(rows, i, 4),
            .short_title = rows_text(rows, i, 5),
        };
}

void edition_links_ask(struct batch *batch, enum language language, const char *markdown,
                       struct named_list *links)
{
    BATCH_ASK(batch, &edition_links, read_links, links, language_tag(language), markdown);
}
