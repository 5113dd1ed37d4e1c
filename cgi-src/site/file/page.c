/* File: a document, /files/….pdf, or a picture, /files/….jpg and ….webp; its name is its SHA-256.
 */
#include <string.h>

#include "site/file/model.h"
#include "web/exchange.h"

enum { HASH_DIGITS = 64 };

/* The stream of one answer; a piece is asked of the database when the one before it is on its way.
 */
struct pieces {
    struct stream stream; /* first, so that a pointer to it is one to this */
    struct database *database;
    const char *sha256;
    int next;
};

static bool next_piece(struct stream *stream, struct buffer *piece)
{
    struct pieces *pieces = (struct pieces *)stream;
    struct batch *batch = batch_new(pieces->database, piece->arena, BATCH_READS);
    file_piece_ask(batch, pieces->sha256, pieces->next++, piece);
    return batch_run(batch) == OK;
}

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

    struct pieces *pieces = arena_alloc(exchange->arena, sizeof *pieces);
    *pieces = (struct pieces){
        .stream = { .length = (size_t)file->size, .next = next_piece },
        .database = exchange->app->database,
        .sha256 = sha256,
    };
    struct response *response = &exchange->response;
    response->stream = &pieces->stream;
    response->content_type = type;
    response->tag = arena_print(exchange->arena, "\"%s\"", sha256);
    response->cacheable = true;
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
