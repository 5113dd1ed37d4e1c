/* SPDX-License-Identifier: EUPL-1.2 */
/* Page: a text about the site itself, such as accessibility, /nl/info/… */
#include "record/article.h"
#include "web/exchange.h"

enum err page_page(struct exchange *exchange)
{
    struct article article;
    article_ask(exchange, DOCUMENT_PAGE, &article);
    enum err err = article_run(&article);
    if (err)
        return err;
    if (exchange->route.format == FORMAT_JSON)
        return article_answer_record(exchange, &article, NULL);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    return article_answer(exchange, &article, "kinds/page/page.tpl", page, NULL);
}
