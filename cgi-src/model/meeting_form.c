/* Meeting form: the record of a meeting as editors fill it in. */
#include "model/meeting_form.h"

#include <string.h>

STATEMENT(meeting_form_now, "select meeting_form(id) from document where key = $1 and kind = 'meeting'");
STATEMENT(meeting_form_version,
          "select s.form || jsonb_build_object('version', m.version::text, 'base', meeting_form(d.id) -> 'base')"
          " from meeting_save s join document d on d.id = s.document_id join meeting m on m.document_id = d.id"
          " where d.key = $1 and s.version = $2::integer");
STATEMENT(meeting_form_copy, "select meeting_copy(id) from document where key = $1 and kind = 'meeting'");
STATEMENT(meeting_form_forums, "select key, short from visitor.page where for_language = $1 and kind in ('topic', 'partner') "
                               "order by kind desc, position, key");
STATEMENT(meeting_form_parties, "select key, name ->> $1 from party order by kind, name ->> $1 collate \"und-x-icu\"");
STATEMENT(meeting_form_places, "select key, name ->> $1 from place order by name ->> $1 collate \"und-x-icu\"");
STATEMENT(meeting_form_meetings,
          "select key, starts || ', ' || title from visitor.meeting where for_language = $1 and ($2::text is null or forum = $2)"
          " order by first_day desc, document_id desc limit 200");
STATEMENT(meeting_form_presiding,
          "select string_agg(p.name ->> $1, ', ' order by p.kind, p.name ->> $1 collate \"und-x-icu\")"
          " from document d join presidency t on t.forum = d.id join presidency_holder h on h.presidency = t.id"
          " join party p on p.key = h.party where d.key = $2 and t.term @> daterange(first_day($3), last_day($3), '[]')");
STATEMENT(meeting_form_saves,
          "select s.version, to_char(s.at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI'), s.account"
          " from meeting_save s join document d on d.id = s.document_id where d.key = $1 order by s.version desc limit $2");
STATEMENT(meeting_form_save, "select result, key, field, fault from save_meeting($1, $2::inet, $3::jsonb, $4, $5::boolean)");
STATEMENT(meeting_form_upload, "select upload_file($1::bytea)");

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

void meeting_form_ask(struct batch *batch, const char *key, const cJSON **form)
{
    BATCH_ASK(batch, &meeting_form_now, read_form, form, key);
}

void meeting_form_version_ask(struct batch *batch, const char *key, const char *version, const cJSON **form)
{
    BATCH_ASK(batch, &meeting_form_version, read_form, form, key, version);
}

void meeting_form_copy_ask(struct batch *batch, const char *key, const cJSON **form)
{
    BATCH_ASK(batch, &meeting_form_copy, read_form, form, key);
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

void meeting_choices_ask(struct batch *batch, enum language language, const char *forum, const char *starts,
                         struct meeting_choices *choices)
{
    const char *tag = language_tag(language);
    BATCH_ASK(batch, &meeting_form_forums, read_choices, &choices->forums, tag);
    BATCH_ASK(batch, &meeting_form_parties, read_choices, &choices->parties, tag);
    BATCH_ASK(batch, &meeting_form_places, read_choices, &choices->places, tag);
    BATCH_ASK(batch, &meeting_form_meetings, read_choices, &choices->meetings, tag, forum);
    BATCH_ASK(batch, &meeting_form_presiding, read_text, &choices->presiding, tag, forum, starts);
}

static void read_saves(const struct rows *rows, struct arena *arena, void *into)
{
    struct meeting_saves *saves = into;
    saves->count = rows_count(rows);
    saves->items = arena_array(arena, saves->count, sizeof *saves->items);
    for (size_t i = 0; i < saves->count; i++)
        saves->items[i] = (struct meeting_save){ .version = rows_text(rows, i, 0),
                                                 .at = rows_text(rows, i, 1),
                                                 .account = rows_text(rows, i, 2) };
}

void meeting_saves_ask(struct batch *batch, const char *key, int most, struct meeting_saves *saves)
{
    BATCH_ASK(batch, &meeting_form_saves, read_saves, saves, key, batch_number(batch, most));
}

static void read_saved(const struct rows *rows, struct arena *arena, void *into)
{
    static const char *const results[] = { "saved", "unchanged", "conflict", "fault" };
    struct meeting_saved *saved = into;
    *saved = (struct meeting_saved){ .result = MEETING_SAVED, .key = rows_text(rows, 0, 1) };
    while (strcmp(results[saved->result], rows_text(rows, 0, 0)) != 0)
        saved->result++;
    saved->fault_count = saved->result == MEETING_FAULTS ? rows_count(rows) : 0;
    saved->faults = arena_array(arena, saved->fault_count, sizeof *saved->faults);
    for (size_t i = 0; i < saved->fault_count; i++)
        saved->faults[i] = (struct meeting_fault){ .field = rows_text(rows, i, 2), .fault = rows_text(rows, i, 3) };
}

void meeting_save_ask(struct batch *batch, const char *account, const char *address, const char *form, const char *once,
                      bool publish, struct meeting_saved *saved)
{
    BATCH_ASK(batch, &meeting_form_save, read_saved, saved, account, address, form, once, publish ? "t" : "f");
}

void meeting_upload_ask(struct batch *batch, const char *bytes, size_t length, const char **sha256)
{
    BATCH_ASK(batch, &meeting_form_upload, read_text, sha256);
    batch_add_bytes(batch, bytes, length);
}
