/* SPDX-License-Identifier: EUPL-1.2 */
/* Site state: what all public pages depend on. */
#include "web/site_state.h"

STATEMENT(site_state, "select case when not pg_is_in_recovery() then concat_ws(' ', "
                      "pg_postmaster_start_time(), pg_current_snapshot(), day) end, day"
                      " from (select (now() at time zone 'Europe/Brussels')::date as day) d");

static void read_state(const struct rows *rows, struct arena *arena, void *into)
{
    struct site_state *state = into;
    const char *snapshot = rows_text(rows, 0, 0);
    state->snapshot = snapshot ? arena_copy(arena, snapshot) : NULL;
    state->day = arena_copy(arena, rows_text(rows, 0, 1));
}

void site_state_ask(struct batch *batch, struct site_state *state)
{
    BATCH_ASK(batch, &site_state, read_state, state);
}
