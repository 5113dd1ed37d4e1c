/* Record form: a document with facts as editors fill it in. */
#include "model/record_form.h"

#include <string.h>

STATEMENT(record_form_now, "select record_form(id) from document where kind = $1 and key = $2");
STATEMENT(record_form_version,
          "select s.form || (select jsonb_object_agg(name, now.form -> name) from unnest(array['version', 'base']) name"
          "                   where now.form ? name)"
          " from record_save s join document d on d.id = s.document_id cross join lateral (select record_form(d.id) as form) now"
          " where d.kind = $1 and d.key = $2 and s.version = $3::integer");
STATEMENT(record_form_copy, "select meeting_copy(id) from document where key = $1 and kind = 'meeting'");
STATEMENT(record_form_forums, "select key, short from visitor.page where for_language = $1 and kind in ('topic', 'partner') "
                              "order by kind desc, position, key");
STATEMENT(record_form_parties, "select key, name ->> $1 from party order by kind, name ->> $1 collate \"und-x-icu\"");
STATEMENT(record_form_places, "select key, name ->> $1 from place order by name ->> $1 collate \"und-x-icu\"");
STATEMENT(record_form_borders, "select key, name from (select b.key, (one.name ->> $1) || ' – ' || (other.name ->> $1) as name"
                               "   from border b join party one on one.key = b.one join party other on other.key = b.other) named"
                               " order by name collate \"und-x-icu\"");
STATEMENT(record_form_meetings,
          "select key, starts || ', ' || title from visitor.meeting where for_language = $1 and ($2::text is null or forum = $2)"
          " order by first_day desc, document_id desc limit 200");
STATEMENT(record_form_documents,
          "(select key, short from visitor.page where for_language = $1 and kind in ('topic', 'partner')"
          " order by kind desc, position, key)"
          " union all"
          " select * from (select d.key, concat_ws(', ', nullif(h.starts, ''), h.title) from heading h join document d on d.id = "
          "h.document_id"
          "  where h.place = place_of('obstacle') order by h.place, h.position, h.starts desc, h.document_id limit 50) obstacle"
          " union all"
          " select * from (select d.key, concat_ws(', ', nullif(h.starts, ''), h.title) from heading h join document d on d.id = "
          "h.document_id"
          "  where h.place = place_of('practice') order by h.place, h.position, h.starts desc, h.document_id limit 50) practice"
          " union all"
          " select * from (select key, starts || ', ' || title from visitor.meeting where for_language = $1"
          "  order by first_day desc, document_id desc limit 50) meeting");
STATEMENT(record_form_named, "select distinct d.key, h.title from form_rows($1::jsonb, 'relation') r"
                             " join document d on d.key = r.item ->> 'document' join heading h on h.document_id = d.id");
STATEMENT(record_form_presiding,
          "select string_agg(p.name ->> $1, ', ' order by p.kind, p.name ->> $1 collate \"und-x-icu\")"
          " from document d join presidency t on t.forum = d.id join presidency_holder h on h.presidency = t.id"
          " join party p on p.key = h.party where d.key = $2 and t.term @> daterange(first_day($3), last_day($3), '[]')");
STATEMENT(record_form_saves,
          "select s.version, to_char(s.at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI'), s.account"
          " from record_save s join document d on d.id = s.document_id where d.key = $1 order by s.version desc limit $2");
STATEMENT(record_form_save, "select result, key, field, fault from save_record($1, $2, $3::inet, $4::jsonb, $5, $6::boolean)");
STATEMENT(record_form_upload, "select upload_file($1::bytea)");

static void release_json(void *json)
{
    cJSON_Delete(json);
}

static void read_form(const struct rows *rows, struct arena *arena, void *into)
{
    const char *text = rows_count(rows) ? rows_text(rows, 0, 0) : NULL;
    cJSON *form = text ? cJSON_Parse(text) : NULL;
    if (form)
        arena_defer(arena, release_json, form);
    *(const cJSON **)into = form;
}

void record_form_ask(struct batch *batch, struct record_name name, const cJSON **form)
{
    BATCH_ASK(batch, &record_form_now, read_form, form, name.kind, name.key);
}

void record_form_version_ask(struct batch *batch, struct record_name name, const char *version, const cJSON **form)
{
    BATCH_ASK(batch, &record_form_version, read_form, form, name.kind, name.key, version);
}

void record_form_copy_ask(struct batch *batch, const char *key, const cJSON **form)
{
    BATCH_ASK(batch, &record_form_copy, read_form, form, key);
}

static void read_choices(const struct rows *rows, struct arena *arena, void *into)
{
    struct choices *choices = into;
    choices->count = rows_count(rows);
    choices->items = arena_array(arena, choices->count, sizeof *choices->items);
    for (size_t i = 0; i < choices->count; i++)
        choices->items[i] = (struct choice){ .key = rows_text(rows, i, 0), .name = rows_text(rows, i, 1) };
}

static void read_text(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(const char **)into = rows_text(rows, 0, 0);
}

void record_choices_ask(struct batch *batch, enum choice_list list, enum language language, const char *forum,
                        struct record_choices *choices)
{
    static const struct statement *const statements[CHOICE_LISTS] = {
        [LIST_FORUMS] = &record_form_forums,   [LIST_PARTIES] = &record_form_parties,     [LIST_PLACES] = &record_form_places,
        [LIST_BORDERS] = &record_form_borders, [LIST_DOCUMENTS] = &record_form_documents,
    };
    struct choices *wanted = &choices->lists[list];
    if (list == LIST_MEETINGS)
        BATCH_ASK(batch, &record_form_meetings, read_choices, wanted, language_tag(language), forum);
    else if (statements[list])
        BATCH_ASK(batch, statements[list], read_choices, wanted, language_tag(language));
}

void record_named_ask(struct batch *batch, const char *form, struct record_choices *choices)
{
    BATCH_ASK(batch, &record_form_named, read_choices, &choices->named, form);
}

void record_presiding_ask(struct batch *batch, enum language language, const char *forum, const char *starts,
                          struct record_choices *choices)
{
    BATCH_ASK(batch, &record_form_presiding, read_text, &choices->presiding, language_tag(language), forum, starts);
}

static void read_saves(const struct rows *rows, struct arena *arena, void *into)
{
    struct record_saves *saves = into;
    saves->count = rows_count(rows);
    saves->items = arena_array(arena, saves->count, sizeof *saves->items);
    for (size_t i = 0; i < saves->count; i++)
        saves->items[i] = (struct record_save){ .version = rows_text(rows, i, 0),
                                                .at = rows_text(rows, i, 1),
                                                .account = rows_text(rows, i, 2) };
}

void record_saves_ask(struct batch *batch, const char *key, int most, struct record_saves *saves)
{
    BATCH_ASK(batch, &record_form_saves, read_saves, saves, key, batch_number(batch, most));
}

static void read_saved(const struct rows *rows, struct arena *arena, void *into)
{
    static const char *const results[] = { "saved", "unchanged", "conflict", "fault" };
    struct record_saved *saved = into;
    *saved = (struct record_saved){ .result = RECORD_SAVED, .key = rows_text(rows, 0, 1) };
    while (strcmp(results[saved->result], rows_text(rows, 0, 0)) != 0)
        saved->result++;
    saved->fault_count = saved->result == RECORD_FAULTS ? rows_count(rows) : 0;
    saved->faults = arena_array(arena, saved->fault_count, sizeof *saved->faults);
    for (size_t i = 0; i < saved->fault_count; i++)
        saved->faults[i] = (struct record_fault){ .field = rows_text(rows, i, 2), .fault = rows_text(rows, i, 3) };
}

void record_save_ask(struct batch *batch, const struct record_change *change, struct record_saved *saved)
{
    BATCH_ASK(batch, &record_form_save, read_saved, saved, change->kind, change->account, change->address, change->form,
              change->once, change->publish ? "t" : "f");
}

void record_upload_ask(struct batch *batch, const char *bytes, size_t length, const char **sha256)
{
    BATCH_ASK(batch, &record_form_upload, read_text, sha256);
    batch_add_bytes(batch, bytes, length);
}
