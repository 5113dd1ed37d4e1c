/* SPDX-License-Identifier: EUPL-1.2 */
/* Retry: when the database is away, a page gives back everything that was sent to the desk, to be
 * sent again. */
#ifndef WEB_RETRY_H
#define WEB_RETRY_H

#include "web/exchange.h"

/* Replaces the response by that page, 503. False when it cannot: the form does not come from this
 * site, it has a secret, which is never shown again, or the page cannot be rendered. */
bool retry_offer(struct exchange *exchange, const struct form *form);

#endif
