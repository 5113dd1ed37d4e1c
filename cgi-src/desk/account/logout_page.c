/* SPDX-License-Identifier: EUPL-1.2 */
/* Logout: ends a session, /admin/logout. */
#include "web/session.h"

const struct form desk_account_logout_page_form = { 0 };

enum err desk_account_logout_page(struct exchange *exchange)
{
    if (exchange->request.method != METHOD_POST)
        return exchange_redirect(exchange, 303, "/admin/");
    enum err err = session_close(exchange);
    return err ? err : exchange_redirect(exchange, 303, "/admin/login");
}
