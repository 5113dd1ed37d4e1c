/* SPDX-License-Identifier: EUPL-1.2 */
/* Site state: what all public pages depend on. */
#include "web/site_state.h"

#include <string.h>

STATEMENT(site_state, "select case when not pg_is_in_recovery() then concat_ws(' ', "
                      "pg_postmaster_start_time(), pg_current_snapshot(),"
                      " (now() at time zone 'Europe/Brussels')::date) end");

static void read_state(const struct rows *rows, struct arena *arena, void *into)
{
    struct site_state *state = into;
    const char *text = rows_text(rows, 0, 0);
    state->changed = state->changed || (state->text && (!text || strcmp(text, state->text) != 0));
    state->text = text ? arena_copy(arena, text) : NULL;
}

void site_state_ask(struct batch *batch, struct site_state *state)
{
    BATCH_ASK(batch, &site_state, read_state, state);
}
