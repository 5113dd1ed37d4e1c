/* SPDX-License-Identifier: EUPL-1.2 */
/* Last change: when anything that visitors read was published, changed or withdrawn last. */
#ifndef WEB_LAST_CHANGE_H
#define WEB_LAST_CHANGE_H

#include "db/database.h"

/* Fills DATE with a date of HTTP (RFC 9110 section 5.6.7); NULL when nothing was published yet. For
 * answers that are made of nothing but public documents: one that is withdrawn counts too, unlike
 * for the latest time in such an answer. */
void last_change_ask(struct batch *batch, const char **date);

#endif
