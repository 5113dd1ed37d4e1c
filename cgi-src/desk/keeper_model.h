/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeper: what it does in the database; see migrations/logic/desk/keeper.sql. */
#ifndef DESK_KEEPER_MODEL_H
#define DESK_KEEPER_MODEL_H

#include "db/database.h"

/* Publishes the drafts whose time has come, and deletes what is due; *PUBLISHED becomes the number
 * of published texts. */
void keeper_keep_ask(struct batch *batch, long *published);

#endif
