/* SPDX-License-Identifier: EUPL-1.2 */
/* Last change: when something that visitors read was last published, changed or withdrawn. */
#include "web/last_change.h"

STATEMENT(last_change, "select to_char(at at time zone 'UTC', 'Dy, DD Mon YYYY HH24:MI:SS \"GMT\"')"
                       " from change order by id desc limit 1");

static void read_date(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(const char **)into = rows_count(rows) ? rows_text(rows, 0, 0) : NULL;
}

void last_change_ask(struct batch *batch, const char **date)
{
    BATCH_ASK(batch, &last_change, read_date, date);
}
