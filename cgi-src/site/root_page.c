/* SPDX-License-Identifier: EUPL-1.2 */
/* Root: sends a visitor to the home page in the language that fits best, /. */
#include "web/exchange.h"

enum err root_page(struct exchange *exchange)
{
    exchange->response.varies_by_language = true;
    return exchange_redirect(
        exchange, 302, route_path(exchange->arena, ROUTE_HOME, exchange->view.language, NULL));
}
