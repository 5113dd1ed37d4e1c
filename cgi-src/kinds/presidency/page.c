/* SPDX-License-Identifier: EUPL-1.2 */
/* Presidencies: who presides over which forum, now and in its other terms, /nl/voorzitterschappen
 */
#include "frame/frame.h"
#include "http/query.h"
#include "kinds/presidency/calendar.h"
#include "kinds/presidency/model.h"
#include "kinds/presidency/view.h"
#include "record/feed.h"
#include "web/exchange.h"
#include "web/last_change.h"

enum { VALUE_MAX = 100 };

/* What the address asks for, and the terms that answer it. */
struct listing {
    const char *forum; /* key; NULL for all, as on the page */
    struct presidency_list list;
    struct menu menu;
    struct areas areas; /* only for tables */
};

static const char *address(const struct exchange *exchange, const struct listing *listing)
{
    const struct parameter forum = { "forum", listing->forum };
    const char *path =
        route_path(exchange->arena, ROUTE_PRESIDENCIES, exchange->view.language, NULL);
    return arena_print(exchange->arena, "%s%s",
                       route_format_path(exchange->arena, path, exchange->route.format),
                       query_write(&forum, 1, exchange->arena));
}

static enum err answer_table(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    struct table table = view_presidencies_table(view, &listing->list, &listing->areas);
    const struct table_head head = { .url = view_url(view, address(exchange, listing)),
                                     .language = language_tag(view->language) };
    return exchange_table(exchange, &table, &head);
}

static enum err answer_calendar(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    const struct entry *forum = listing->forum ? menu_find(&listing->menu, listing->forum) : NULL;
    struct buffer body = buffer_in(exchange->arena);
    view_presidencies_calendar(view, view_feed_title(view, "Presidencies", forum),
                               address(exchange, listing), &listing->list, &listing->menu, &body);
    return exchange_format(exchange, body);
}

static enum err answer_page(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_presidencies(view, &listing->list, &listing->menu, page);
    struct frame frame = view_list_frame(
        view, ROUTE_PRESIDENCIES, view_phrase(view, "Presidencies"),
        view_phrase(view, "Who chairs which forum, now and in other years."), &listing->menu);
    return exchange_page(exchange, &frame, "kinds/presidency/page.tpl", page);
}

static enum err read_lists(struct exchange *exchange, struct listing *listing)
{
    enum language language = exchange->view.language;
    struct batch *batch = exchange_reads(exchange);
    presidencies_ask(batch, language, listing->forum, &listing->list);
    menu_ask(batch, language, &listing->menu);
    if (exchange->route.format == FORMAT_CALENDAR)
        last_change_ask(batch, &exchange->last_changed);
    else if (exchange->route.format != FORMAT_PAGE)
        areas_ask(batch, language, &listing->areas);
    enum err err = batch_run(batch);
    bool unknown = !err && listing->forum && !menu_find(&listing->menu, listing->forum);
    return unknown ? ERR_NOT_FOUND : err;
}

enum err presidency_page(struct exchange *exchange)
{
    struct listing listing = { 0 };
    enum format format = exchange->route.format;
    if (format != FORMAT_PAGE &&
        query_value(exchange->request.query, "forum", VALUE_MAX, exchange->arena, &listing.forum))
        return ERR_INVALID;
    enum err err = read_lists(exchange, &listing);
    if (err)
        return err;
    return format == FORMAT_PAGE       ? answer_page(exchange, &listing)
           : format == FORMAT_CALENDAR ? answer_calendar(exchange, &listing)
                                       : answer_table(exchange, &listing);
}
