/* SPDX-License-Identifier: EUPL-1.2 */
/* Topic: the page of a core project, /nl/benelux-plus/… */
#include "kinds/cooperation/model.h"
#include "kinds/cooperation/view.h"
#include "kinds/meeting/list_view.h"
#include "kinds/meeting/model.h"
#include "kinds/register/list_view.h"
#include "record/article.h"
#include "web/exchange.h"

enum { COMING_MAX = 3, PAST_MAX = 3, REGISTER_MAX = 3 };

enum err cooperation_topic_page(struct exchange *exchange)
{
    struct article article;
    struct forum_activity activity = { 0 };
    struct register_activity register_activity = { 0 };
    article_ask(exchange, DOCUMENT_TOPIC, &article);
    forum_activity_ask(article.batch, exchange->view.language, exchange->route.slug, COMING_MAX,
                       PAST_MAX, &activity);
    register_activity_ask(article.batch, DOCUMENT_TOPIC, exchange->view.language,
                          exchange->route.slug, REGISTER_MAX, &register_activity);
    enum err err = article_run(&article);
    if (err)
        return err;

    if (exchange->route.format == FORMAT_JSON)
        return article_answer_record(exchange, &article, NULL);
    struct cooperation cooperation = cooperation_of(&article.document, exchange->arena);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_cooperation(&exchange->view, &article.document, &cooperation, &activity.towns, page);
    view_forum_activity(&exchange->view, &article.document, &activity, page);
    view_register_activity(&exchange->view, article.document.key, &register_activity, page);
    return article_answer(exchange, &article, "kinds/cooperation/topic_page.tpl", page, NULL);
}
