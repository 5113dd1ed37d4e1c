/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures: the pictures of a record, in its form. */
#include "record/pictures.h"

#include <sodium.h>
#include <string.h>

#include "record/form.h"

enum { HASH_DIGITS = 2 * crypto_hash_sha256_BYTES };

const struct choice record_picture_licences[] = {
    { "cc-by", "CC BY 4.0" },
    { "cc-by-sa", "CC BY-SA 4.0" },
    { "cc0", "CC0 1.0" },
    { "public-domain", "Public domain" },
    { "permission", "Used with permission" },
    { NULL, NULL },
};

static const struct field fields[] = {
    { .name = "upload",
      .kind = FIELD_FILE,
      .label = "Picture",
      .hint = "JPEG, PNG or WebP, at most 20 MB and 50 megapixels" },
    { .name = "alternative",
      .kind = FIELD_LINE,
      .max = 500,
      .label = "What it shows",
      .hint = "In a sentence, for those who do not see it" },
    { .name = "decorative",
      .kind = FIELD_FLAG,
      .label = "Decoration only",
      .hint = "It shows nothing that the text does not say" },
    { .name = "lead", .kind = FIELD_FLAG, .label = "It leads the page" },
    { .name = "credit", .kind = FIELD_LINE, .required = true, .max = 300, .label = "Made by" },
    { .name = "licence",
      .kind = FIELD_CHOICE,
      .required = true,
      .choices = record_picture_licences,
      .label = "Licence" },
    { .name = "file", .kind = FIELD_LINE, .max = HASH_DIGITS },
    { .name = "number", .kind = FIELD_NUMBER, .max = 6 },
};
const struct form record_picture_row = FORM(fields);

struct input_rows *record_pictures(const struct input *input)
{
    for (size_t i = 0; i < input->form->count; i++)
        if (input->form->fields[i].row == &record_picture_row)
            return &input->rows[i];
    return NULL;
}

static void check_picture(struct input *row)
{
    bool told = record_given(row, "alternative"), decorative = record_given(row, "decorative");
    if (!record_given(row, "file") && !record_given(row, "upload"))
        input_fault(row, "upload", FAULT_MISSING);
    if (told && decorative)
        input_fault(row, "alternative", FAULT_BOTH_TOLD);
    else if (!told && !decorative)
        input_fault(row, "alternative", FAULT_UNTOLD);
}

void record_check_pictures(const struct input *input)
{
    struct input_rows *rows = record_pictures(input);
    for (size_t i = 0; rows && i < rows->count; i++)
        check_picture(&rows->items[i]);
}

/* ---- Keeping ---- */

static const char *hash_of(const struct upload *upload, struct arena *arena)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)upload->bytes, upload->length);
    char *digits = arena_alloc(arena, HASH_DIGITS + 1);
    return sodium_bin2hex(digits, HASH_DIGITS + 1, hash, sizeof hash);
}

/* Whether the same bytes were sent before. */
static enum err find(struct exchange *exchange, const char *sha256, bool *found)
{
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    record_find_image_ask(batch, sha256, found);
    return batch_run(batch);
}

static enum err keep_renditions(struct exchange *exchange, const char *sha256,
                                const struct renditions *renditions)
{
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    record_keep_image_ask(batch, sha256, renditions);
    return batch_run(batch);
}

static struct renditions read_picture(struct exchange *exchange, const struct upload *upload,
                                      long until)
{
    struct buffer answer = buffer_in(exchange->arena);
    if (!decoder_ask(exchange->app->decoder, upload->bytes, upload->length, until, &answer))
        return (struct renditions){ .fault = FAULT_COSTLY };
    return renditions_read(answer.bytes ? answer.bytes : "", answer.length);
}

static enum err keep_picture(struct exchange *exchange, struct input *row,
                             const struct upload *upload, long until)
{
    if (upload->length > RECORD_PICTURE_MAX) {
        input_fault(row, "upload", FAULT_LARGE_PICTURE);
        return OK;
    }
    const char *sha256 = hash_of(upload, exchange->arena);
    bool found = false;
    enum err err = find(exchange, sha256, &found);
    if (!err && !found) {
        struct renditions renditions = read_picture(exchange, upload, until);
        input_fault(row, "upload", renditions.fault);
        if (renditions.fault)
            return OK;
        err = keep_renditions(exchange, sha256, &renditions);
    }
    if (!err)
        input_set(row, "file", sha256);
    return err;
}

enum err record_keep_pictures(struct exchange *exchange)
{
    struct input_rows *rows = record_pictures(&exchange->input);
    enum err err = OK;
    long until = decoder_until();
    for (size_t i = 0; rows && i < rows->count && !err; i++) {
        struct input *row = &rows->items[i];
        const char *file = record_given(row, "file");
        if (file &&
            (strlen(file) != HASH_DIGITS || strspn(file, "0123456789abcdef") != HASH_DIGITS))
            input_set(row, "file", NULL);
        const struct upload *upload = input_upload(row, "upload");
        err = upload ? keep_picture(exchange, row, upload, until) : OK;
    }
    return err;
}
