/* SPDX-License-Identifier: EUPL-1.2 */
/* Partner: the page of a partner, /nl/benelux-plus/partners/… */
#include "kinds/cooperation/model.h"
#include "kinds/cooperation/view.h"
#include "kinds/register/list_view.h"
#include "record/article.h"
#include "web/exchange.h"

enum { REGISTER_MAX = 3 };

enum err cooperation_partner_page(struct exchange *exchange)
{
    struct article article;
    struct register_activity activity = { 0 };
    article_ask(exchange, DOCUMENT_PARTNER, &article);
    register_activity_ask(article.batch, DOCUMENT_PARTNER, exchange->view.language,
                          exchange->route.slug, REGISTER_MAX, &activity);
    enum err err = article_run(&article);
    if (err)
        return err;

    if (exchange->route.format == FORMAT_JSON)
        return article_answer_record(exchange, &article, NULL);
    struct cooperation cooperation = cooperation_of(&article.document, exchange->arena);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_cooperation(&exchange->view, &article.document, &cooperation, &(struct meeting_towns){ 0 },
                     page);
    view_register_activity(&exchange->view, article.document.key, &activity, page);
    return article_answer(exchange, &article, "kinds/cooperation/partner_page.tpl", page, NULL);
}
