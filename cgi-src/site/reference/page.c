/* SPDX-License-Identifier: EUPL-1.2 */
/* Reference: the lists and fields of the open data, /nl/open-data */
#include "frame/frame.h"
#include "site/reference/view.h"

enum err reference_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    menu_ask(batch, view->language, &menu);
    enum err err = batch_run(batch);
    if (err)
        return err;
    const struct entry *about = menu_find(&menu, "open-data");
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_reference(exchange,
                   about ? view_path(view, about->kind, view->language, about->slug) : NULL, page);
    struct frame frame =
        view_list_frame(view, ROUTE_REFERENCE, view_phrase(view, "Open data: lists and fields"),
                        view_reference_lead(view), &menu);
    return exchange_page(exchange, &frame, "site/reference/page.tpl", page);
}
