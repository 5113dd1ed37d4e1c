/* SPDX-License-Identifier: EUPL-1.2 */
/* Robots: the file that tells crawlers where the sitemap is (RFC 9309), /robots.txt.
 *
 * What they are after is at the addresses of the sitemap, none of which has a query: choices in
 * lists multiply a few dozen meetings into thousands of addresses. */
#include "web/exchange.h"

enum err robots_page(struct exchange *exchange)
{
    exchange->response.cacheable =
        true; /* crawlers take a site without it for one that wants none of them */
    return exchange_text(
        exchange,
        arena_print(
            exchange->arena, "User-agent: *\nDisallow: /admin/\nDisallow: /*?\n\nSitemap: %s\n",
            view_url(&exchange->view, route_path(exchange->arena, ROUTE_SITEMAP, EN, NULL))));
}
