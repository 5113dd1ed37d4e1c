/* SPDX-License-Identifier: EUPL-1.2 */
/* Retry: what was sent to the desk when the database was away comes back as a page with all of it,
 * to be sent again. */
#ifndef WEB_RETRY_H
#define WEB_RETRY_H

#include "web/exchange.h"

/* Replaces the response by that page, 503. False, and nothing is done, when it is not to be had:
 * the form is not one of this site, or it has a secret, which is never shown again. */
bool retry_offer(struct exchange *exchange, const struct form *form);

#endif
