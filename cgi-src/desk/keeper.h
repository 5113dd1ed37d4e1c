/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeper: a process of the desk that answers nobody. It publishes drafts at their time and cleans
 * up. */
#ifndef DESK_KEEPER_H
#define DESK_KEEPER_H

#include "db/database.h"

/* Works every second until SIGTERM. Several keepers may work on one database: each leaves alone
 * what another has in hand. */
void keeper_run(struct database *database);

#endif
