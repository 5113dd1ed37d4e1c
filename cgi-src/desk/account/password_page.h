/* SPDX-License-Identifier: EUPL-1.2 */
/* Password: an editor is asked for their own. */
#ifndef DESK_ACCOUNT_PASSWORD_PAGE_H
#define DESK_ACCOUNT_PASSWORD_PAGE_H

#include "web/exchange.h"

/* Whether what was typed in FIELD is the password of who asks. A failure counts as that of a login:
 * a session left open is not enough for what has to do with getting in. */
enum err password_asked(struct exchange *exchange, const char *field, bool *right);

#endif
