/* News: what was published or changed last, as an Atom feed, /nl/nieuws.atom */
#include "view/news.h"
#include "pages/pages.h"

enum { NEWS_MOST = 50 };

enum err page_news(struct exchange *exchange)
{
    struct news news = { 0 };
    struct batch *batch = exchange_reads(exchange);
    news_ask(batch, exchange->view.language, NEWS_MOST, &news);
    enum err err = batch_run(batch);
    if (err)
        return err;

    struct dictionary *feed = dictionary_new(exchange->app->templates, exchange->arena);
    view_news(&exchange->view, &news, feed);
    return exchange_feed(exchange, "application/atom+xml; charset=utf-8", "feeds/news.tpl", feed);
}
