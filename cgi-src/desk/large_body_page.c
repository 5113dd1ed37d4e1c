/* SPDX-License-Identifier: EUPL-1.2 */
/* Large body: before nginx reads one, it asks whether it may from who sends it, at
 * /large-body-allowed, which nobody else can ask. */
#include "web/exchange.h"
#include "web/session.h"

/* While the database is away it is not known who asks. A text is let through then, so that its
 * editor gets it back; files are not. */
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
