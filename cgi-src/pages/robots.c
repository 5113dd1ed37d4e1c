/* Robots: the file that tells crawlers where the sitemap is (RFC 9309), /robots.txt. */
#include "pages/pages.h"

enum err page_robots(struct exchange *exchange)
{
    return exchange_text(exchange, arena_print(exchange->arena, "User-agent: *\nDisallow: /admin/\n\nSitemap: %s\n",
                                               view_url(&exchange->view, route_path(exchange->arena, ROUTE_SITEMAP, EN, NULL))));
}
