/* SPDX-License-Identifier: EUPL-1.2 */
/* Recompose: makes all that is derived in the database anew. */
#include "desk/recompose.h"

enum { DOCUMENTS_AT_ONCE = 5 };

STATEMENT(recompose_step, "select last, composed from recompose($1::bigint, $2::integer)");

struct step {
    const char *last; /* NULL when there were no more */
    long composed;
};

static void read_step(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(struct step *)into =
        (struct step){ .last = rows_text(rows, 0, 0), .composed = rows_number(rows, 0, 1) };
}

enum err recompose(struct database *database, long *count)
{
    struct arena *arena = arena_new();
    struct step step = { .last = "0" };
    enum err err = OK;
    *count = 0;
    while (!err && step.last) {
        struct batch *batch = batch_new(database, arena, BATCH_WRITES);
        BATCH_ASK(batch, &recompose_step, read_step, &step, step.last,
                  batch_number(batch, DOCUMENTS_AT_ONCE));
        err = batch_run(batch);
        *count += err ? 0 : step.composed;
    }
    arena_free(arena);
    return err;
}
