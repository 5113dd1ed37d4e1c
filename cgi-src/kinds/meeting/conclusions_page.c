/* Conclusions: the register of what all forums have agreed,
 * /nl/conclusies?forum=penta&state=taken-up */
#include <stdlib.h>
#include <string.h>

#include "frame/frame.h"
#include "http/query.h"
#include "kinds/meeting/conclusions_model.h"
#include "kinds/meeting/conclusions_view.h"
#include "text/dates.h"
#include "web/exchange.h"

enum {
    PAGE_SIZE = 50,
    TABLE_SIZE = 500,
    VALUE_MOST = 100,
    ID_DIGITS_MOST = 18 /* a bigint */,
    NUMBER_DIGITS_MOST = 9
};

/* The number at the front of TEXT, with one to MOST digits; moves TEXT behind it. NULL when there
 * is none. */
static const char *take_number(const char **text, size_t most, struct arena *arena)
{
    size_t digits = strspn(*text, "0123456789");
    if (digits == 0 || digits > most)
        return NULL;
    const char *number = arena_copy_bytes(arena, *text, digits);
    *text += digits;
    return number;
}

/* "2021-12-01.123.4": the day and the id of the meeting, and the number of the last conclusion of
 * the page before. */
static bool read_place(const char *text, struct conclusion_filter *filter, struct arena *arena)
{
    size_t length = strcspn(text, ".");
    filter->before_day = arena_copy_bytes(arena, text, length);
    if (!date_is_day(filter->before_day) || text[length] != '.')
        return false;
    text += length + 1;
    filter->before_id = take_number(&text, ID_DIGITS_MOST, arena);
    if (!filter->before_id || *text++ != '.')
        return false;
    filter->before_number = take_number(&text, NUMBER_DIGITS_MOST, arena);
    return filter->before_number && *text == '\0';
}

static enum err read_filter(const struct exchange *exchange, struct conclusion_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query, *before;
    if (query_value(query, "forum", VALUE_MOST, arena, &filter->forum) ||
        query_value(query, "state", VALUE_MOST, arena, &filter->state) ||
        query_value(query, "before", VALUE_MOST, arena, &before) ||
        query_value(query, "limit", VALUE_MOST, arena, &filter->limit))
        return ERR_INVALID;
    if ((filter->state && choice_find(conclusion_states, filter->state) == CONCLUSION_STATES) ||
        (before && !read_place(before, filter, arena)))
        return ERR_INVALID;
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
                            const struct conclusion_list *list, long number, bool older,
                            const struct menu *menu)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_conclusions(view, filter, list, number, older, menu, page);
    struct frame frame = view_list_frame(
        view, ROUTE_CONCLUSIONS, view_phrase(view, "Conclusions"),
        view_phrase(view, "What the forums have agreed, and which meeting took it up."), menu);
    frame.formats_query = frame.switch_query = view_conclusions_query(view, filter, NULL);
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
    long number = 0;
    struct batch *batch = exchange_reads(exchange);
    if (exchange->route.format == FORMAT_PAGE)
        conclusions_number_ask(batch, exchange->view.language, &filter, &number);
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
               ? answer_page(exchange, &filter, &list, number, older, &menu)
               : answer_table(exchange, &filter, &list, most, older);
}
