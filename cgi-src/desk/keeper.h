/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeper: a process of the desk that answers nobody, and does what has to be done at its time. */
#ifndef DESK_KEEPER_H
#define DESK_KEEPER_H

#include "db/database.h"

/* Keeps house every second until SIGTERM. Several may do so for one database: what one has in hand
 * the others leave alone. */
void keeper_run(struct database *database);

#endif
