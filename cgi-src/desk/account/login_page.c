/* SPDX-License-Identifier: EUPL-1.2 */
/* Login: opens a session, /admin/login. Keeps a form that was sent without a session until then. */
#include <string.h>
#include <time.h>

#include "base/one_time_code.h"
#include "base/password.h"
#include "desk/account/kept_form.h"
#include "desk/account/view.h"
#include "http/query.h"
#include "web/exchange.h"
#include "web/resume.h"
#include "web/session.h"
#include "web/token.h"

enum { NEXT_MAX = 1000 };

static const struct field login_fields[] = {
    { .name = "name", .kind = FIELD_LINE, .required = true, .max = 64 },
    { .name = "password", .kind = FIELD_SECRET, .required = true, .max = PASSWORD_MAX },
    { .name = "code", .kind = FIELD_LINE, .max = 40 },
    { .name = "next", .kind = FIELD_LINE, .max = NEXT_MAX },
    { .name = "kept", .kind = FIELD_LINE, .max = TOKEN_DIGITS },
};
const struct form desk_account_login_page_form = { .fields = login_fields,
                                                   .count =
                                                       sizeof login_fields / sizeof *login_fields };

static enum err show(struct exchange *exchange, const struct desk_login *login, int status)
{
    session_prepare(exchange);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_login(&exchange->view, login, exchange->form_token, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/account/login_page.tpl",
                              view_phrase(&exchange->view, "Log in"), page);
}

static enum err show_wait(struct exchange *exchange, const struct desk_login *login)
{
    metrics_count(exchange->app->metrics, METRIC_LOGINS_REFUSED, 1);
    response_header(&exchange->response, "Retry-After",
                    arena_print(exchange->arena, "%ld", login->wait));
    return show(exchange, login, 429);
}

/* Only a path of the desk, not an address such as "//elsewhere". */
static const char *place_behind(const char *next)
{
    return next && strncmp(next, "/admin/", 7) == 0 && !strpbrk(next, "\\\r\n") ? next : "/admin/";
}

/* Chooses what to keep of a form: no secret, no file, and not the token of the old session. False
 * when it is too large. */
static bool choose_kept(struct exchange *exchange, struct kept_form *form)
{
    const struct form *fields = exchange->app->routes[exchange->route.id].form;
    const struct parameters *sent = &exchange->request.parameters;
    struct parameter *chosen = arena_array(exchange->arena, sent->count, sizeof *chosen);
    size_t count = 0, length = 0;
    for (size_t i = 0; i < sent->count; i++) {
        const struct parameter *one = &sent->items[i];
        if (strcmp(one->name, "form_token") == 0 || form_has_secret(fields, one->name))
            continue;
        length += strlen(one->name) + strlen(one->value);
        chosen[count++] = *one;
    }
    const char *query = length <= KEPT_FORM_MAX ? query_write(chosen, count, exchange->arena) : "";
    *form = (struct kept_form){ .path = exchange->request.path,
                                .form = *query ? query + 1 : query,
                                .files = uploads_chosen(&exchange->request.uploads) };
    return length <= KEPT_FORM_MAX;
}

/* Keeps a form that was sent to another page after the session had ended. It does not keep what a
 * script sends while somebody types, since the script sends it again. */
static enum err keep(struct exchange *exchange)
{
    struct desk_login login = { .next = exchange->request.path };
    struct kept_form form = { 0 };
    login.too_large = exchange->too_large || !choose_kept(exchange, &form);
    if (login.too_large || !*form.form || exchange->route.id == ROUTE_DESK_MARKDOWN)
        return show(exchange, &login, 401);
    const char *token = token_new(exchange->arena);
    bool kept = false;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    kept_form_keep_ask(batch, token_hash(token, exchange->arena), exchange->account.id,
                       exchange->request.address, &form, &kept);
    if (batch_run(batch) == OK && kept)
        login.kept = token;
    else
        login.lost = true;
    return show(exchange, &login, 401);
}

/* Shows the kept form, to be sent again with a token of the new session. If it is not kept any
 * more, leads to NEXT. */
static enum err resume(struct exchange *exchange, const char *next, const char *token)
{
    struct kept_form form = { 0 };
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    kept_form_take_ask(batch, token_hash(token, exchange->arena), exchange->account.id, &form);
    enum err err = batch_run(batch);
    if (err || !form.path)
        return err ? err : exchange_redirect(exchange, 303, next);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    struct parameters sent = query_read(form.form, exchange->arena);
    const struct desk_resume resumed = { .path = form.path, .sent = &sent, .files = form.files };
    view_desk_resume(&exchange->view, &resumed, exchange->form_token, page);
    return exchange_desk_page(exchange, "web/resume.tpl",
                              view_phrase(&exchange->view, "You are logged in again"), page);
}

/* Does the same work and gives the same answer whatever is wrong: it checks each part, and the
 * database counts one failure. */
static enum err log_in(struct exchange *exchange, const struct login *found,
                       struct login_answer *answer)
{
    const struct input *input = &exchange->input;
    const char *code = input_value(input, "code") ? input_value(input, "code") : "";
    bool known = password_matches(found->password, input_value(input, "password"));
    const struct login_proof proof = {
        .name = input_value(input, "name"),
        .address = exchange->request.address,
        .password = known ? found->password : NULL,
        .step = code_step(found->secret, code, time(NULL)),
        .recovery = recovery_code_hash(code, exchange->arena),
    };
    enum err err = session_log_in(exchange, &proof, answer);
    if (!err && !answer->opened && !answer->wait)
        metrics_count(exchange->app->metrics, known ? METRIC_WRONG_CODES : METRIC_WRONG_PASSWORDS,
                      1);
    return err;
}

/* Checks what was typed, unless the account has to wait. */
static enum err try(struct exchange *exchange, const char *name, struct login_answer *answer)
{
    struct login found;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_READS);
    login_ask(batch, name, exchange->request.address, &found);
    enum err err = batch_run(batch);
    if (err)
        return err;
    *answer = (struct login_answer){ .wait = found.wait };
    if (!found.wait)
        err = log_in(exchange, &found, answer);
    if (!err && answer->opened)
        exchange->account = (struct account){ .id = found.id };
    return err;
}

enum err desk_account_login_page(struct exchange *exchange)
{
    if (exchange->route.id != ROUTE_DESK_LOGIN)
        return keep(exchange);
    const struct input *input = &exchange->input;
    struct desk_login login = { .name = input_value(input, "name"),
                                .next = input_value(input, "next"),
                                .kept = input_value(input, "kept") };
    if (exchange->request.method != METHOD_POST) {
        if (query_value(exchange->request.query, "next", NEXT_MAX, exchange->arena, &login.next))
            login.next = NULL;
        return show(exchange, &login, 200);
    }
    if (!input->sound) {
        login.failed = true;
        return show(exchange, &login, 422);
    }

    struct login_answer answer;
    enum err err = try(exchange, login.name, &answer);
    if (err)
        return err;
    login.wait = answer.wait;
    login.failed = !answer.opened;
    if (login.wait)
        return show_wait(exchange, &login);
    if (login.failed)
        return show(exchange, &login, 422);
    const char *next = place_behind(login.next);
    return login.kept && token_is_whole(login.kept) ? resume(exchange, next, login.kept)
                                                    : exchange_redirect(exchange, 303, next);
}
