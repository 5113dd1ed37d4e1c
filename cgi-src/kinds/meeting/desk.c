/* Meeting: the record of a meeting, its facts and its texts in the original language, /admin/meetings/KEY and /admin/new-meeting
 */
#include <string.h>

#include "record/form.h"

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

/* Where the PDF begins in BYTES: programs put a byte order mark or line ends before it. NULL for none. */
static const char *find_pdf(const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length;
    if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    while (at < end && memchr(" \t\r\n\f", *at, 5))
        at++;
    return end - at >= 5 && memcmp(at, "%PDF-", 5) == 0 ? at : NULL;
}

static enum err keep_file(struct exchange *exchange, struct input *row, const struct upload *upload)
{
    const char *pdf = find_pdf(upload->bytes, upload->length);
    if (upload->length > RECORD_FILE_MOST || !pdf) {
        input_fault(row, "upload", pdf ? FAULT_TOO_LARGE : FAULT_NO_PDF);
        return OK;
    }
    const char *sha256 = NULL;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    record_upload_ask(batch, pdf, upload->length - (size_t)(pdf - upload->bytes), &sha256);
    enum err err = batch_run(batch);
    if (err)
        return err;
    const char *name = input_value(row, "upload");
    input_set(row, "file", sha256);
    if (!record_given(row, "title")) {
        size_t length = strlen(name);
        bool extension = length > 4 && strcasecmp(name + length - 4, ".pdf") == 0;
        input_set(row, "title", arena_copy_bytes(exchange->arena, name, length - (extension ? 4 : 0)));
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

enum err meeting_desk(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .name = "meeting",
        .added = "Record a meeting",
        .form = &meeting_desk_form,
        .route = ROUTE_DESK_MEETING,
        .new_route = ROUTE_DESK_NEW_MEETING,
        .in_series = true,
        .has_presidency = true,
        .begin = begin,
        .check = check,
        .keep = keep_files,
    };
    return desk_record(exchange, &kind);
}
