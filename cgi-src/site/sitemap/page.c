/* SPDX-License-Identifier: EUPL-1.2 */
/* Sitemap: every public page in every language, /sitemap.xml. */
#include "site/sitemap/view.h"
#include "web/exchange.h"
#include "web/last_change.h"

enum err sitemap_page(struct exchange *exchange)
{
    struct addresses addresses = { 0 };
    struct presidency_list terms = { 0 };
    struct batch *batch = exchange_reads(exchange);
    addresses_ask(batch, &addresses);
    presidencies_ask(batch, exchange->view.language, NULL, &terms);
    last_change_ask(batch, &exchange->last_changed);
    enum err err = batch_run(batch);
    if (err)
        return err;

    struct dictionary *sitemap = dictionary_new(exchange->app->templates, exchange->arena);
    view_sitemap(&exchange->view, &addresses, &terms, sitemap);
    return exchange_feed(exchange, "application/xml; charset=utf-8", "site/sitemap/page.tpl",
                         sitemap);
}
