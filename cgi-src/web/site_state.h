/* SPDX-License-Identifier: EUPL-1.2 */
/* Site state: what all public pages depend on.
 *
 * A page depends on its address, on what is public, and on the day. The snapshot of a transaction
 * says which transactions it sees (PostgreSQL: pg_current_snapshot): as long as it stays the same
 * on one server, so does everything that can be read. A standby has no such snapshot: it does not
 * name the transactions that are in progress on the primary.
 */
#ifndef WEB_SITE_STATE_H
#define WEB_SITE_STATE_H

#include "db/database.h"

struct site_state {
    const char *snapshot; /* with the start of its server, and the day; NULL: not known */
    const char *day;      /* in Brussels, as pages have it; NULL: not read yet */
};

/* Asks in the batch that reads the page, so that both see one snapshot. */
void site_state_ask(struct batch *batch, struct site_state *state);

#endif
