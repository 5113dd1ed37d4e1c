/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: the data of a form in the database. */
#include "record/form_model.h"

#include <string.h>

STATEMENT(record_form_now, "select record_form(id) from document where kind = $1 and key = $2");
STATEMENT(
    record_form_earlier,
    "select record_form(d.id, e.id) || jsonb_build_object('base', record_form(d.id) -> 'base')"
    " from document d join edition e on e.document_id = d.id and e.language = d.original"
    " where d.kind = $1 and d.key = $2 and e.id = $3::bigint");
STATEMENT(record_form_merge, "select form, theirs from merge_record($1::jsonb)");
STATEMENT(record_form_copy,
          "select meeting_copy(id) from document where key = $1 and kind = 'meeting'");
STATEMENT(record_form_options, "select key, name from options($1, $2, $3)");
STATEMENT(
    record_form_named,
    "select distinct d.key, h.title from form_rows($1::jsonb, 'relation') r"
    " join document d on d.key = r.item ->> 'document' join heading h on h.document_id = d.id");
STATEMENT(
    record_form_presiding,
    "select string_agg(p.name ->> $1, ', ' order by p.kind, p.name ->> $1 collate \"und-x-icu\")"
    " from document d cross join lateral presides_on(d.id, $3) presiding (party)"
    " join party p on p.key = presiding.party where d.key = $2");
STATEMENT(record_form_reports,
          "select lower(r.reference), concat_ws(', ', r.day, r.place) from report r"
          " join document d on d.id = r.document_id where d.key = $1 order by r.id");
STATEMENT(
    record_form_saves,
    "select e.id, row_number() over (order by e.id),"
    " to_char(e.created_at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI'), e.author, e.state"
    " from edition e join document d on d.id = e.document_id and e.language = d.original"
    " where d.key = $1 order by e.id desc limit $2");
STATEMENT(record_form_save, "select result, key, field, fault from save_record($1, $2, $3::inet, "
                            "$4::jsonb, $5, $6::boolean)");
STATEMENT(record_form_upload, "select upload_file($1::bytea)");
STATEMENT(record_form_images,
          "select file, thumbnail, width, height, key, title from images_in($1::jsonb, $2)");
STATEMENT(record_form_find_image, "select find_image($1)");
STATEMENT(record_form_keep_image, "select keep_image($1)");
STATEMENT(record_form_keep_rendition,
          "select keep_rendition($1, $2, $3::integer, $4::integer, $5::bytea)");

static void release_json(void *json)
{
    cJSON_Delete(json);
}

static const cJSON *form_of(const char *text, struct arena *arena)
{
    cJSON *form = text ? cJSON_Parse(text) : NULL;
    if (form)
        arena_defer(arena, release_json, form);
    return form;
}

static void read_form(const struct rows *rows, struct arena *arena, void *into)
{
    *(const cJSON **)into = rows_count(rows) ? form_of(rows_text(rows, 0, 0), arena) : NULL;
}

static void read_merge(const struct rows *rows, struct arena *arena, void *into)
{
    *(struct record_merge *)into =
        (struct record_merge){ .merged = form_of(rows_text(rows, 0, 0), arena),
                               .theirs = form_of(rows_text(rows, 0, 1), arena) };
}

void record_form_ask(struct batch *batch, struct record_name name, const cJSON **form)
{
    BATCH_ASK(batch, &record_form_now, read_form, form, name.kind, name.key);
}

void record_form_earlier_ask(struct batch *batch, struct record_name name, const char *earlier,
                             const cJSON **form)
{
    BATCH_ASK(batch, &record_form_earlier, read_form, form, name.kind, name.key, earlier);
}

void record_merge_ask(struct batch *batch, const char *form, struct record_merge *merge)
{
    BATCH_ASK(batch, &record_form_merge, read_merge, merge, form);
}

void record_form_copy_ask(struct batch *batch, const char *key, const cJSON **form)
{
    BATCH_ASK(batch, &record_form_copy, read_form, form, key);
}

static void read_options(const struct rows *rows, struct arena *arena, void *into)
{
    struct options *options = into;
    options->count = rows_count(rows);
    options->items = arena_array(arena, options->count, sizeof *options->items);
    for (size_t i = 0; i < options->count; i++)
        options->items[i] =
            (struct option){ .key = rows_text(rows, i, 0), .name = rows_text(rows, i, 1) };
}

static void read_text(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(const char **)into = rows_text(rows, 0, 0);
}

void record_options_ask(struct batch *batch, const char *list, enum language language,
                        const char *forum, struct options *options)
{
    BATCH_ASK(batch, &record_form_options, read_options, options, list, language_tag(language),
              forum);
}

void record_named_ask(struct batch *batch, const char *form, struct options *named)
{
    BATCH_ASK(batch, &record_form_named, read_options, named, form);
}

void record_presiding_ask(struct batch *batch, enum language language, const char *forum,
                          const char *starts, const char **presiding)
{
    BATCH_ASK(batch, &record_form_presiding, read_text, presiding, language_tag(language), forum,
              starts);
}

static void read_saves(const struct rows *rows, struct arena *arena, void *into)
{
    struct record_saves *saves = into;
    saves->count = rows_count(rows);
    saves->items = arena_array(arena, saves->count, sizeof *saves->items);
    for (size_t i = 0; i < saves->count; i++)
        saves->items[i] = (struct record_save){ .edition = rows_text(rows, i, 0),
                                                .number = rows_text(rows, i, 1),
                                                .at = rows_text(rows, i, 2),
                                                .account = rows_text(rows, i, 3),
                                                .state = rows_text(rows, i, 4) };
}

void record_saves_ask(struct batch *batch, const char *key, int max, struct record_saves *saves)
{
    BATCH_ASK(batch, &record_form_saves, read_saves, saves, key, batch_number(batch, max));
}

static void read_saved(const struct rows *rows, struct arena *arena, void *into)
{
    static const char *const results[] = { "saved", "unchanged", "merged", "conflict", "fault" };
    struct record_saved *saved = into;
    *saved = (struct record_saved){ .result = RECORD_SAVED, .key = rows_text(rows, 0, 1) };
    while (strcmp(results[saved->result], rows_text(rows, 0, 0)) != 0)
        saved->result++;
    saved->fault_count =
        saved->result == RECORD_FAULTS || saved->result == RECORD_CONFLICT ? rows_count(rows) : 0;
    saved->faults = arena_array(arena, saved->fault_count, sizeof *saved->faults);
    for (size_t i = 0; i < saved->fault_count; i++)
        saved->faults[i] =
            (struct record_fault){ .field = rows_text(rows, i, 2), .fault = rows_text(rows, i, 3) };
}

void record_save_ask(struct batch *batch, const struct record_change *change,
                     struct record_saved *saved)
{
    BATCH_ASK(batch, &record_form_save, read_saved, saved, change->kind, change->account,
              change->address, change->form, change->once, change->publish ? "t" : "f");
}

void record_reports_ask(struct batch *batch, const char *key, struct options *reports)
{
    BATCH_ASK(batch, &record_form_reports, read_options, reports, key);
}

void record_upload_ask(struct batch *batch, const char *bytes, size_t length, const char **sha256)
{
    BATCH_ASK(batch, &record_form_upload, read_text, sha256);
    batch_add_bytes(batch, bytes, length);
}

/* The rows of an image are consecutive: one for each of its users, or one without a user. */
static void read_images(const struct rows *rows, struct arena *arena, void *into)
{
    struct record_images *images = into;
    images->items = arena_array(arena, rows_count(rows), sizeof *images->items);
    struct record_image *image = NULL;
    for (size_t i = 0; i < rows_count(rows); i++) {
        const char *file = rows_text(rows, i, 0);
        if (!image || strcmp(image->file, file) != 0) {
            image = &images->items[images->count++];
            *image = (struct record_image){ .file = file,
                                            .thumbnail = rows_text(rows, i, 1),
                                            .width = rows_text(rows, i, 2),
                                            .height = rows_text(rows, i, 3) };
            image->users.items =
                arena_array(arena, rows_count(rows) - i, sizeof *image->users.items);
        }
        if (rows_text(rows, i, 4))
            image->users.items[image->users.count++] =
                (struct option){ .key = rows_text(rows, i, 4), .name = rows_text(rows, i, 5) };
    }
}

void record_images_ask(struct batch *batch, const char *form, const char *key,
                       struct record_images *images)
{
    BATCH_ASK(batch, &record_form_images, read_images, images, form, key);
}

static void read_found(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = strcmp(rows_text(rows, 0, 0), "t") == 0;
}

void record_find_image_ask(struct batch *batch, const char *sha256, bool *found)
{
    BATCH_ASK(batch, &record_form_find_image, read_found, found, sha256);
}

void record_keep_image_ask(struct batch *batch, const char *sha256,
                           const struct renditions *renditions)
{
    BATCH_ASK(batch, &record_form_keep_image, NULL, NULL, sha256);
    for (size_t i = 0; i < renditions->count; i++) {
        const struct rendition *rendition = &renditions->items[i];
        BATCH_ASK(batch, &record_form_keep_rendition, NULL, NULL, sha256, rendition->format,
                  batch_number(batch, rendition->width), batch_number(batch, rendition->height));
        batch_add_bytes(batch, rendition->bytes, rendition->length);
    }
}
