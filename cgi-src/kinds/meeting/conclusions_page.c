/* Conclusions: the register of what all forums have agreed,
 * /nl/conclusies?forum=penta&state=taken-up */
#include "frame/frame.h"
#include "http/query.h"
#include "kinds/meeting/conclusions_model.h"
#include "kinds/meeting/conclusions_view.h"
#include "record/list.h"
#include "web/exchange.h"

enum { PAGE_SIZE = 50, TABLE_SIZE = 500, VALUE_MOST = 100 };

static enum err read_filter(const struct exchange *exchange, struct conclusion_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query, *before, *numbers[2] = { NULL, NULL };
    if (query_value(query, "forum", VALUE_MOST, arena, &filter->forum) ||
        query_value(query, "state", VALUE_MOST, arena, &filter->state) ||
        query_value(query, "before", VALUE_MOST, arena, &before) ||
        query_value(query, "limit", VALUE_MOST, arena, &filter->limit))
        return ERR_INVALID;
    if ((filter->state && choice_find(conclusion_states, filter->state) == CONCLUSION_STATES) ||
        (before && !list_place(before, 2, arena, &filter->before_day, numbers)))
        return ERR_INVALID;
    filter->before_id = numbers[0];
    filter->before_number = numbers[1];
    return OK;
}

static enum err answer_table(struct exchange *exchange, const struct conclusion_filter *filter,
                             const struct conclusion_list *list, int most, bool older)
{
    const struct view *view = &exchange->view;
    const char *path = route_format_path(
        exchange->arena, route_path(exchange->arena, ROUTE_CONCLUSIONS, view->language, NULL),
        exchange->route.format);
    path = view_url(view, path);
    struct table_head head = { .language = language_tag(view->language), .limit = most };
    head.url =
        arena_print(exchange->arena, "%s%s", path, view_conclusions_query(view, filter, NULL));
    if (older)
        head.next =
            arena_print(exchange->arena, "%s%s", path,
                        view_conclusions_query(view, filter, &list->items[list->count - 1]));
    struct table table = view_conclusions_table(view, list);
    return exchange_table(exchange, &table, &head);
}

static enum err answer_page(struct exchange *exchange, const struct conclusion_filter *filter,
                            const struct conclusion_list *list, bool older, const struct menu *menu)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_conclusions(view, filter, list, older, menu, page);
    struct frame frame = view_list_frame(
        view, ROUTE_CONCLUSIONS, view_phrase(view, "Conclusions"),
        view_phrase(view, "What the forums have agreed, and which meeting took it up."), menu);
    frame.formats_query = view_conclusions_query(view, filter, NULL);
    return exchange_page(exchange, &frame, "kinds/meeting/conclusions_page.tpl", page);
}

enum err meeting_conclusions_page(struct exchange *exchange)
{
    struct conclusion_filter filter = { 0 };
    int most = exchange->route.format == FORMAT_PAGE ? PAGE_SIZE : TABLE_SIZE;
    enum err err = read_filter(exchange, &filter);
    if (!err)
        err = query_limit(exchange->request.query, exchange->arena, &most);
    if (err)
        return err;

    struct conclusion_list list = { 0 };
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    conclusions_ask(batch, exchange->view.language, &filter, most + 1, &list);
    menu_ask(batch, exchange->view.language, &menu);
    err = batch_run(batch);
    if (err)
        return err;
    if (filter.forum && !menu_find(&menu, filter.forum))
        return ERR_NOT_FOUND;

    bool older = list.count > (size_t)most;
    if (older)
        list.count = (size_t)most;
    return exchange->route.format == FORMAT_PAGE
               ? answer_page(exchange, &filter, &list, older, &menu)
               : answer_table(exchange, &filter, &list, most, older);
}
