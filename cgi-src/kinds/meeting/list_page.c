/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings: the coming and the past ones, of all forums or of the chosen one,
 * /nl/vergaderingen?forum=penta&year=2021 */
#include <stdlib.h>
#include <string.h>

#include "frame/frame.h"
#include "frame/menu.h"
#include "http/query.h"
#include "kinds/meeting/calendar.h"
#include "kinds/meeting/list_view.h"
#include "kinds/meeting/model.h"
#include "record/feed.h"
#include "record/list.h"
#include "web/exchange.h"
#include "web/last_change.h"

enum {
    PAGE_SIZE = 25,
    TABLE_SIZE = 500,     /* rows of JSON or CSV */
    CALENDAR_SIZE = 1000, /* the latest ones: a calendar cannot be split into pages */
    FEED_SIZE = 50,
    COMING_MAX = 50,
    VALUE_MAX = 100
};

static bool is_year(const char *text)
{
    return strlen(text) == 4 && strspn(text, "0123456789") == 4 && *text != '0';
}

/* ERR_INVALID for an unknown type, an impossible year or a damaged value. Only the database knows
 * which forums there are. */
static enum err read_choice(struct exchange *exchange, struct meeting_choice *choice,
                            struct meeting_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query, *year, *before;
    if (query_value(query, "forum", VALUE_MAX, arena, &choice->forum) ||
        query_value(query, "type", VALUE_MAX, arena, &choice->type) ||
        query_value(query, "year", VALUE_MAX, arena, &year) ||
        query_value(query, "before", VALUE_MAX, arena, &before) ||
        query_value(query, "limit", VALUE_MAX, arena, &choice->limit))
        return ERR_INVALID;
    if ((choice->type && choice_find(meeting_types, choice->type) == MEETING_TYPES) ||
        (year && !is_year(year)) ||
        (before && !list_place(before, 1, arena, &filter->before_day, &filter->before_id)))
        return ERR_INVALID;

    filter->forum = choice->forum;
    filter->type = choice->type;
    if (year) {
        choice->year = strtol(year, NULL, 10);
        filter->first_day = arena_print(arena, "%s-01-01", year);
        filter->last_day = arena_print(arena, "%s-12-31", year);
    }
    return OK;
}

/* What the address asks for, and the meetings that answer it. */
struct listing {
    struct meeting_choice choice;
    struct meeting_filter filter;
    struct meeting_list coming, past; /* in other formats than the page, PAST has both */
    struct meeting_figures figures;
    struct menu menu;
    int max;    /* how many PAST may have */
    bool older; /* there are more than PAST has */
};

static enum err read_most(const struct exchange *exchange, int *max)
{
    static const int sizes[FORMATS] = {
        [FORMAT_PAGE] = PAGE_SIZE, [FORMAT_CALENDAR] = CALENDAR_SIZE, [FORMAT_ATOM] = FEED_SIZE
    };
    int size = sizes[exchange->route.format];
    *max = size ? size : TABLE_SIZE;
    return query_limit(exchange->request.query, exchange->arena, max);
}

/* Asks for one meeting more than is shown, to know whether there are more. */
static enum err read_page(struct exchange *exchange, struct listing *listing)
{
    enum language language = exchange->view.language;
    struct batch *batch = exchange_reads(exchange);
    int max = listing->max;
    if (exchange->route.format == FORMAT_PAGE) {
        if (!listing->filter.before_day)
            meetings_coming_ask(batch, language, &listing->filter, COMING_MAX, &listing->coming);
        meetings_past_ask(batch, language, &listing->filter, max + 1, &listing->past);
        meeting_figures_ask(batch, language, &listing->filter, &listing->figures);
    } else if (exchange->route.format == FORMAT_ATOM) {
        meetings_changed_ask(batch, language, &listing->filter, max, &listing->past);
    } else {
        meetings_all_ask(batch, language, &listing->filter, max + 1, &listing->past);
    }
    if (exchange->route.format == FORMAT_CALENDAR || exchange->route.format == FORMAT_ATOM)
        last_change_ask(batch, &exchange->last_changed);
    menu_ask(batch, language, &listing->menu);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (listing->choice.forum && !menu_find(&listing->menu, listing->choice.forum))
        return ERR_NOT_FOUND;
    listing->older = listing->past.count > (size_t)max;
    if (listing->older)
        listing->past.count = (size_t)max;
    return OK;
}

/* The address of the list in the format of the request. It begins after LAST, or at the start when
 * that is NULL. */
static const char *address(const struct exchange *exchange, const struct listing *listing,
                           const struct meeting_entry *last)
{
    const char *path = route_path(exchange->arena, ROUTE_MEETINGS, exchange->view.language, NULL);
    path = route_format_path(exchange->arena, path, exchange->route.format);
    return arena_print(exchange->arena, "%s%s", path,
                       view_meetings_query(&exchange->view, &listing->choice, last));
}

static enum err answer_table(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    const struct meeting_entry *last =
        listing->older ? &listing->past.items[listing->past.count - 1] : NULL;
    struct table_head head = { .url = view_url(view, address(exchange, listing, NULL)),
                               .language = language_tag(view->language),
                               .limit = listing->max };
    if (last)
        head.next = view_url(view, address(exchange, listing, last));
    struct table table = view_meetings_table(view, &listing->past);
    return exchange_table(exchange, &table, &head);
}

static enum err answer_calendar(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    const struct entry *forum =
        listing->choice.forum ? menu_find(&listing->menu, listing->choice.forum) : NULL;
    const char *name = view_feed_title(view, "Meetings", forum);
    struct buffer body = buffer_in(exchange->arena);
    view_calendar(view, name, address(exchange, listing, NULL), &listing->past, &listing->menu,
                  &body);
    return exchange_format(exchange, body);
}

static enum err answer_feed(struct exchange *exchange, const struct listing *listing)
{
    struct dictionary *feed = dictionary_new(exchange->app->templates, exchange->arena);
    view_meetings_feed(&exchange->view, &listing->choice, &listing->past, &listing->menu,
                       address(exchange, listing, NULL), feed);
    return exchange_feed(exchange, route_format_type(FORMAT_ATOM), "record/feed.tpl", feed);
}

static enum err answer_page(struct exchange *exchange, const struct listing *listing)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_meetings(view, &listing->choice, &listing->figures, &listing->coming, &listing->past,
                  listing->older, &listing->menu, page);
    struct frame frame = view_list_frame(
        view, ROUTE_MEETINGS, view_phrase(view, "Meetings"),
        view_phrase(view, document_kinds[DOCUMENT_MEETING].list_words), &listing->menu);
    frame.formats_query = frame.switch_query = view_meetings_query(view, &listing->choice, NULL);
    return exchange_page(exchange, &frame, "kinds/meeting/list_page.tpl", page);
}

enum err meeting_list_page(struct exchange *exchange)
{
    struct listing listing = { 0 };
    enum err err = read_choice(exchange, &listing.choice, &listing.filter);
    if (!err)
        err = read_most(exchange, &listing.max);
    if (!err)
        err = read_page(exchange, &listing);
    if (err)
        return err;
    switch (exchange->route.format) {
    case FORMAT_PAGE:
        return answer_page(exchange, &listing);
    case FORMAT_CALENDAR:
        return answer_calendar(exchange, &listing);
    case FORMAT_ATOM:
        return answer_feed(exchange, &listing);
    default:
        return answer_table(exchange, &listing);
    }
}
