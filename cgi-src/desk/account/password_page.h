/* SPDX-License-Identifier: EUPL-1.2 */
/* Password: asks an editor for their own. */
#ifndef DESK_ACCOUNT_PASSWORD_PAGE_H
#define DESK_ACCOUNT_PASSWORD_PAGE_H

#include "web/exchange.h"

/* RIGHT becomes whether FIELD has the password of the account. A failure counts as one of a login:
 * an open session is not enough for changes to how one logs in. */
enum err password_asked(struct exchange *exchange, const char *field, bool *right);

#endif
