/* SPDX-License-Identifier: EUPL-1.2 */
/* Event: the page of one event, /nl/evenementen/… */
#include "kinds/event/view.h"
#include "record/article.h"
#include "text/dates.h"

static enum err answer_calendar(struct exchange *exchange, const struct article *article,
                                const struct event_list *list)
{
    if (article_moved(exchange, article))
        return OK;
    if (list->count == 0 || !date_is_day(list->items[0].event.starts))
        return ERR_NOT_FOUND;
    struct buffer body = buffer_in(exchange->arena);
    view_events_calendar(&exchange->view, article->document.title, exchange->request.path, list,
                         &body);
    return exchange_format(exchange, body);
}

enum err event_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    struct article article;
    struct event_list list = { 0 };
    article_ask(exchange, DOCUMENT_EVENT, &article);
    if (exchange->route.format == FORMAT_CALENDAR)
        event_ask(article.batch, view->language, exchange->route.slug, &list);
    enum err err = article_run(&article);
    if (err)
        return err;
    if (exchange->route.format == FORMAT_CALENDAR)
        return answer_calendar(exchange, &article, &list);
    if (exchange->route.format == FORMAT_JSON)
        return article_answer_record(exchange, &article, NULL);

    const struct document *document = &article.document;
    struct event event = event_of(document->content, exchange->arena);
    if (!date_is_day(event.starts))
        article.formats &= ~(unsigned)AS_CALENDAR;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_event(view, &event, page);
    return article_answer(exchange, &article, "kinds/event/page.tpl", page,
                          view_structured_event(view, document, &event));
}
