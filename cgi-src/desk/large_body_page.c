/* SPDX-License-Identifier: EUPL-1.2 */
/* Large body: nginx asks at /large-body-allowed, which is not public, whether it may read a large
 * body from this sender. */
#include "web/exchange.h"
#include "web/session.h"

/* While the database is away, nobody knows who sends. The body of a text is let through then, so
 * that its editor gets it back; files are not. */
enum err desk_large_body_page(struct exchange *exchange)
{
    if (!exchange->app->desk)
        return ERR_NOT_FOUND;
    enum err err = session_find(exchange);
    if (err && !(exchange->form_token && exchange->request.body_length <= BODY_LARGE))
        return err;
    exchange->response.status = err || !session_is_of_stranger(exchange) ? 200 : 401;
    return exchange_text(exchange, "");
}
