/* Home: the home page of a language, /nl/. */
#include "pages/article.h"
#include "pages/pages.h"
#include "view/document.h"
#include "view/structured.h"

enum err page_home(struct exchange *exchange)
{
    struct article article;
    struct directory cards = { 0 };
    article_ask(exchange, DOCUMENT_HOME, &article);
    directory_cards_ask(article.batch, exchange->view.language, &cards);
    enum err err = article_run(&article);
    if (err)
        return err;

    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_cards(&exchange->view, &cards, DOCUMENT_TOPIC, page, "TOPIC");
    view_cards(&exchange->view, &cards, DOCUMENT_PARTNER, page, "PARTNER");
    return article_answer(exchange, &article, "pages/home.tpl", page, view_structured_organization(&exchange->view));
}
