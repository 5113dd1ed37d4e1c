/* Topic: the page of a core project, /nl/benelux-plus/… */
#include "model/cooperation.h"
#include "pages/article.h"
#include "pages/pages.h"
#include "view/cooperation.h"

enum err page_topic(struct exchange *exchange)
{
    struct article article;
    article_ask(exchange, DOCUMENT_TOPIC, &article);
    enum err err = article_run(&article);
    if (err)
        return err;

    struct cooperation cooperation = cooperation_of(&article.document, exchange->arena);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_cooperation(&exchange->view, &article.document, &cooperation, page);
    return article_answer(exchange, &article, "pages/topic.tpl", page);
}
