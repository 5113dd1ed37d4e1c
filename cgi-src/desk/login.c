/* Login: opens a session, /admin/login; and logout, which ends it. A form that was sent without a session is kept meanwhile. */
#include <string.h>
#include <time.h>

#include "base/one_time_code.h"
#include "base/password.h"
#include "desk/desk.h"
#include "http/query.h"
#include "view/desk.h"
#include "web/session.h"

enum { KEPT_MOST = 16 * 1024 * 1024 };

static const struct field login_fields[] = {
    { .name = "name", .kind = FIELD_LINE, .required = true, .most = 64 },
    { .name = "password", .kind = FIELD_SECRET, .required = true, .most = PASSWORD_MOST },
    { .name = "code", .kind = FIELD_LINE, .most = 40 },
    { .name = "next", .kind = FIELD_LINE, .most = 1000 },
    { .name = "kept", .kind = FIELD_TEXT, .most = KEPT_MOST },
};
const struct form desk_login_form = { .fields = login_fields, .count = sizeof login_fields / sizeof *login_fields };
const struct form desk_logout_form = { 0 };

static enum err show(struct exchange *exchange, const struct desk_login *login, int status)
{
    session_prepare(exchange);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_login(&exchange->view, login, exchange->form_token, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/login.tpl", view_phrase(&exchange->view, "Log in"), page);
}

/* A path of the desk, and of nowhere else (an address such as "//elsewhere" is none). */
static const char *place_behind(const char *next)
{
    return next && strncmp(next, "/admin/", 7) == 0 && !strpbrk(next, "\\\r\n") ? next : "/admin/";
}

/* What was sent to another page when there was no session any more: the login keeps it, but for files. */
static enum err keep(struct exchange *exchange)
{
    const struct parameters *sent = &exchange->request.parameters;
    const char *kept = query_write(sent->items, sent->count, exchange->arena);
    struct desk_login login = { .next = exchange->request.path, .kept = *kept ? kept + 1 : kept };
    return show(exchange, &login, 401);
}

/* The form that was kept, to be sent again with a token of the new session. */
static enum err resume(struct exchange *exchange, const char *next, const char *kept)
{
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    struct parameters sent = query_read(kept, exchange->arena);
    view_desk_resume(&exchange->view, &(struct desk_resume){ .path = next, .sent = &sent }, exchange->form_token, page);
    return exchange_desk_page(exchange, "desk/resume.tpl", view_phrase(&exchange->view, "You are logged in again"), page);
}

/* Whatever is wrong, the work and the answer are the same: each part is looked at, and the database counts one failure. */
static enum err log_in(struct exchange *exchange, const struct login *found, bool *opened)
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
    enum err err = session_log_in(exchange, &proof, opened);
    if (!err && !*opened)
        metrics_count(exchange->app->metrics, known ? METRIC_WRONG_CODES : METRIC_WRONG_PASSWORDS, 1);
    return err;
}

enum err desk_login(struct exchange *exchange)
{
    if (exchange->route.id != ROUTE_DESK_LOGIN)
        return keep(exchange);
    const struct input *input = &exchange->input;
    struct desk_login login = { .name = input_value(input, "name"),
                                .next = input_value(input, "next"),
                                .kept = input_value(input, "kept") };
    if (exchange->request.method != METHOD_POST) {
        const char *next = query_raw(exchange->request.query, "next", exchange->arena);
        login.next = next;
        return show(exchange, &login, 200);
    }
    if (!input->sound) {
        login.failed = true;
        return show(exchange, &login, 422);
    }

    struct login found;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_READS);
    login_ask(batch, login.name, exchange->request.address, &found);
    enum err err = batch_run(batch);
    if (err)
        return err;
    bool opened = false;
    login.wait = found.wait;
    if (found.wait)
        metrics_count(exchange->app->metrics, METRIC_LOGINS_REFUSED, 1);
    err = found.wait ? OK : log_in(exchange, &found, &opened);
    if (err)
        return err;
    login.failed = !opened;
    if (!opened)
        return show(exchange, &login, found.wait ? 429 : 422);
    const char *next = place_behind(login.next);
    return login.kept && *login.kept ? resume(exchange, next, login.kept) : exchange_redirect(exchange, 303, next);
}

enum err desk_logout(struct exchange *exchange)
{
    if (exchange->request.method != METHOD_POST)
        return exchange_redirect(exchange, 303, "/admin/");
    enum err err = session_close(exchange);
    return err ? err : exchange_redirect(exchange, 303, "/admin/login");
}
