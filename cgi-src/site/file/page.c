/* SPDX-License-Identifier: EUPL-1.2 */
/* File: a document, /files/….pdf, or a picture, /files/….jpg and ….webp; its name is its SHA-256.
 */
#include <string.h>

#include "site/file/model.h"
#include "site/file/pieces.h"

enum { HASH_DIGITS = 64 };

static bool is_hash(const char *text)
{
    return strlen(text) == HASH_DIGITS && strspn(text, "0123456789abcdef") == HASH_DIGITS;
}

/* Answers with the file at the path, if it is of FORMAT. */
static enum err answer(struct exchange *exchange, const char *format, const char *type,
                       struct file *file)
{
    const char *sha256 = exchange->route.slug;
    if (!is_hash(sha256))
        return ERR_NOT_FOUND;
    struct batch *batch = exchange_reads(exchange);
    file_ask(batch, sha256, file);
    enum err err = batch_run(batch);
    exchange->was_public = file->was_public;
    if (err || !file->found || strcmp(file->format, format) != 0)
        return err ? err : ERR_NOT_FOUND;

    pieces_answer(exchange, sha256, file->size, file_piece_ask);
    exchange->response.content_type = type;
    return OK;
}

enum err file_page(struct exchange *exchange)
{
    struct file file = { 0 };
    enum err err = answer(exchange, "pdf", "application/pdf", &file);
    if (!err)
        response_attachment(&exchange->response, file.title, ".pdf");
    return err;
}

/* Another picture has another name, so browsers need not ask for this one again. */
static enum err answer_picture(struct exchange *exchange, const char *format, const char *type)
{
    struct file file = { 0 };
    enum err err = answer(exchange, format, type, &file);
    exchange->response.lasting = !err;
    return err;
}

enum err file_page_jpeg(struct exchange *exchange)
{
    return answer_picture(exchange, "jpeg", "image/jpeg");
}

enum err file_page_webp(struct exchange *exchange)
{
    return answer_picture(exchange, "webp", "image/webp");
}
