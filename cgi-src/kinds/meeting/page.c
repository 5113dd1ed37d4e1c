/* SPDX-License-Identifier: EUPL-1.2 */
/* Meeting: the page of one meeting, /nl/vergaderingen/… */
#include "kinds/meeting/calendar.h"
#include "kinds/meeting/model.h"
#include "kinds/meeting/structured.h"
#include "kinds/meeting/view.h"
#include "kinds/register/view.h"
#include "record/article.h"
#include "text/dates.h"
#include "web/exchange.h"
#include "web/last_change.h"

static enum err answer_calendar(struct exchange *exchange, const struct article *article,
                                const struct meeting_list *list)
{
    if (article_moved(exchange, article))
        return OK;
    if (list->count == 0 || !date_is_day(list->items[0].starts))
        return ERR_NOT_FOUND;
    struct buffer body = buffer_in(exchange->arena);
    view_calendar(&exchange->view, article->document.title, exchange->request.path, list,
                  &article->menu, &body);
    return exchange_format(exchange, body);
}

enum err meeting_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct article article;
    struct meeting_list list = { 0 };
    struct meeting_neighbours neighbours = { 0 };
    article_ask(exchange, DOCUMENT_MEETING, &article);
    if (exchange->route.format == FORMAT_CALENDAR) {
        meeting_ask(article.batch, view->language, exchange->route.slug, &list);
        last_change_ask(article.batch, &exchange->last_changed);
    } else if (exchange->route.format == FORMAT_PAGE) {
        meeting_neighbours_ask(article.batch, view->language, exchange->route.slug, &neighbours);
    }
    enum err err = article_run(&article);
    if (err)
        return err;
    if (exchange->route.format == FORMAT_CALENDAR)
        return answer_calendar(exchange, &article, &list);
    if (exchange->route.format == FORMAT_JSON)
        return article_answer_record(exchange, &article, NULL);

    const struct document *document = &article.document;
    struct meeting meeting = meeting_of(document, exchange->arena);
    if (!date_is_day(meeting.starts))
        article.formats &= ~(unsigned)AS_CALENDAR;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_meeting(view, document, &meeting, &article.menu, page);
    view_meeting_neighbours(view, &meeting, &neighbours, page);
    view_named_by(view, document, page);
    return article_answer(exchange, &article, "kinds/meeting/page.tpl", page,
                          view_structured_meeting(view, document, &meeting, &article.menu));
}
