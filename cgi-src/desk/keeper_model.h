/* SPDX-License-Identifier: EUPL-1.2 */
/* House: what has to be done at its time, without anybody asking; see
 * migrations/logic/desk/keeper.sql. */
#ifndef DESK_KEEPER_MODEL_H
#define DESK_KEEPER_MODEL_H

#include "db/database.h"

/* Publishes the drafts whose time has come, and clears away what is over; *PUBLISHED is how many
 * there were. */
void keeper_keep_ask(struct batch *batch, long *published);

#endif
