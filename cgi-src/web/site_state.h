/* SPDX-License-Identifier: EUPL-1.2 */
/* Site state: what all pages for visitors hang on.
 *
 * A page is made of its address, of what is public, and of the day. The snapshot of a transaction
 * says which transactions it sees (PostgreSQL: pg_current_snapshot): while it is the same on one
 * server, so is all that can be read. A standby has no such snapshot, as it does not name the
 * transactions that are under way on the primary.
 */
#ifndef WEB_SITE_STATE_H
#define WEB_SITE_STATE_H

#include "db/database.h"

struct site_state {
    const char *snapshot; /* with the start of its server and the day; NULL: not known */
    const char *day;      /* as pages say it, in Brussels; NULL: not asked yet */
};

/* For the batch that reads the page, so that both see one snapshot. */
void site_state_ask(struct batch *batch, struct site_state *state);

#endif
