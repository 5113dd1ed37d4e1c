/* Presidencies: who presides over which forum, now and in its other terms, /nl/voorzitterschappen
 */
#include "frame/frame.h"
#include "kinds/presidency/model.h"
#include "kinds/presidency/view.h"
#include "web/exchange.h"

enum err presidency_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct presidency_list list = { 0 };
    struct menu menu = { 0 };
    struct areas areas = { 0 };
    struct batch *batch = exchange_reads(exchange);
    presidencies_ask(batch, view->language, &list);
    menu_ask(batch, view->language, &menu);
    if (exchange->route.format != FORMAT_PAGE)
        areas_ask(batch, view->language, &areas);
    enum err err = batch_run(batch);
    if (err)
        return err;

    if (exchange->route.format != FORMAT_PAGE) {
        const char *path = route_path(exchange->arena, ROUTE_PRESIDENCIES, view->language, NULL);
        struct table table = view_presidencies_table(view, &list, &areas);
        return exchange_table(
            exchange, &table,
            &(struct table_head){ .url = view_url(view, route_format_path(exchange->arena, path,
                                                                          exchange->route.format)),
                                  .language = language_tag(view->language) });
    }
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_presidencies(view, &list, &menu, page);
    struct frame frame = view_list_frame(
        view, ROUTE_PRESIDENCIES, view_phrase(view, "Presidencies"),
        view_phrase(view, "Who chairs which forum, now and in other years."), &menu);
    return exchange_page(exchange, &frame, "kinds/presidency/page.tpl", page);
}
