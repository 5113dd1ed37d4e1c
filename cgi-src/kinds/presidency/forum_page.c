/* SPDX-License-Identifier: EUPL-1.2 */
/* Presidency: who presides over one forum, now, next and before, /nl/voorzitterschappen/penta */
#include "frame/frame.h"
#include "kinds/presidency/model.h"
#include "kinds/presidency/view.h"
#include "web/exchange.h"

/* The page is one level below the list. Its address has the key of the forum, which is the same in
 * all languages. */
static struct frame frame_of(const struct exchange *exchange, const struct entry *forum,
                             const struct menu *menu)
{
    const struct view *view = &exchange->view;
    const char *title = arena_print(exchange->arena, "%s: %s", view_phrase(view, "Presidencies"),
                                    forum->short_title);
    struct frame frame =
        view_list_frame(view, ROUTE_PRESIDENCIES, title,
                        view_phrase(view, "Who chairs this forum, now, next and before."), menu);
    for (enum language language = 0; language < LANGUAGES; language++)
        frame.paths[language] = route_path(exchange->arena, ROUTE_PRESIDENCY, language, forum->key);
    frame.canonical = frame.paths[view->language];
    frame.formats = 0;
    frame.crumbs[1] = (struct crumb){
        .label = view_phrase(view, "Presidencies"),
        .language = view->language,
        .path = route_path(exchange->arena, ROUTE_PRESIDENCIES, view->language, NULL),
    };
    frame.crumbs[frame.crumb_count++] =
        (struct crumb){ .label = forum->short_title, .language = forum->language };
    return frame;
}

enum err presidency_forum_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct presidency_list list = { 0 };
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    presidencies_ask(batch, view->language, exchange->route.slug, &list);
    menu_ask(batch, view->language, &menu);
    enum err err = batch_run(batch);
    if (err)
        return err;
    const struct entry *forum = menu_find(&menu, exchange->route.slug);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    if (!forum || !view_presidency(view, &list, forum, page))
        return ERR_NOT_FOUND;
    struct frame frame = frame_of(exchange, forum, &menu);
    return exchange_page(exchange, &frame, "kinds/presidency/forum_page.tpl", page);
}
