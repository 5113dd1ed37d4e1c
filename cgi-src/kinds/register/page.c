/* SPDX-License-Identifier: EUPL-1.2 */
/* Obstacle: the page of one obstacle, /nl/belemmeringen/…, and that of one good practice */
#include "kinds/register/model.h"
#include "kinds/register/view.h"
#include "record/article.h"
#include "web/exchange.h"

static enum err answer(struct exchange *exchange, enum document_kind kind,
                       const char *template_name)
{
    const struct view *view = &exchange->view;
    struct article article;
    struct areas areas = { 0 };
    article_ask(exchange, kind, &article);
    areas_ask(article.batch, view->language, &areas);
    enum err err = article_run(&article);
    if (err)
        return err;

    const struct document *document = &article.document;
    struct register_item item = register_item_of(document, exchange->arena);
    if (exchange->route.format == FORMAT_JSON) {
        const struct register_step *last = register_last_step(&item);
        return article_answer_record(exchange, &article,
                                     last ? register_statuses[last->status].name : NULL);
    }
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_register_item(view, kind, document, &item, &areas, &article.menu, page);
    return article_answer(exchange, &article, template_name, page, NULL);
}

enum err register_page_obstacle(struct exchange *exchange)
{
    return answer(exchange, DOCUMENT_OBSTACLE, "kinds/register/page_obstacle.tpl");
}

enum err register_page_practice(struct exchange *exchange)
{
    return answer(exchange, DOCUMENT_PRACTICE, "kinds/register/page_practice.tpl");
}
