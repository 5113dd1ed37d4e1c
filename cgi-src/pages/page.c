/* Page: a text about the site itself, such as accessibility, /nl/info/… */
#include "pages/article.h"
#include "pages/pages.h"

enum err page_page(struct exchange *exchange)
{
    struct article article;
    article_ask(exchange, DOCUMENT_PAGE, &article);
    enum err err = article_run(&article);
    if (err)
        return err;
    return article_answer(exchange, &article, "pages/page.tpl", dictionary_new(exchange->app->templates, exchange->arena));
}
