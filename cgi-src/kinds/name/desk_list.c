/* SPDX-License-Identifier: EUPL-1.2 */
/* Names: the list of places and parties to which documents refer, whole or filtered,
 * /admin/names?kind=place&words=liege */
#include <string.h>

#include "http/query.h"
#include "kinds/name/view.h"
#include "web/exchange.h"

enum {
    ROWS_MAX = 200, /* of places, and of parties */
    VALUE_MAX = 20,
    WORDS_MAX = 800 /* bytes of 200 characters */
};

/* ERR_INVALID for an unknown kind or a damaged value. */
static enum err read_filter(struct exchange *exchange, struct names_filter *filter)
{
    const char *query = exchange->request.query;
    if (query_value(query, "kind", VALUE_MAX, exchange->arena, &filter->kind) ||
        query_words(query, "words", WORDS_MAX, exchange->arena, &filter->words))
        return ERR_INVALID;
    return filter->kind && !view_is_names_kind(filter->kind) ? ERR_INVALID : OK;
}

enum err name_desk_list(struct exchange *exchange)
{
    struct names_filter filter = { 0 };
    enum err err = read_filter(exchange, &filter);
    if (err)
        return err;
    bool only_places = filter.kind && strcmp(filter.kind, "place") == 0;
    struct names places = { 0 }, parties = { 0 };
    struct names_page shown = { .filter = &filter, .places = &places, .parties = &parties };
    struct batch *batch = exchange_reads(exchange);
    if (!filter.kind || only_places)
        names_ask(batch, NAME_PLACE, exchange->view.language, NULL, filter.words, ROWS_MAX,
                  &places);
    if (!only_places)
        names_ask(batch, NAME_PARTY, exchange->view.language, filter.kind, filter.words, ROWS_MAX,
                  &parties);
    names_renewals_ask(batch, &shown.renewals);
    err = batch_run(batch);
    if (err)
        return err;
    shown.deleted = query_raw(exchange->request.query, "done", exchange->arena);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_names(&exchange->view, &shown, page);
    return exchange_desk_page(exchange, "kinds/name/desk_list.tpl",
                              view_phrase(&exchange->view, "Names of places and participants"),
                              page);
}
