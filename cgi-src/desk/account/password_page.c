/* SPDX-License-Identifier: EUPL-1.2 */
/* Password: an editor changes their own, /admin/password; this ends all earlier sessions. */
#include "desk/account/password_page.h"

#include "base/password.h"
#include "desk/account/view.h"
#include "web/exchange.h"
#include "web/session.h"

static const struct field fields[] = {
    { .name = "current", .kind = FIELD_SECRET, .required = true, .max = PASSWORD_MAX },
    { .name = "new", .kind = FIELD_SECRET, .required = true, .max = PASSWORD_MAX },
};
const struct form desk_account_password_page_form = { .fields = fields,
                                                      .count = sizeof fields / sizeof *fields };

static enum err show(struct exchange *exchange, int status)
{
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_password(&exchange->view, &exchange->input, exchange->form_token, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/account/password_page.tpl",
                              view_phrase(&exchange->view, "Change your password"), page);
}

enum err password_asked(struct exchange *exchange, const char *field, bool *right)
{
    struct login login;
    struct batch *batch = exchange_reads(exchange);
    login_ask(batch, exchange->account.name, exchange->request.address, &login);
    enum err err = batch_run(batch);
    *right = !err && !login.wait &&
             password_matches(login.password, input_value(&exchange->input, field));
    if (err || *right || login.wait)
        return err;
    batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    login_failed_ask(batch, exchange->account.name, exchange->request.address);
    return batch_run(batch);
}

static enum err change(struct exchange *exchange)
{
    enum account_result result;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    account_change_ask(batch, exchange->account.name, exchange->request.address, "password",
                       exchange->account.name, NULL,
                       password_hash(input_value(&exchange->input, "new"), exchange->arena),
                       &result);
    enum err err = batch_run(batch);
    if (!err)
        err = session_open(exchange, exchange->account.id);
    return err ? err : exchange_redirect(exchange, 303, "/admin/");
}

enum err desk_account_password_page(struct exchange *exchange)
{
    struct input *input = &exchange->input;
    if (exchange->request.method != METHOD_POST)
        return show(exchange, 200);
    const char *new = input_value(input, "new");
    if (new &&*new &&password_is_weak(new))
        input_fault(input, "new", FAULT_WEAK);
    if (!input->sound)
        return show(exchange, 422);
    bool right;
    enum err err = password_asked(exchange, "current", &right);
    if (err)
        return err;
    if (!right) {
        input_fault(input, "current", FAULT_NOT_OFFERED);
        return show(exchange, 422);
    }
    return change(exchange);
}
