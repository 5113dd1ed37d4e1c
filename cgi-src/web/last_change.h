/* SPDX-License-Identifier: EUPL-1.2 */
/* Last change: when something that visitors read was last published, changed or withdrawn. */
#ifndef WEB_LAST_CHANGE_H
#define WEB_LAST_CHANGE_H

#include "db/database.h"

/* Fills DATE with a date of HTTP (RFC 9110 section 5.6.7); NULL when nothing was published yet. For
 * answers that consist of public documents: a withdrawn document changes them, too, and the latest
 * time within such an answer does not show that. */
void last_change_ask(struct batch *batch, const char **date);

#endif
