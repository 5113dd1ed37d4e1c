/* Edition: a text of a document in one language as editors see it. */
#include "model/edition.h"

#include <string.h>

STATEMENT(
    edition_head,
    "select d.id, d.key, d.kind, d.original, n.id, e.slug, n.state = 'draft',"
    " exists (select from edition p where p.document_id = d.id and p.language = $2 and p.state = 'published'),"
    " case when d.original <> $2 then o.id end, coalesce(t.value, d.key)"
    " from document d left join newest_edition n on n.document_id = d.id and n.language = $2 left join edition e on e.id = n.id"
    " left join newest_edition o on o.document_id = d.id and o.language = d.original"
    " left join edition_text t on t.edition_id = o.id and t.field = 'title' where d.key = $1");

/* The text that a translation was made from is found by its hash among all editions of the original. */
STATEMENT(
    edition_texts,
    "select f.field, mine.value, original.value,"
    " case when mine.translated_from is distinct from original.hash then (select b.value from edition_text b join edition be"
    "   on be.id = b.edition_id where be.document_id = d.id and be.language = d.original and b.field = f.field"
    "   and b.hash = mine.translated_from order by b.edition_id desc limit 1) end"
    " from document d cross join lateral editable_fields(d.id) f"
    " left join newest_edition n on n.document_id = d.id and n.language = $2"
    " left join newest_edition o on o.document_id = d.id and o.language = d.original and d.original <> $2"
    " left join edition_text mine on mine.edition_id = n.id and mine.field = f.field"
    " left join edition_text original on original.edition_id = o.id and original.field = f.field"
    " where d.key = $1 order by f.place");

STATEMENT(
    edition_saves,
    "select e.id, to_char(e.created_at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI'), e.state, e.author, e.note"
    " from edition e join document d on d.id = e.document_id where d.key = $1 and e.language = $2 order by e.id desc limit $3");

STATEMENT(edition_fields,
          "select t.field, t.value, e.slug, e.author, to_char(e.created_at at time zone 'Europe/Brussels', 'YYYY-MM-DD"
          " HH24:MI') from edition e join edition_text t on t.edition_id = e.id where e.id = $1::bigint order by t.field");

STATEMENT(edition_save,
          "select result, edition from save_text($1, $2::inet, $3::bigint, $4, $5::bigint, $6::bigint, $7, $8::jsonb, $9,"
          " $10::boolean)");
STATEMENT(edition_publish, "select publish_text($1, $2::inet, $3, $4)");
STATEMENT(edition_withdraw, "select withdraw_text($1, $2::inet, $3, $4)");

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
            .before = rows_text(rows, i, 3),
        };
}

void edition_ask(struct batch *batch, const char *key, enum language language, struct edition *edition)
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
        };
}

void saves_ask(struct batch *batch, const char *key, enum language language, int most, struct saves *saves)
{
    BATCH_ASK(batch, &edition_saves, read_saves, saves, key, language_tag(language), batch_number(batch, most));
}

static void read_fields(const struct rows *rows, struct arena *arena, void *into)
{
    struct edition_fields *fields = into;
    fields->count = rows_count(rows);
    fields->items = arena_array(arena, fields->count, sizeof *fields->items);
    for (size_t i = 0; i < fields->count; i++) {
        fields->items[i] = (struct field_value){ .field = rows_text(rows, i, 0), .value = rows_text(rows, i, 1) };
        fields->slug = rows_text(rows, i, 2);
        fields->author = rows_text(rows, i, 3);
        fields->at = rows_text(rows, i, 4);
    }
}

void edition_fields_ask(struct batch *batch, const char *id, struct edition_fields *fields)
{
    BATCH_ASK(batch, &edition_fields, read_fields, fields, id);
}

static void read_saved(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct saved *saved = into;
    const char *result = rows_text(rows, 0, 0);
    saved->result = strcmp(result, "conflict") == 0    ? SAVE_CONFLICT
                    : strcmp(result, "unchanged") == 0 ? SAVE_UNCHANGED
                                                       : SAVE_DONE;
    saved->id = rows_text(rows, 0, 1);
}

void edition_save_ask(struct batch *batch, const struct edition_change *change, struct saved *saved)
{
    BATCH_ASK(batch, &edition_save, read_saved, saved, change->account, change->address, change->document_id,
              language_tag(change->language), change->base, change->original_id, change->slug, change->texts, change->note,
              change->aligned ? "t" : "f");
}

void edition_publish_ask(struct batch *batch, const char *account, const char *address, const char *key, enum language language)
{
    BATCH_ASK(batch, &edition_publish, NULL, NULL, account, address, key, language_tag(language));
}

void edition_withdraw_ask(struct batch *batch, const char *account, const char *address, const char *key, enum language language)
{
    BATCH_ASK(batch, &edition_withdraw, NULL, NULL, account, address, key, language_tag(language));
}
