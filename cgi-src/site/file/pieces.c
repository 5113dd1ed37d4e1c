/* SPDX-License-Identifier: EUPL-1.2 */
/* Pieces: sends a file that the database keeps in pieces. */
#include "site/file/pieces.h"

/* The stream of one answer; it asks the database for each piece once the one before has been
 * sent. */
struct pieces {
    struct stream stream; /* first, so that a pointer to it is also one to the whole */
    struct database *database;
    const char *sha256;
    void (*ask)(struct batch *batch, const char *sha256, int number, struct buffer *piece);
    int next;
};

static bool next_piece(struct stream *stream, struct buffer *piece)
{
    struct pieces *pieces = (struct pieces *)stream;
    struct batch *batch = batch_new(pieces->database, piece->arena, BATCH_READS);
    pieces->ask(batch, pieces->sha256, pieces->next++, piece);
    return batch_run(batch) == OK;
}

void pieces_answer(struct exchange *exchange, const char *sha256, long size,
                   void (*ask)(struct batch *batch, const char *sha256, int number,
                               struct buffer *piece))
{
    struct pieces *pieces = arena_alloc(exchange->arena, sizeof *pieces);
    *pieces = (struct pieces){
        .stream = { .length = (size_t)size, .next = next_piece },
        .database = exchange->app->database,
        .sha256 = sha256,
        .ask = ask,
    };
    struct response *response = &exchange->response;
    response->stream = &pieces->stream;
    response->tag = arena_print(exchange->arena, "\"%s\"", sha256);
    response->cacheable = true;
}
