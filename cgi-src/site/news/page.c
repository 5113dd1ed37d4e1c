/* SPDX-License-Identifier: EUPL-1.2 */
/* News: what was published or changed last, /nl/nieuws, and as an Atom feed */
#include "frame/frame.h"
#include "site/news/view.h"
#include "web/exchange.h"
#include "web/last_change.h"

enum { SHOWN_MAX = 30, FEED_MAX = 50 };

static enum err answer_feed(struct exchange *exchange, const struct news *news)
{
    struct dictionary *feed = dictionary_new(exchange->app->templates, exchange->arena);
    view_news_feed(&exchange->view, news, feed);
    return exchange_feed(exchange, route_format_type(FORMAT_ATOM), "record/feed.tpl", feed);
}

enum err news_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    bool is_feed = exchange->route.format == FORMAT_ATOM;
    struct news news = { 0 };
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    if (is_feed)
        latest_changes_ask(batch, view->language, FEED_MAX, &news);
    else
        news_ask(batch, view->language, SHOWN_MAX, &news);
    menu_ask(batch, view->language, &menu);
    if (is_feed)
        last_change_ask(batch, &exchange->last_changed);
    enum err err = batch_run(batch);
    if (err || is_feed)
        return err ? err : answer_feed(exchange, &news);

    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_news(view, &news, page);
    struct frame frame = view_list_frame(
        view, ROUTE_NEWS, view_phrase(view, "News"),
        view_phrase(view, "What was published or changed last on this site."), &menu);
    return exchange_page(exchange, &frame, "site/news/page.tpl", page);
}
