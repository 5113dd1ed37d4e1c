/* SPDX-License-Identifier: EUPL-1.2 */
/* Security: where to report a security problem (RFC 9116), /.well-known/security.txt. */
#include <time.h>

#include "web/exchange.h"

enum { VALID_DAYS = 180 }; /* RFC 9116 section 2.5.5 recommends less than a year */

enum err security_page(struct exchange *exchange)
{
    time_t end = time(NULL) / 86400 * 86400 + VALID_DAYS * 86400L;
    struct tm utc;
    char expires[32];
    gmtime_r(&end, &utc);
    strftime(expires, sizeof expires, "%Y-%m-%dT%H:%M:%SZ", &utc);

    const char *canonical =
        view_url(&exchange->view, route_path(exchange->arena, ROUTE_SECURITY, EN, NULL));
    exchange->response.cacheable = true;
    return exchange_text(
        exchange,
        arena_print(
            exchange->arena,
            "Contact: %s\nExpires: %s\nPreferred-Languages: nl, fr, de, en\nCanonical: %s\n",
            exchange->app->config.security_contact, expires, canonical));
}
