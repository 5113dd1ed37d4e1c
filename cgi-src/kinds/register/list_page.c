/* SPDX-License-Identifier: EUPL-1.2 */
/* Obstacles: the register of cross-border obstacles, /nl/belemmeringen?border=be-nl&status=solved,
 * and that of good practices */
#include <string.h>

#include "frame/frame.h"
#include "http/query.h"
#include "kinds/register/list_data.h"
#include "kinds/register/list_view.h"
#include "record/list.h"
#include "web/exchange.h"
#include "web/last_change.h"

enum { PAGE_SIZE = 25, TABLE_SIZE = 500, FEED_SIZE = 50, VALUE_MAX = 100, WORDS_MAX = 200 };

/* ERR_INVALID for an unknown field or status or a damaged value. Only the database knows which
 * areas there are. */
static enum err read_filter(struct exchange *exchange, struct register_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query, *before;
    if (query_words(query, "q", WORDS_MAX, arena, &filter->words) ||
        query_value(query, "border", VALUE_MAX, arena, &filter->area) ||
        query_value(query, "field", VALUE_MAX, arena, &filter->field) ||
        query_value(query, "status", VALUE_MAX, arena, &filter->status) ||
        query_value(query, "before", VALUE_MAX, arena, &before) ||
        query_value(query, "limit", VALUE_MAX, arena, &filter->limit))
        return ERR_INVALID;
    if ((filter->field && choice_find(register_fields, filter->field) == REGISTER_FIELDS) ||
        (filter->status && (filter->kind != DOCUMENT_OBSTACLE ||
                            choice_find(register_statuses, filter->status) == REGISTER_STATUSES)) ||
        (before && !list_place(before, 1, arena, &filter->before_day, &filter->before_id)))
        return ERR_INVALID;
    return OK;
}

static enum err read_most(const struct exchange *exchange, int *max)
{
    enum format format = exchange->route.format;
    *max = format == FORMAT_PAGE ? PAGE_SIZE : format == FORMAT_ATOM ? FEED_SIZE : TABLE_SIZE;
    return query_limit(exchange->request.query, exchange->arena, max);
}

static bool shows_all_obstacles(const struct register_filter *filter)
{
    return filter->kind == DOCUMENT_OBSTACLE && !filter->words && !filter->field && !filter->area &&
           !filter->status && !filter->before_day;
}

/* Asks for one more than is shown, to know whether there are more. */
static enum err read_lists(struct exchange *exchange, struct register_lists *lists)
{
    enum language language = exchange->view.language;
    enum format format = exchange->route.format;
    struct batch *batch = exchange_reads(exchange);
    int max = lists->max;
    if (format == FORMAT_ATOM)
        register_changes_ask(batch, language, &lists->filter, max, &lists->list);
    else
        register_ask(batch, language, &lists->filter, max + 1, &lists->list);
    if (format == FORMAT_PAGE)
        register_counts_ask(batch, &lists->filter, &lists->counts);
    if (format == FORMAT_PAGE && shows_all_obstacles(&lists->filter))
        register_years_ask(batch, language, &lists->years);
    if (format == FORMAT_ATOM)
        last_change_ask(batch, &exchange->last_changed);
    areas_ask(batch, language, &lists->areas);
    menu_ask(batch, language, &lists->menu);
    enum err err = batch_run(batch);
    if (err)
        return err;
    const char *area = lists->filter.area;
    if (area && !area_find(&lists->areas, area) && !menu_find(&lists->menu, area))
        return ERR_NOT_FOUND;
    lists->older = format != FORMAT_ATOM && lists->list.count > (size_t)max;
    if (lists->older)
        lists->list.count = (size_t)max;
    return OK;
}

/* The address of the list in the format of the request. It begins after LAST, or at the start when
 * that is NULL. */
static const char *address(const struct exchange *exchange, const struct register_lists *lists,
                           const struct register_entry *last)
{
    const struct view *view = &exchange->view;
    const char *path =
        route_path(exchange->arena, document_kinds[lists->filter.kind].list, view->language, NULL);
    return arena_print(exchange->arena, "%s%s",
                       route_format_path(exchange->arena, path, exchange->route.format),
                       view_register_query(view, &lists->filter, last));
}

static enum err answer_table(struct exchange *exchange, const struct register_lists *lists)
{
    const struct view *view = &exchange->view;
    struct table_head head = { .url = view_url(view, address(exchange, lists, NULL)),
                               .language = language_tag(view->language),
                               .limit = lists->max,
                               .truncated = lists->list.of_many };
    if (lists->older)
        head.next =
            view_url(view, address(exchange, lists, &lists->list.items[lists->list.count - 1]));
    struct table table = view_register_table(view, &lists->list, &lists->areas);
    return exchange_table(exchange, &table, &head);
}

static enum err answer_feed(struct exchange *exchange, const struct register_lists *lists)
{
    struct dictionary *feed = dictionary_new(exchange->app->templates, exchange->arena);
    view_register_feed(&exchange->view, &lists->filter, &lists->list,
                       address(exchange, lists, NULL), feed);
    return exchange_feed(exchange, route_format_type(FORMAT_ATOM), "record/feed.tpl", feed);
}

static enum err answer_page(struct exchange *exchange, const struct register_lists *lists)
{
    const struct view *view = &exchange->view;
    enum document_kind kind = lists->filter.kind;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_register(view, lists, page);
    struct frame frame = view_list_frame(
        view, document_kinds[kind].list, view_phrase(view, document_kinds[kind].list_title),
        view_phrase(view, document_kinds[kind].list_words), &lists->menu);
    frame.formats_query = frame.switch_query = view_register_query(view, &lists->filter, NULL);
    return exchange_page(exchange, &frame, "kinds/register/list_page.tpl", page);
}

static enum err answer(struct exchange *exchange, enum document_kind kind)
{
    struct register_lists lists = { .filter = { .kind = kind } };
    enum err err = read_filter(exchange, &lists.filter);
    if (!err)
        err = read_most(exchange, &lists.max);
    if (!err)
        err = read_lists(exchange, &lists);
    if (err)
        return err;
    err = exchange->route.format == FORMAT_PAGE   ? answer_page(exchange, &lists)
          : exchange->route.format == FORMAT_ATOM ? answer_feed(exchange, &lists)
                                                  : answer_table(exchange, &lists);
    if (lists.filter
            .words) /* searches are without number: they would push other pages out of the cache */
        exchange->response.cacheable = false;
    return err;
}

enum err register_list_page_obstacles(struct exchange *exchange)
{
    return answer(exchange, DOCUMENT_OBSTACLE);
}

enum err register_list_page_practices(struct exchange *exchange)
{
    return answer(exchange, DOCUMENT_PRACTICE);
}
