/* Meeting: the page of one meeting, /nl/vergaderingen/… */
#include "model/meeting.h"
#include "pages/article.h"
#include "pages/pages.h"
#include "view/meeting.h"

enum err page_meeting(struct exchange *exchange)
{
    struct article article;
    article_ask(exchange, DOCUMENT_MEETING, &article);
    enum err err = article_run(&article);
    if (err)
        return err;

    struct meeting meeting = meeting_of(&article.document, exchange->arena);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_meeting(&exchange->view, &article.document, &meeting, &article.directory, page);
    return article_answer(exchange, &article, "pages/meeting.tpl", page);
}
