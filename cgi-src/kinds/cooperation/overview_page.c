/* SPDX-License-Identifier: EUPL-1.2 */
/* Overview: what Benelux+ is, its core projects and partners, /nl/benelux-plus. */
#include "kinds/cooperation/model.h"
#include "kinds/cooperation/view.h"
#include "record/article.h"
#include "record/view.h"
#include "web/exchange.h"

enum err cooperation_overview_page(struct exchange *exchange)
{
    struct article article;
    struct menu cards = { 0 };
    struct cooperation_areas areas = { 0 };
    article_ask(exchange, DOCUMENT_OVERVIEW, &article);
    menu_cards_ask(article.batch, exchange->view.language, &cards);
    cooperation_areas_ask(article.batch, exchange->view.language, &areas);
    enum err err = article_run(&article);
    if (err)
        return err;

    if (exchange->route.format != FORMAT_PAGE) {
        const char *path =
            route_path(exchange->arena, ROUTE_OVERVIEW, exchange->view.language, NULL);
        struct table table = view_cards_table(&exchange->view, &cards);
        return exchange_table(
            exchange, &table,
            &(struct table_head){ .url = view_url(&exchange->view, path),
                                  .language = language_tag(exchange->view.language) });
    }
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_cooperation_map(&exchange->view, &areas, page);
    view_cards(&exchange->view, &cards, DOCUMENT_TOPIC, page, "TOPIC");
    view_cards(&exchange->view, &cards, DOCUMENT_PARTNER, page, "PARTNER");
    return article_answer(exchange, &article, "kinds/cooperation/overview_page.tpl", page, NULL);
}
