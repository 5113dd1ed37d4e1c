/* Events: those to come and those that were, /nl/evenementen */
#include "frame/frame.h"
#include "kinds/event/view.h"
#include "web/exchange.h"
#include "web/last_change.h"

static enum err answer_page(struct exchange *exchange, const struct event_list *list,
                            const struct menu *menu)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_events(view, list, page);
    struct frame frame = view_list_frame(
        view, ROUTE_EVENTS, view_phrase(view, document_kinds[DOCUMENT_EVENT].list_title),
        view_events_lead(view), menu);
    return exchange_page(exchange, &frame, "kinds/event/list_page.tpl", page);
}

static enum err answer_calendar(struct exchange *exchange, const struct event_list *list,
                                const char *self)
{
    const struct view *view = &exchange->view;
    const char *name = arena_print(exchange->arena, "Benelux+ – %s",
                                   view_phrase(view, document_kinds[DOCUMENT_EVENT].list_title));
    struct buffer body = buffer_in(exchange->arena);
    if (!view_events_calendar(view, name, self, list, &body))
        return ERR_INTERNAL;
    return exchange_format(exchange, body);
}

static enum err answer_feed(struct exchange *exchange, const struct event_list *list,
                            const char *self)
{
    struct dictionary *feed = dictionary_new(exchange->app->templates, exchange->arena);
    view_events_feed(&exchange->view, list, self, feed);
    return exchange_feed(exchange, route_format_type(FORMAT_ATOM), "record/feed.tpl", feed);
}

enum err event_list_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct event_list list = { 0 };
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    events_ask(batch, view->language, &list);
    if (exchange->route.format == FORMAT_CALENDAR || exchange->route.format == FORMAT_ATOM)
        last_change_ask(batch, &exchange->last_changed);
    menu_ask(batch, view->language, &menu);
    enum err err = batch_run(batch);
    if (err)
        return err;

    const char *path = route_path(exchange->arena, ROUTE_EVENTS, view->language, NULL);
    const char *self = route_format_path(exchange->arena, path, exchange->route.format);
    switch (exchange->route.format) {
    case FORMAT_PAGE:
        return answer_page(exchange, &list, &menu);
    case FORMAT_CALENDAR:
        return answer_calendar(exchange, &list, self);
    case FORMAT_ATOM:
        return answer_feed(exchange, &list, self);
    default: {
        struct table table = view_events_table(view, &list);
        return exchange_table(exchange, &table,
                              &(struct table_head){ .url = view_url(view, self),
                                                    .language = language_tag(view->language) });
    }
    }
}
