/* Meeting: the record of a meeting, its facts and its texts in the original language, /admin/meetings/KEY and /admin/new-meeting
 */
#include <stdlib.h>
#include <string.h>

#include "base/calendar_date.h"
#include "desk/desk.h"
#include "http/query.h"
#include "model/meeting_form.h"
#include "view/meeting_form.h"
#include "web/form_json.h"
#include "web/token.h"

enum { SAVES_MOST = 20, FILE_MOST = 25 * 1024 * 1024 };

static const char *const languages[] = { "nl", "fr", "de", "en", NULL };
static const char *const types[] = { "ministerial", "summit", "working-group", "event", NULL };
static const char *const modes[] = { "in-person", "online", "hybrid", NULL };
static const char *const statuses[] = { "planned", "held", "postponed", "moved", "cancelled", NULL };
static const char *const presided[] = { "by-term", "by-hand", NULL };
static const char *const states[] = { "open", "taken-up", "closed", NULL };

static const struct field party_fields[] = { { .name = "party", .kind = FIELD_LINE, .required = true, .most = 100 } };
static const struct field delegation_fields[] = {
    { .name = "party", .kind = FIELD_LINE, .required = true, .most = 100 },
    { .name = "person", .kind = FIELD_LINE, .most = 300 },
};
static const struct field agenda_fields[] = {
    { .name = "text", .kind = FIELD_TEXT, .required = true, .most = 5000 },
    { .name = "key", .kind = FIELD_SLUG, .most = 100 },
};
static const struct field conclusion_fields[] = {
    { .name = "text", .kind = FIELD_TEXT, .required = true, .most = 20000 },
    { .name = "state", .kind = FIELD_CHOICE, .choices = states },
    { .name = "by", .kind = FIELD_SLUG, .most = 100 },
    { .name = "number", .kind = FIELD_NUMBER },
};
static const struct field document_fields[] = {
    { .name = "title", .kind = FIELD_LINE, .required = true, .most = 300 },
    { .name = "language", .kind = FIELD_LINE, .required = true, .most = 2 },
    { .name = "upload", .kind = FIELD_FILE },
    { .name = "url", .kind = FIELD_ADDRESS, .most = 1000 },
    { .name = "file", .kind = FIELD_LINE, .most = 64 },
};
static const struct form party_row = { .fields = party_fields, .count = 1 };
static const struct form delegation_row = { .fields = delegation_fields, .count = 2 };
static const struct form agenda_row = { .fields = agenda_fields, .count = 2 };
static const struct form conclusion_row = { .fields = conclusion_fields, .count = 4 };
static const struct form document_row = { .fields = document_fields, .count = 5 };

static const struct field meeting_fields[] = {
    { .name = "action", .kind = FIELD_LINE, .required = true, .most = 40 },
    { .name = "once", .kind = FIELD_LINE, .most = TOKEN_DIGITS },
    { .name = "key", .kind = FIELD_LINE, .most = 100 }, /* what the path says counts */
    { .name = "version", .kind = FIELD_NUMBER },
    { .name = "base", .kind = FIELD_NUMBER },
    { .name = "original", .kind = FIELD_CHOICE, .required = true, .choices = languages },
    { .name = "forum", .kind = FIELD_SLUG, .required = true, .most = 100 },
    { .name = "number", .kind = FIELD_NUMBER },
    { .name = "type", .kind = FIELD_CHOICE, .required = true, .choices = types },
    { .name = "title", .kind = FIELD_LINE, .required = true, .most = 300 },
    { .name = "short", .kind = FIELD_LINE, .most = 150 },
    { .name = "summary", .kind = FIELD_TEXT, .most = 2000 },
    { .name = "body", .kind = FIELD_TEXT, .most = 100000 },
    { .name = "slug", .kind = FIELD_SLUG, .most = 100 },
    { .name = "starts", .kind = FIELD_DATE, .required = true },
    { .name = "ends", .kind = FIELD_DATE },
    { .name = "starts_at", .kind = FIELD_TIME },
    { .name = "ends_at", .kind = FIELD_TIME },
    { .name = "zone", .kind = FIELD_LINE, .most = 64 },
    { .name = "mode", .kind = FIELD_CHOICE, .required = true, .choices = modes },
    { .name = "place", .kind = FIELD_SLUG, .most = 100 },
    { .name = "status", .kind = FIELD_CHOICE, .required = true, .choices = statuses },
    { .name = "earlier", .kind = FIELD_DATE },
    { .name = "reason", .kind = FIELD_TEXT, .most = 2000 },
    { .name = "presided", .kind = FIELD_CHOICE, .required = true, .choices = presided },
};
static const struct group meeting_groups[] = {
    { .name = "presidency", .row = &party_row, .most = 10 },  { .name = "delegation", .row = &delegation_row, .most = 60 },
    { .name = "agenda", .row = &agenda_row, .most = 60 },     { .name = "conclusion", .row = &conclusion_row, .most = 60 },
    { .name = "document", .row = &document_row, .most = 40 },
};
const struct form desk_meeting_form = {
    .fields = meeting_fields,
    .count = sizeof meeting_fields / sizeof *meeting_fields,
    .groups = meeting_groups,
    .group_count = sizeof meeting_groups / sizeof *meeting_groups,
};

static bool is(const struct input *input, const char *name, const char *wanted)
{
    const char *value = input_value(input, name);
    return value && strcmp(value, wanted) == 0;
}

static const char *given(const struct input *input, const char *name)
{
    const char *value = input_value(input, name);
    return value && *value ? value : NULL;
}

/* The value of a field without a fault. */
static const char *sound_value(const struct input *input, const char *name)
{
    for (size_t i = 0; i < input->form->count; i++)
        if (strcmp(input->form->fields[i].name, name) == 0 && input->faults[i])
            return NULL;
    return given(input, name);
}

/* Answers with the form as SHOWN has it; what it offers is asked for here. */
static enum err show(struct exchange *exchange, struct meeting_page shown, int status)
{
    struct meeting_choices choices = { 0 };
    struct meeting_saves saves = { 0 };
    const char *starts = given(shown.input, "starts");
    struct batch *batch = exchange_reads(exchange);
    meeting_choices_ask(batch, exchange->view.language, sound_value(shown.input, "forum"),
                        starts && calendar_date_exists(starts) ? starts : NULL, &choices);
    if (exchange->route.slug)
        meeting_saves_ask(batch, exchange->route.slug, SAVES_MOST, &saves);
    enum err err = batch_run(batch);
    if (err)
        return err;
    shown.choices = &choices;
    shown.saves = &saves;
    shown.key = exchange->route.slug;
    shown.path = exchange->request.path;
    shown.form_token = exchange->form_token;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_meeting_form(&exchange->view, &shown, page);
    exchange->response.status = status;
    const char *title = given(shown.input, "title");
    return exchange_desk_page(exchange, "desk/meeting.tpl",
                              shown.key && title ? title : view_phrase(&exchange->view, "Record a meeting"), page);
}

/* What a new record begins with. */
static struct input new_record(struct exchange *exchange, const cJSON *copy)
{
    struct input input = form_from_json(&desk_meeting_form, copy, exchange->arena);
    if (!copy) {
        input_set(&input, "original", language_tag(exchange->view.language));
        input_set(&input, "zone", "Europe/Brussels");
        input_set(&input, "mode", "in-person");
        input_set(&input, "status", "planned");
        input_set(&input, "presided", "by-term");
    }
    input_set(&input, "once",
              token_new(exchange->arena)); /* names the form, so that it makes one meeting however often it is sent */
    return input;
}

static enum err open_record(struct exchange *exchange)
{
    const char *from = query_raw(exchange->request.query, "from", exchange->arena),
               *version = query_raw(exchange->request.query, "version", exchange->arena);
    const char *key = exchange->route.slug ? exchange->route.slug : from;
    const cJSON *record = NULL;
    if (version && (!*version || strlen(version) > 9 || version[strspn(version, "0123456789")]))
        return ERR_INVALID;
    if (key) {
        struct batch *batch = exchange_reads(exchange);
        if (!exchange->route.slug)
            meeting_form_copy_ask(batch, key, &record);
        else if (version)
            meeting_form_version_ask(batch, key, version, &record);
        else
            meeting_form_ask(batch, key, &record);
        enum err err = batch_run(batch);
        if (err || !record)
            return err ? err : ERR_NOT_FOUND;
    }
    struct input input =
        exchange->route.slug ? form_from_json(&desk_meeting_form, record, exchange->arena) : new_record(exchange, record);
    struct meeting_page shown = { .input = &input,
                                  .earlier = version,
                                  .done = query_raw(exchange->request.query, "done", exchange->arena) };
    return show(exchange, shown, 200);
}

/* ---- What the table of fields cannot say ---- */

static void check_days(struct input *input)
{
    const char *starts = sound_value(input, "starts"), *ends = sound_value(input, "ends");
    if (starts && ends && strlen(starts) != strlen(ends))
        input_fault(input, "ends", FAULT_NO_DATE);
    else if (starts && ends && strcmp(ends, starts) < 0)
        input_fault(input, "ends", FAULT_ENDS_FIRST);
    if (given(input, "earlier") && !is(input, "status", "moved") && !is(input, "status", "postponed") &&
        !is(input, "status", "cancelled"))
        input_fault(input, "earlier", FAULT_NOT_OFFERED);
}

static void check_times(struct input *input)
{
    const char *starts_at = sound_value(input, "starts_at"), *ends_at = sound_value(input, "ends_at");
    const char *starts = sound_value(input, "starts"), *ends = given(input, "ends");
    if (ends_at && !given(input, "starts_at"))
        input_fault(input, "starts_at", FAULT_MISSING);
    if (starts_at && !given(input, "zone"))
        input_fault(input, "zone", FAULT_MISSING);
    if (starts_at && starts && strlen(starts) != strlen("YYYY-MM-DD"))
        input_fault(input, "starts", FAULT_NO_DATE);
    bool same_day = !ends || (starts && strcmp(starts, ends) == 0);
    if (starts_at && ends_at && same_day && strcmp(ends_at, starts_at) <= 0)
        input_fault(input, "ends_at", FAULT_ENDS_FIRST);
}

static void check_conclusion(struct input *row)
{
    if (!given(row, "by"))
        return;
    if (!given(row, "state"))
        input_set(row, "state", "taken-up");
    else if (!is(row, "state", "taken-up"))
        input_fault(row, "state", FAULT_NOT_OFFERED);
}

static void check_document(struct input *row)
{
    const char *language = given(row, "language"), *file = given(row, "file");
    if (file && (strlen(file) != 64 || strspn(file, "0123456789abcdef") != 64))
        input_set(row, "file", file = NULL);
    if (language && (strlen(language) != 2 || strspn(language, "abcdefghijklmnopqrstuvwxyz") != 2))
        input_fault(row, "language", FAULT_NOT_OFFERED);
    if (file && given(row, "url"))
        input_fault(row, "url", FAULT_BOTH);
    else if (!file && !given(row, "url") && !given(row, "upload"))
        input_fault(row, "upload", FAULT_MISSING);
}

static void check(struct input *input, bool publish)
{
    check_days(input);
    check_times(input);
    if (publish && !given(input, "summary"))
        input_fault(input, "summary", FAULT_MISSING);
    struct input_rows *conclusions = input_rows(input, "conclusion"), *documents = input_rows(input, "document");
    for (size_t i = 0; i < conclusions->count; i++)
        check_conclusion(&conclusions->items[i]);
    for (size_t i = 0; i < documents->count; i++)
        check_document(&documents->items[i]);
    input_gather(input);
}

/* ---- Files: kept before all the rest, so that a fault elsewhere does not lose them ---- */

static enum err keep_file(struct exchange *exchange, struct input *row, const struct upload *upload)
{
    if (upload->length > FILE_MOST || upload->length < 5 || memcmp(upload->bytes, "%PDF-", 5) != 0) {
        input_fault(row, "upload", upload->length > FILE_MOST ? FAULT_TOO_LARGE : FAULT_NO_PDF);
        return OK;
    }
    const char *sha256 = NULL;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    meeting_upload_ask(batch, upload->bytes, upload->length, &sha256);
    enum err err = batch_run(batch);
    if (err)
        return err;
    input_set(row, "file", sha256);
    if (!given(row, "title")) {
        size_t length = strlen(upload->file_name);
        bool extension = length > 4 && strcasecmp(upload->file_name + length - 4, ".pdf") == 0;
        input_set(row, "title", arena_copy_bytes(exchange->arena, upload->file_name, length - (extension ? 4 : 0)));
        input_fault(row, "title", FAULT_NONE);
    }
    return OK;
}

static enum err keep_files(struct exchange *exchange, struct input *input)
{
    struct input_rows *documents = input_rows(input, "document");
    for (size_t i = 0; i < documents->count; i++) {
        const struct upload *upload = input_upload(&documents->items[i], "upload");
        enum err err = upload ? keep_file(exchange, &documents->items[i], upload) : OK;
        if (err)
            return err;
    }
    return OK;
}

/* ---- Saving ---- */

/* Puts a fault that the database found beside its field. */
static void take_fault(struct input *input, const struct meeting_fault *found, struct arena *arena)
{
    enum fault fault = strcmp(found->fault, "taken") == 0     ? FAULT_TAKEN
                       : strcmp(found->fault, "no-date") == 0 ? FAULT_NO_DATE
                                                              : FAULT_UNKNOWN;
    const char *point = strchr(found->field, '.');
    if (!point) {
        input_fault(input, found->field, fault);
        return;
    }
    struct input_rows *rows = input_rows(input, arena_copy_bytes(arena, found->field, (size_t)(point - found->field)));
    char *rest;
    size_t number = strtoul(point + 1, &rest, 10);
    if (number >= 1 && number <= rows->count)
        input_fault(&rows->items[number - 1], rest + 1, fault);
    input->sound = false;
}

/* What is sent to the database is the record alone. */
static enum err save(struct exchange *exchange, bool publish, struct meeting_saved *saved)
{
    struct arena *arena = exchange->arena;
    struct input *input = &exchange->input;
    struct input record = *input;
    record.values = arena_array(arena, input->form->count, sizeof *record.values);
    memcpy(record.values, input->values, input->form->count * sizeof *record.values);
    input_set(&record, "action", NULL);
    input_set(&record, "once", NULL);
    input_set(&record, "key", exchange->route.slug);
    const char *form = form_to_json(&record, arena);
    struct batch *batch = batch_new(exchange->app->database, arena, BATCH_WRITES);
    meeting_save_ask(batch, exchange->account.name, exchange->request.address, form, input_value(input, "once"), publish, saved);
    return batch_run(batch);
}

/* Both sides are shown, and what is saved next builds on theirs. */
static enum err show_conflict(struct exchange *exchange)
{
    const cJSON *record = NULL;
    struct batch *batch = exchange_reads(exchange);
    meeting_form_ask(batch, exchange->route.slug, &record);
    enum err err = batch_run(batch);
    if (err || !record)
        return err ? err : ERR_NOT_FOUND;
    struct input theirs = form_from_json(&desk_meeting_form, record, exchange->arena);
    input_set(&exchange->input, "version", input_value(&theirs, "version"));
    input_set(&exchange->input, "base", input_value(&theirs, "base"));
    struct meeting_page shown = { .input = &exchange->input, .theirs = &theirs };
    return show(exchange, shown, 409);
}

static enum err show_faults(struct exchange *exchange)
{
    struct meeting_page shown = { .input = &exchange->input, .judged = true };
    return show(exchange, shown, 422);
}

static enum err change_rows(struct exchange *exchange, const char *action)
{
    enum err err = keep_files(exchange, &exchange->input);
    if (err)
        return err;
    if (!input_change_rows(&exchange->input, action, exchange->arena))
        return ERR_INVALID;
    struct meeting_page shown = { .input = &exchange->input, .changed = action };
    return show(exchange, shown, 200);
}

static enum err act(struct exchange *exchange)
{
    struct input *input = &exchange->input;
    const char *action = given(input, "action");
    bool publish = action && strcmp(action, "publish") == 0;
    if (!publish && (!action || strcmp(action, "save") != 0))
        return change_rows(exchange, action ? action : "");
    const char *once = given(input, "once");
    if (!exchange->route.slug && (!once || !token_is_whole(once)))
        return ERR_INVALID;

    input_drop_blank_rows(input);
    enum err err = keep_files(exchange, input);
    if (err)
        return err;
    check(input, publish);
    if (!input->sound)
        return show_faults(exchange);

    struct meeting_saved saved = { 0 };
    err = save(exchange, publish, &saved);
    if (err == ERR_CONFLICT) {
        input_fault(input, "slug", FAULT_TAKEN);
        return show_faults(exchange);
    }
    if (err)
        return err;
    if (saved.result == MEETING_CONFLICT)
        return show_conflict(exchange);
    for (size_t i = 0; i < saved.fault_count; i++)
        take_fault(input, &saved.faults[i], exchange->arena);
    if (saved.result == MEETING_FAULTS)
        return show_faults(exchange);
    const char *path = route_path(exchange->arena, ROUTE_DESK_MEETING, EN, saved.key);
    return exchange_redirect(exchange, 303, arena_print(exchange->arena, "%s?done=%s", path, publish ? "publish" : "save"));
}

enum err desk_meeting(struct exchange *exchange)
{
    return exchange->request.method == METHOD_POST ? act(exchange) : open_record(exchange);
}
