/* SPDX-License-Identifier: EUPL-1.2 */
/* Recompose: makes all that is derived in the database anew; see migrations/logic/compose/. */
#ifndef DESK_RECOMPOSE_H
#define DESK_RECOMPOSE_H

#include "db/database.h"

/* *COUNT becomes the number of documents that were composed, also after an error. Each step is a
 * transaction of its own. */
enum err recompose(struct database *database, long *count);

#endif
