/* Sitemap: every public page in every language, /sitemap.xml. */
#include "view/sitemap.h"
#include "pages/pages.h"

enum err page_sitemap(struct exchange *exchange)
{
    struct addresses addresses = { 0 };
    struct batch *batch = exchange_reads(exchange);
    addresses_ask(batch, &addresses);
    enum err err = batch_run(batch);
    if (err)
        return err;

    struct dictionary *sitemap = dictionary_new(exchange->app->templates, exchange->arena);
    view_sitemap(&exchange->view, &addresses, sitemap);
    return exchange_feed(exchange, "application/xml; charset=utf-8", "feeds/sitemap.tpl", sitemap);
}
