/* SPDX-License-Identifier: EUPL-1.2 */
/* Dispatch: from a request to a response. The policy of a route is enforced here, so that no
 * handler can forget it. */
#ifndef WEB_DISPATCH_H
#define WEB_DISPATCH_H

#include "http/gateway.h"
#include "web/exchange.h"

struct dispatcher {
    const struct app *app;
    struct arena *arena;       /* of the request in hand; reset before the next one */
    struct deadline *deadline; /* of this process; NULL for none */
};

/* A gateway_handler's handle with a struct dispatcher as context. Writes one line to the log. */
void dispatch(const struct variables *variables, const struct outlet *outlet, void *dispatcher);

#endif
