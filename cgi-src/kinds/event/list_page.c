/* SPDX-License-Identifier: EUPL-1.2 */
/* Events: the coming and the past ones, /nl/evenementen */
#include "frame/frame.h"
#include "http/query.h"
#include "kinds/event/view.h"
#include "record/list.h"
#include "web/exchange.h"
#include "web/last_change.h"

enum { PLACE_MAX = 100, TABLE_SIZE = 500 };

/* What the address asks for, and the events that answer it. */
struct listing {
    struct event_place before;
    const char *limit; /* as a program asked for it */
    int max;
    struct event_list list;
    bool older; /* there are more than LIST has */
};

static enum err read_choice(const struct exchange *exchange, struct listing *listing)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query, *before;
    enum format format = exchange->route.format;
    bool whole = format == FORMAT_PAGE || format == FORMAT_CALENDAR || format == FORMAT_ATOM;
    listing->max = whole ? EVENTS_MAX : TABLE_SIZE;
    if (query_value(query, "before", PLACE_MAX, arena, &before) ||
        query_value(query, "limit", PLACE_MAX, arena, &listing->limit) ||
        query_limit(query, arena, &listing->max))
        return ERR_INVALID;
    bool sound = !before || list_place(before, 1, arena, &listing->before.day, &listing->before.id);
    return sound ? OK : ERR_INVALID;
}

/* The address of the list in the format of the request. It begins after LAST, or at the start when
 * that is NULL. */
static const char *address(const struct exchange *exchange, const struct listing *listing,
                           const struct event_entry *last)
{
    struct arena *arena = exchange->arena;
    const struct parameter parameters[] = {
        { "limit", listing->limit },
        { "before", last ? arena_print(arena, "%s.%s", last->event.first_day, last->id) : NULL },
    };
    const char *path = route_path(arena, ROUTE_EVENTS, exchange->view.language, NULL);
    return arena_print(arena, "%s%s", route_format_path(arena, path, exchange->route.format),
                       query_write(parameters, 2, arena));
}

static enum err answer_page(struct exchange *exchange, const struct event_list *list,
                            const struct menu *menu)
{
    const struct view *view = &exchange->view;
    const struct kind *kind = &document_kinds[DOCUMENT_EVENT];
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_events(view, list, page);
    struct frame frame = view_list_frame(view, ROUTE_EVENTS, view_phrase(view, kind->list_title),
                                         view_phrase(view, kind->list_words), menu);
    return exchange_page(exchange, &frame, "kinds/event/list_page.tpl", page);
}

static enum err answer_calendar(struct exchange *exchange, const struct event_list *list,
                                const char *self)
{
    const struct view *view = &exchange->view;
    const char *name = arena_print(exchange->arena, "Benelux+ – %s",
                                   view_phrase(view, document_kinds[DOCUMENT_EVENT].list_title));
    struct buffer body = buffer_in(exchange->arena);
    view_events_calendar(view, name, self, list, &body);
    return exchange_format(exchange, body);
}

static enum err answer_feed(struct exchange *exchange, const struct event_list *list,
                            const char *self)
{
    struct dictionary *feed = dictionary_new(exchange->app->templates, exchange->arena);
    view_events_feed(&exchange->view, list, self, feed);
    return exchange_feed(exchange, route_format_type(FORMAT_ATOM), "record/feed.tpl", feed);
}

static enum err answer_table(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    const struct event_list *list = &listing->list;
    struct table_head head = { .url = view_url(view, address(exchange, listing, NULL)),
                               .language = language_tag(view->language),
                               .limit = listing->max };
    if (listing->older)
        head.next = view_url(view, address(exchange, listing, &list->items[list->count - 1]));
    struct table table = view_events_table(view, list);
    return exchange_table(exchange, &table, &head);
}

/* Asks for one event more than is shown, to know whether there are more. */
static enum err read_lists(struct exchange *exchange, struct listing *listing, struct menu *menu)
{
    enum language language = exchange->view.language;
    enum format format = exchange->route.format;
    struct batch *batch = exchange_reads(exchange);
    size_t max = (size_t)listing->max;
    events_ask(batch, language, &listing->before, listing->max + 1, &listing->list);
    if (format == FORMAT_CALENDAR || format == FORMAT_ATOM)
        last_change_ask(batch, &exchange->last_changed);
    menu_ask(batch, language, menu);
    enum err err = batch_run(batch);
    listing->older = listing->list.count > max;
    if (listing->older)
        listing->list.count = max;
    return err;
}

enum err event_list_page(struct exchange *exchange)
{
    struct listing listing = { 0 };
    struct menu menu = { 0 };
    enum err err = read_choice(exchange, &listing);
    if (!err)
        err = read_lists(exchange, &listing, &menu);
    if (err)
        return err;
    switch (exchange->route.format) {
    case FORMAT_PAGE:
        return answer_page(exchange, &listing.list, &menu);
    case FORMAT_CALENDAR:
        return answer_calendar(exchange, &listing.list, address(exchange, &listing, NULL));
    case FORMAT_ATOM:
        return answer_feed(exchange, &listing.list, address(exchange, &listing, NULL));
    default:
        return answer_table(exchange, &listing);
    }
}
