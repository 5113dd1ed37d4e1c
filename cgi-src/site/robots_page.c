/* SPDX-License-Identifier: EUPL-1.2 */
/* Robots: the file that tells crawlers where the sitemap is (RFC 9309), /robots.txt.
 *
 * The sitemap has every page. Addresses with a query are disallowed: filters of lists turn a few
 * dozen meetings into thousands of addresses. */
#include "web/exchange.h"

enum err robots_page(struct exchange *exchange)
{
    exchange->response.cacheable =
        true; /* crawlers stay away from a site whose file cannot be fetched */
    return exchange_text(
        exchange,
        arena_print(
            exchange->arena, "User-agent: *\nDisallow: /admin/\nDisallow: /*?\n\nSitemap: %s\n",
            view_url(&exchange->view, route_path(exchange->arena, ROUTE_SITEMAP, EN, NULL))));
}
