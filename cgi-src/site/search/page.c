/* SPDX-License-Identifier: EUPL-1.2 */
/* Search: finds texts for visitors, /nl/zoeken?q=energie&page=2 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "frame/frame.h"
#include "frame/menu.h"
#include "http/query.h"
#include "site/search/model.h"
#include "site/search/view.h"
#include "web/exchange.h"

enum {
    PAGE_SIZE = 20,
    PAGES_MAX = SEARCH_MANY / PAGE_SIZE,
    CHARACTERS_MAX = 200,
    BYTES_MAX = 4 * 4096,
    PAGE_DIGITS_MAX = 4
};

/* TEXT without spaces at its ends; NULL when nothing is left. */
static const char *trimmed(const char *text, struct arena *arena)
{
    text = text ? text + strspn(text, " ") : "";
    size_t length = strlen(text);
    while (length && text[length - 1] == ' ')
        length--;
    return length ? arena_copy_bytes(arena, text, length) : NULL;
}

/* Any text is a valid search, unless it is too long to be meant. */
static enum err read_choice(const struct exchange *exchange, struct search_choice *choice)
{
    const char *page;
    *choice = (struct search_choice){ .page = 1, .longest = CHARACTERS_MAX };
    if (query_words(exchange->request.query, "q", BYTES_MAX, exchange->arena, &choice->input) ||
        query_value(exchange->request.query, "page", PAGE_DIGITS_MAX, exchange->arena, &page) ||
        (page && page[strspn(page, "0123456789")]))
        return ERR_INVALID;
    if (page)
        choice->page = strtol(page, NULL, 10);
    choice->input = trimmed(choice->input, exchange->arena);
    choice->too_long = choice->input && utf8_length(choice->input) > CHARACTERS_MAX;
    return choice->page > 0 ? OK : ERR_INVALID;
}

static enum err answer_table(struct exchange *exchange, const struct search_choice *choice,
                             const struct findings *findings, long pages)
{
    const struct view *view = &exchange->view;
    const char *path = route_path(exchange->arena, ROUTE_SEARCH, view->language, NULL);
    path = view_url(view, route_format_path(exchange->arena, path, FORMAT_JSON));
    struct table_head head = { .language = language_tag(view->language) };
    head.url = arena_print(exchange->arena, "%s%s", path,
                           view_search_query(view, choice->input, choice->page));
    if (choice->page < pages)
        head.next = arena_print(exchange->arena, "%s%s", path,
                                view_search_query(view, choice->input, choice->page + 1));
    head.total = arena_print(exchange->arena, "%ld", view_search_total(findings));
    head.instead = findings->instead;
    struct table table = view_search_table(view, findings);
    return exchange_table(exchange, &table, &head);
}

static enum err answer_page(struct exchange *exchange, const struct search_choice *choice,
                            const struct findings *findings, long pages, const struct menu *menu)
{
    const struct view *view = &exchange->view;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_search(view, choice, findings, pages, page);
    struct frame frame = view_list_frame(
        view, ROUTE_SEARCH, view_phrase(view, "Search"),
        view_phrase(view, "Search topics, partners, meetings, conclusions and documents."), menu);
    frame.sought = choice->input;
    frame.switch_query = choice->input ? view_search_query(view, choice->input, 1) : NULL;
    if (choice->input && !choice->too_long)
        frame.formats_query = view_search_query(view, choice->input, choice->page);
    else
        frame.formats = 0;
    return exchange_page(exchange, &frame, "site/search/page.tpl", page);
}

/* Editors see which words visitors seek in vain. The answer is sent even if these cannot be
 * counted. */
static void count_unknown(struct exchange *exchange, const struct findings *findings)
{
    if (findings->unknown_count == 0 || exchange->route.format != FORMAT_PAGE)
        return;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_SENDING);
    search_count_unknown(batch, exchange->view.language, findings);
    batch_run(batch);
}

enum err search_page(struct exchange *exchange)
{
    struct search_choice choice;
    enum err err = read_choice(exchange, &choice);
    if (err)
        return err;

    struct findings findings = { 0 };
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    if (choice.input && !choice.too_long && choice.page <= PAGES_MAX)
        search_ask(batch, exchange->view.language, choice.input, (int)(choice.page - 1) * PAGE_SIZE,
                   PAGE_SIZE, &findings);
    menu_ask(batch, exchange->view.language, &menu);
    err = batch_run(batch);
    if (err)
        return err;
    long total = view_search_total(&findings), pages = (total + PAGE_SIZE - 1) / PAGE_SIZE;
    if (choice.page > 1 && choice.page > pages)
        return ERR_NOT_FOUND;
    count_unknown(exchange, &findings);

    err = exchange->route.format == FORMAT_JSON
              ? answer_table(exchange, &choice, &findings, pages)
              : answer_page(exchange, &choice, &findings, pages, &menu);
    /* Searches are without number: they would push other pages out of the cache. */
    exchange->response.cacheable = false;
    if (choice.too_long)
        exchange->response.status = 400;
    return err;
}
