/* SPDX-License-Identifier: EUPL-1.2 */
/* Conclusions: the register of what all forums have agreed,
 * /nl/conclusies?forum=penta&state=taken-up */
#include "frame/frame.h"
#include "http/query.h"
#include "kinds/meeting/conclusions_model.h"
#include "kinds/meeting/conclusions_view.h"
#include "record/list.h"
#include "web/exchange.h"
#include "web/last_change.h"

enum { PAGE_SIZE = 50, TABLE_SIZE = 500, FEED_SIZE = 50, VALUE_MAX = 100 };

static enum err read_filter(const struct exchange *exchange, struct conclusion_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query, *before, *numbers[2] = { NULL, NULL };
    if (query_value(query, "forum", VALUE_MAX, arena, &filter->forum) ||
        query_value(query, "state", VALUE_MAX, arena, &filter->state) ||
        query_value(query, "before", VALUE_MAX, arena, &before) ||
        query_value(query, "limit", VALUE_MAX, arena, &filter->limit))
        return ERR_INVALID;
    if ((filter->state && choice_find(conclusion_states, filter->state) == CONCLUSION_STATES) ||
        (before && !list_place(before, 2, arena, &filter->before_day, numbers)))
        return ERR_INVALID;
    filter->before_id = numbers[0];
    filter->before_number = numbers[1];
    return OK;
}

/* What the address asks for, and the conclusions that answer it. */
struct listing {
    struct conclusion_filter filter;
    struct conclusion_list list;
    struct menu menu;
    long number; /* how many FILTER lets through; only for the page */
    int max;
    bool older; /* there are more than LIST has */
};

/* The address of the list in the format of the request. It begins after LAST, or at the start when
 * that is NULL. */
static const char *address(const struct exchange *exchange, const struct listing *listing,
                           const struct conclusion_entry *last)
{
    const struct view *view = &exchange->view;
    const char *path = route_path(exchange->arena, ROUTE_CONCLUSIONS, view->language, NULL);
    return arena_print(exchange->arena, "%s%s",
                       route_format_path(exchange->arena, path, exchange->route.format),
                       view_conclusions_query(view, &listing->filter, last));
}

static enum err answer_table(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    const struct conclusion_list *list = &listing->list;
    struct table_head head = { .url = view_url(view, address(exchange, listing, NULL)),
                               .language = language_tag(view->language),
                               .limit = listing->max };
    if (listing->older)
        head.next = view_url(view, address(exchange, listing, &list->items[list->count - 1]));
    struct table table = view_conclusions_table(view, list);
    return exchange_table(exchange, &table, &head);
}

static enum err answer_feed(struct exchange *exchange, const struct listing *listing)
{
    struct dictionary *feed = dictionary_new(exchange->app->templates, exchange->arena);
    view_conclusions_feed(&exchange->view, &listing->filter, &listing->list, &listing->menu,
                          address(exchange, listing, NULL), feed);
    return exchange_feed(exchange, route_format_type(FORMAT_ATOM), "record/feed.tpl", feed);
}

static enum err answer_page(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_conclusions(view, &listing->filter, &listing->list, listing->number, listing->older,
                     &listing->menu, page);
    struct frame frame = view_list_frame(
        view, ROUTE_CONCLUSIONS, view_phrase(view, "Conclusions"),
        view_phrase(view, "What the forums have agreed, and which meeting took it up."),
        &listing->menu);
    frame.formats_query = frame.switch_query = view_conclusions_query(view, &listing->filter, NULL);
    return exchange_page(exchange, &frame, "kinds/meeting/conclusions_page.tpl", page);
}

/* Asks for one conclusion more than is shown, to know whether there are more. */
static enum err read_lists(struct exchange *exchange, struct listing *listing)
{
    enum language language = exchange->view.language;
    struct batch *batch = exchange_reads(exchange);
    int max = listing->max;
    if (exchange->route.format == FORMAT_ATOM) {
        conclusions_changed_ask(batch, language, &listing->filter, max, &listing->list);
        last_change_ask(batch, &exchange->last_changed);
    } else {
        conclusions_ask(batch, language, &listing->filter, max + 1, &listing->list);
    }
    if (exchange->route.format == FORMAT_PAGE)
        conclusions_number_ask(batch, language, &listing->filter, &listing->number);
    menu_ask(batch, language, &listing->menu);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (listing->filter.forum && !menu_find(&listing->menu, listing->filter.forum))
        return ERR_NOT_FOUND;
    listing->older = listing->list.count > (size_t)max;
    if (listing->older)
        listing->list.count = (size_t)max;
    return OK;
}

enum err meeting_conclusions_page(struct exchange *exchange)
{
    enum format format = exchange->route.format;
    struct listing listing = { .max = format == FORMAT_PAGE   ? PAGE_SIZE
                                      : format == FORMAT_ATOM ? FEED_SIZE
                                                              : TABLE_SIZE };
    enum err err = read_filter(exchange, &listing.filter);
    if (!err)
        err = query_limit(exchange->request.query, exchange->arena, &listing.max);
    if (!err)
        err = read_lists(exchange, &listing);
    if (err)
        return err;
    return format == FORMAT_PAGE   ? answer_page(exchange, &listing)
           : format == FORMAT_ATOM ? answer_feed(exchange, &listing)
                                   : answer_table(exchange, &listing);
}
