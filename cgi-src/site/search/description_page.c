/* SPDX-License-Identifier: EUPL-1.2 */
/* Search description: tells browsers how to search this site (OpenSearch 1.1), /nl/zoeken.xml */
#include "web/exchange.h"

enum err search_description_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    dictionary_set(page, "TAG", language_tag(view->language));
    dictionary_set(page, "SEARCH",
                   view_url(view, route_path(view->arena, ROUTE_SEARCH, view->language, NULL)));
    dictionary_set(
        page, "SELF",
        view_url(view, route_path(view->arena, ROUTE_SEARCH_DESCRIPTION, view->language, NULL)));
    return exchange_feed(exchange, "application/opensearchdescription+xml; charset=utf-8",
                         "site/search/description_page.tpl", page);
}
