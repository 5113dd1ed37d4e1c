/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeper: what it does in the database. */
#include "desk/keeper_model.h"

STATEMENT(keeper_keep, "select keep()");

static void read_published(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(long *)into = rows_number(rows, 0, 0);
}

void keeper_keep_ask(struct batch *batch, long *published)
{
    BATCH_ASK(batch, &keeper_keep, read_published, published);
}
