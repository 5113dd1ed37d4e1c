/* Presidencies: who presides over which forum, now and in its other terms, /nl/voorzitterschappen */
#include "view/presidencies.h"
#include "model/presidency.h"
#include "pages/pages.h"
#include "view/frame.h"

enum err page_presidencies(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct presidency_list list = { 0 };
    struct directory directory = { 0 };
    struct batch *batch = exchange_reads(exchange);
    presidencies_ask(batch, view->language, &list);
    directory_ask(batch, view->language, &directory);
    enum err err = batch_run(batch);
    if (err)
        return err;

    if (exchange->route.format != FORMAT_PAGE) {
        const char *path = route_path(exchange->arena, ROUTE_PRESIDENCIES, view->language, NULL);
        struct table table = view_presidencies_table(view, &list);
        return exchange_table(
            exchange, &table,
            &(struct table_head){ .url = view_url(view, route_format_path(exchange->arena, path, exchange->route.format)),
                                  .language = language_tag(view->language) });
    }
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_presidencies(view, &list, &directory, page);
    struct frame frame = view_list_frame(view, ROUTE_PRESIDENCIES, view_phrase(view, "Presidencies"),
                                         view_phrase(view, "Who presides over which forum, now and in other years."),
                                         FRAME_PRESIDENCIES, &directory);
    return exchange_page(exchange, &frame, "pages/presidencies.tpl", page);
}
