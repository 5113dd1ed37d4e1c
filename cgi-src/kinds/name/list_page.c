/* SPDX-License-Identifier: EUPL-1.2 */
/* Places: the towns that public documents name, /nl/plaatsen */
#include "frame/frame.h"
#include "kinds/name/list_view.h"
#include "web/exchange.h"

static enum err answer_table(struct exchange *exchange, const struct listed_places *list)
{
    const struct view *view = &exchange->view;
    struct table table = view_places_table(view, list);
    const struct table_head head = { .url = view_url(view, exchange->request.path),
                                     .language = language_tag(view->language) };
    return exchange_table(exchange, &table, &head);
}

enum err name_list_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct listed_places list = { 0 };
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    places_ask(batch, view->language, &list);
    menu_ask(batch, view->language, &menu);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (exchange->route.format != FORMAT_PAGE)
        return answer_table(exchange, &list);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_places(view, &list, &menu, page);
    struct frame frame = view_list_frame(view, ROUTE_PLACES, view_phrase(view, "Places"),
                                         view_places_lead(view), &menu);
    return exchange_page(exchange, &frame, "kinds/name/list_page.tpl", page);
}
