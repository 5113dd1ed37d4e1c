/* SPDX-License-Identifier: EUPL-1.2 */
/* Retry: when the database is away, a page gives back everything that was sent to the desk, to be
 * sent again. */
#include "web/retry.h"

#include "web/resume.h"
#include "web/session.h"

static bool has_secret(const struct form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].kind == FIELD_SECRET)
            return true;
    return false;
}

bool retry_offer(struct exchange *exchange, const struct form *form)
{
    if (has_secret(form) || !session_trusts_form(exchange))
        return false;
    exchange->response = response_new(exchange->arena);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    const struct desk_resume resume = { .path = exchange->request.path,
                                        .sent = &exchange->request.parameters,
                                        .fault = true,
                                        .files = uploads_chosen(&exchange->request.uploads) };
    view_desk_resume(&exchange->view, &resume, exchange->form_token, page);
    if (exchange_desk_page(exchange, "web/resume.tpl",
                           view_phrase(&exchange->view, "Nothing is lost"), page) != OK)
        return false;
    exchange->response.status = 503;
    response_header(&exchange->response, "Retry-After", "5");
    return true;
}
