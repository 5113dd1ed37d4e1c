/* Overview: what Benelux+ is, its core projects and partners, /nl/benelux-plus. */
#include "pages/article.h"
#include "pages/pages.h"
#include "view/document.h"

enum err page_overview(struct exchange *exchange)
{
    struct article article;
    struct directory cards = { 0 };
    article_ask(exchange, DOCUMENT_OVERVIEW, &article);
    directory_cards_ask(article.batch, exchange->view.language, &cards);
    enum err err = article_run(&article);
    if (err)
        return err;

    if (exchange->route.format != FORMAT_PAGE) {
        const char *path = route_path(exchange->arena, ROUTE_OVERVIEW, exchange->view.language, NULL);
        struct table table = view_cards_table(&exchange->view, &cards);
        return exchange_table(
            exchange, &table,
            &(struct table_head){ .url = view_url(&exchange->view, path), .language = language_tag(exchange->view.language) });
    }
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_cards(&exchange->view, &cards, DOCUMENT_TOPIC, page, "TOPIC");
    view_cards(&exchange->view, &cards, DOCUMENT_PARTNER, page, "PARTNER");
    return article_answer(exchange, &article, "pages/overview.tpl", page, NULL);
}
