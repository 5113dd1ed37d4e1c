/* SPDX-License-Identifier: EUPL-1.2 */
/* Attachments: the documents that belong to a record, in its form. */
#include "record/attachments.h"

#include <string.h>

#include "record/form.h"

static const struct field fields[] = {
    { .name = "title", .kind = FIELD_LINE, .required = true, .max = 300, .label = "Title" },
    { RECORD_LANGUAGE, .hint = "Of the document: nl, fr, de, en or another code of two letters" },
    { .name = "upload", .kind = FIELD_FILE, .label = "PDF file", .hint = "At most 25 MB" },
    { .name = "url",
      .kind = FIELD_ADDRESS,
      .max = 1000,
      .label = "Or a link",
      .hint = "The address at which the document stands" },
    { .name = "file", .kind = FIELD_LINE, .max = 64 },
};
const struct form record_attachment_row = FORM(fields);

struct input_rows *record_attachments(const struct input *input)
{
    for (size_t i = 0; i < input->form->count; i++)
        if (input->form->fields[i].row == &record_attachment_row)
            return &input->rows[i];
    return NULL;
}

static void check_attachment(struct input *row)
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

void record_check_attachments(const struct input *input)
{
    struct input_rows *rows = record_attachments(input);
    for (size_t i = 0; rows && i < rows->count; i++)
        check_attachment(&rows->items[i]);
}

/* The beginning of the PDF in BYTES: some programs put a byte order mark or line ends before it.
 * NULL when there is none. */
static const char *find_pdf(const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length;
    if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    while (at < end && *at && strchr(" \t\r\n\f", *at))
        at++;
    return end - at >= 5 && memcmp(at, "%PDF-", 5) == 0 ? at : NULL;
}

static enum err keep_file(struct exchange *exchange, struct input *row, const struct upload *upload)
{
    const char *pdf = find_pdf(upload->bytes, upload->length);
    if (upload->length > RECORD_FILE_MAX || !pdf) {
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
        input_set(row, "title",
                  arena_copy_bytes(exchange->arena, name, length - (extension ? 4 : 0)));
        input_fault(row, "title", FAULT_NONE);
    }
    return OK;
}

enum err record_keep_attachments(struct exchange *exchange)
{
    struct input_rows *rows = record_attachments(&exchange->input);
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct upload *upload = input_upload(&rows->items[i], "upload");
        enum err err = upload ? keep_file(exchange, &rows->items[i], upload) : OK;
        if (err)
            return err;
    }
    return OK;
}
