/* Meeting: the record of a meeting, its facts and its texts in the original language, /admin/meetings/KEY and /admin/new-meeting
 */
#include <string.h>

#include "desk/record.h"

static const char *const types[] = { "ministerial", "summit", "working-group", "event", NULL };
static const char *const modes[] = { "in-person", "online", "hybrid", NULL };
static const char *const statuses[] = { "planned", "held", "postponed", "moved", "cancelled", NULL };
static const char *const presided[] = { "by-term", "by-hand", NULL };
static const char *const states[] = { "open", "taken-up", "closed", NULL };

/* ---- What is sent ---- */

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

static const struct field fields[] = {
    RECORD_FIELDS,
    { .name = "forum", .kind = FIELD_SLUG, .required = true, .most = 100 },
    { .name = "number", .kind = FIELD_NUMBER },
    { .name = "type", .kind = FIELD_CHOICE, .required = true, .choices = types },
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
static const struct group groups[] = {
    { .name = "presidency", .row = &party_row, .most = 10 },  { .name = "delegation", .row = &delegation_row, .most = 60 },
    { .name = "agenda", .row = &agenda_row, .most = 60 },     { .name = "conclusion", .row = &conclusion_row, .most = 60 },
    { .name = "document", .row = &document_row, .most = 40 }, RECORD_SOURCES,
};
const struct form desk_meeting_form = {
    .fields = fields,
    .count = sizeof fields / sizeof *fields,
    .groups = groups,
    .group_count = sizeof groups / sizeof *groups,
};

/* ---- How it is shown ---- */

static const struct shown_field what_shown[] = {
    { "forum", CONTROL_CHOICE, LIST_FORUMS, NULL },
    { "number", CONTROL_LINE, LIST_NONE, "H_NUMBER_HINT" },
    { "type", CONTROL_CHOICE, LIST_NONE, NULL },
    { "original", CONTROL_CHOICE, LIST_LANGUAGES, "H_ORIGINAL_HINT" },
    { "title", CONTROL_LINE, LIST_NONE, NULL },
    { "short", CONTROL_LINE, LIST_NONE, NULL },
    { "summary", CONTROL_TEXT, LIST_NONE, NULL },
    { "slug", CONTROL_LINE, LIST_NONE, "H_ADDRESS_HINT" },
    SHOWN_END,
};
static const struct shown_field when_shown[] = {
    { "starts", CONTROL_LINE, LIST_NONE, "H_DATE_HINT" },    { "ends", CONTROL_LINE, LIST_NONE, "H_ENDS_HINT" },
    { "starts_at", CONTROL_LINE, LIST_NONE, "H_TIME_HINT" }, { "ends_at", CONTROL_LINE, LIST_NONE, NULL },
    { "zone", CONTROL_LISTED, LIST_NONE, "H_ZONE_HINT" },    { "mode", CONTROL_CHOICE, LIST_NONE, NULL },
    { "place", CONTROL_CHOICE, LIST_PLACES, NULL },          SHOWN_END,
};
static const struct shown_field status_shown[] = {
    { "status", CONTROL_CHOICE, LIST_NONE, NULL },
    { "earlier", CONTROL_LINE, LIST_NONE, "H_EARLIER_HINT" },
    { "reason", CONTROL_TEXT, LIST_NONE, NULL },
    SHOWN_END,
};
static const struct shown_field presided_shown[] = { { "presided", CONTROL_CHOICE, LIST_NONE, "H_PRESIDING" }, SHOWN_END };
static const struct shown_field party_shown[] = { { "party", CONTROL_CHOICE, LIST_PARTIES, NULL }, SHOWN_END };
static const struct shown_field delegation_shown[] = {
    { "party", CONTROL_CHOICE, LIST_PARTIES, NULL },
    { "person", CONTROL_LINE, LIST_NONE, NULL },
    SHOWN_END,
};
static const struct shown_field agenda_shown[] = {
    { "text", CONTROL_TEXT, LIST_NONE, NULL },
    { "key", CONTROL_HIDDEN, LIST_NONE, NULL },
    SHOWN_END,
};
static const struct shown_field conclusion_shown[] = {
    { "text", CONTROL_TEXT, LIST_NONE, NULL },
    { "state", CONTROL_CHOICE, LIST_NONE, NULL },
    { "by", CONTROL_CHOICE, LIST_MEETINGS, NULL },
    { "number", CONTROL_HIDDEN, LIST_NONE, NULL },
    SHOWN_END,
};
static const struct shown_field document_shown[] = {
    { "title", CONTROL_LINE, LIST_NONE, NULL },
    { "language", CONTROL_LISTED, LIST_NONE, "H_LANGUAGE_HINT" },
    { "upload", CONTROL_FILE, LIST_NONE, "H_UPLOAD_HINT" },
    { "url", CONTROL_LINE, LIST_NONE, "H_URL_HINT" },
    { "file", CONTROL_HIDDEN, LIST_NONE, NULL },
    SHOWN_END,
};
static const struct shown_field body_shown[] = { { "body", CONTROL_TEXT, LIST_NONE, NULL }, SHOWN_END };
static const struct record_part parts[] = {
    { .label = "P_MEETING", .fields = what_shown },
    { .label = "P_WHEN", .fields = when_shown },
    { .label = "P_STATUS", .fields = status_shown },
    { .label = "P_PRESIDENCY", .fields = presided_shown, .group = "presidency", .row_fields = party_shown },
    { .label = "P_DELEGATIONS", .group = "delegation", .row_fields = delegation_shown },
    { .label = "P_AGENDA", .group = "agenda", .row_fields = agenda_shown },
    { .label = "P_CONCLUSIONS", .group = "conclusion", .row_fields = conclusion_shown, .numbered = true },
    { .label = "P_DOCUMENTS", .group = "document", .row_fields = document_shown },
    { .label = "P_BODY", .fields = body_shown },
    { .label = "P_SOURCES", .group = "source", .row_fields = record_source_fields },
};
static const struct record_shape shape = {
    .parts = parts,
    .count = sizeof parts / sizeof *parts,
    .route = ROUTE_DESK_MEETING,
    .new_route = ROUTE_DESK_NEW_MEETING,
    .in_series = true,
};

static void begin(struct input *input, struct arena *arena)
{
    (void)arena;
    input_set(input, "zone", "Europe/Brussels");
    input_set(input, "mode", "in-person");
    input_set(input, "status", "planned");
    input_set(input, "presided", "by-term");
}

/* ---- What the table of fields cannot say ---- */

static void check_days(struct input *input)
{
    const char *starts = record_sound(input, "starts"), *ends = record_sound(input, "ends");
    if (starts && ends && strlen(starts) != strlen(ends))
        input_fault(input, "ends", FAULT_NO_DATE);
    else if (starts && ends && strcmp(ends, starts) < 0)
        input_fault(input, "ends", FAULT_ENDS_FIRST);
    if (record_given(input, "earlier") && !record_is(input, "status", "moved") && !record_is(input, "status", "postponed") &&
        !record_is(input, "status", "cancelled"))
        input_fault(input, "earlier", FAULT_NOT_OFFERED);
}

static void check_times(struct input *input)
{
    const char *starts_at = record_sound(input, "starts_at"), *ends_at = record_sound(input, "ends_at");
    const char *starts = record_sound(input, "starts"), *ends = record_given(input, "ends");
    if (ends_at && !record_given(input, "starts_at"))
        input_fault(input, "starts_at", FAULT_MISSING);
    if (starts_at && !record_given(input, "zone"))
        input_fault(input, "zone", FAULT_MISSING);
    if (starts_at && starts && strlen(starts) != strlen("YYYY-MM-DD"))
        input_fault(input, "starts", FAULT_NO_DATE);
    bool same_day = !ends || (starts && strcmp(starts, ends) == 0);
    if (starts_at && ends_at && same_day && strcmp(ends_at, starts_at) <= 0)
        input_fault(input, "ends_at", FAULT_ENDS_FIRST);
}

static void check_conclusion(struct input *row)
{
    if (!record_given(row, "by"))
        return;
    if (!record_given(row, "state"))
        input_set(row, "state", "taken-up");
    else if (!record_is(row, "state", "taken-up"))
        input_fault(row, "state", FAULT_NOT_OFFERED);
}

static void check_document(struct input *row)
{
    const char *file = record_given(row, "file");
    if (file && (strlen(file) != 64 || strspn(file, "0123456789abcdef") != 64))
        input_set(row, "file", file = NULL);
    record_check_language(row);
    if (file && record_given(row, "url"))
        input_fault(row, "url", FAULT_BOTH);
    else if (!file && !record_given(row, "url") && !record_given(row, "upload"))
        input_fault(row, "upload", FAULT_MISSING);
}

static void check(struct input *input, struct arena *arena)
{
    (void)arena;
    check_days(input);
    check_times(input);
    struct input_rows *conclusions = input_rows(input, "conclusion"), *documents = input_rows(input, "document");
    for (size_t i = 0; i < conclusions->count; i++)
        check_conclusion(&conclusions->items[i]);
    for (size_t i = 0; i < documents->count; i++)
        check_document(&documents->items[i]);
}

/* ---- Files: kept before all the rest, so that a fault elsewhere does not lose them ---- */

static enum err keep_file(struct exchange *exchange, struct input *row, const struct upload *upload)
{
    if (upload->length > RECORD_FILE_MOST || upload->length < 5 || memcmp(upload->bytes, "%PDF-", 5) != 0) {
        input_fault(row, "upload", upload->length > RECORD_FILE_MOST ? FAULT_TOO_LARGE : FAULT_NO_PDF);
        return OK;
    }
    const char *sha256 = NULL;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    record_upload_ask(batch, upload->bytes, upload->length, &sha256);
    enum err err = batch_run(batch);
    if (err)
        return err;
    input_set(row, "file", sha256);
    if (!record_given(row, "title")) {
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

enum err desk_meeting(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .name = "meeting",
        .form = &desk_meeting_form,
        .shape = &shape,
        .has_presidency = true,
        .begin = begin,
        .check = check,
        .keep = keep_files,
    };
    const struct view *view = &exchange->view;
    return desk_record(exchange, &kind, view_phrase(view, "Record a meeting"));
}
