/* SPDX-License-Identifier: EUPL-1.2 */
/* Dispatch: from a request to a response. */
#include "web/dispatch.h"

#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "http/accept.h"
#include "http/query.h"
#include "web/kept_answer.h"
#include "web/page_cache.h"
#include "web/retry.h"
#include "web/session.h"

static int status_of(enum err err)
{
    static const int statuses[] = {
        [OK] = 200,
        [ERR_NOT_FOUND] = 404,
        [ERR_INVALID] = 400,
        [ERR_CONFLICT] = 409,
        [ERR_DENIED] =
            500, /* the role of the database lacks a right: a mistake of ours, not the visitor's */
        [ERR_UNAVAILABLE] = 503,
        [ERR_INTERNAL] = 500,
        [ERR_KNOWN] = 200,
    };
    return statuses[err];
}

/* Whether this program has no answer for the row. Each of the two answers its own rows; both answer
 * the health checks, and operators' rows to operators only. */
static bool is_elsewhere(const struct exchange *exchange, enum route_id id)
{
    const struct route *route = &exchange->app->routes[id];
    if (route->access == OPERATOR)
        return !exchange->request.of_operator;
    bool both = id == ROUTE_HEALTH || id == ROUTE_READY;
    return !both && (route->access != PUBLIC) != exchange->app->desk;
}

/* The characters of the site's addresses. The path is decoded: any other character may have a
 * meaning in an address, and must not go into a redirect as it is. */
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define OF_ADDRESSES "abcdefghijklmnopqrstuvwxyz" CAPITALS "0123456789-._~/"

static bool is_address(struct exchange *exchange, const char *path)
{
    struct route_match match;
    return route_match(path, exchange->arena, &match) && !is_elsewhere(exchange, match.id);
}

static const char *in_small_letters(const char *path, struct arena *arena)
{
    char *small = arena_copy(arena, path);
    for (char *letter = small; *letter; letter++)
        *letter = (char)tolower((unsigned char)*letter);
    return small;
}

/* Public addresses have no capitals; those of the desk are left as they are. */
static bool has_capital(const struct exchange *exchange)
{
    const char *path = exchange->request.path;
    return !exchange->app->desk && path[strcspn(path, CAPITALS)];
}

/* The right address for a path with capitals, or with a slash too many or too few at its end. NULL
 * when there is none. */
static const char *right_form(struct exchange *exchange)
{
    const char *path = exchange->request.path;
    size_t length = strlen(path);
    if (strspn(path, OF_ADDRESSES) != length)
        return NULL;
    if (has_capital(exchange)) {
        path = in_small_letters(path, exchange->arena);
        if (is_address(exchange, path))
            return path;
    }
    path = path[length - 1] == '/' ? arena_copy_bytes(exchange->arena, path, length - 1)
                                   : arena_print(exchange->arena, "%s/", path);
    return is_address(exchange, path) ? path : NULL;
}

/* Redirects to PATH, with those parameters of the query that it accepts. */
static enum err lead_to(struct exchange *exchange, const char *path)
{
    const char *query = exchange->request.query, *names = NULL;
    struct route_match match;
    if (route_match(path, exchange->arena, &match))
        names = exchange->app->routes[match.id].query;
    query = query_of_names(query, names ? names : "", exchange->arena);
    return exchange_redirect(exchange, 301,
                             *query ? arena_print(exchange->arena, "%s?%s", path, query) : path);
}

static void refuse_method(struct exchange *exchange, const struct route *route)
{
    exchange_error(exchange, 405);
    response_header(&exchange->response, "Allow", route->form ? "GET, HEAD, POST" : "GET, HEAD");
}

static void finish(struct exchange *exchange, enum err err)
{
    if (err)
        exchange_error(exchange, status_of(err));
    if (err == ERR_UNAVAILABLE)
        response_header(&exchange->response, "Retry-After", "30");
}

static bool is_post(const struct exchange *exchange)
{
    return exchange->request.method == METHOD_POST;
}

/* Sends whoever has no session to the login, and from there back. */
static enum err lead_to_login(struct exchange *exchange)
{
    const struct request *request = &exchange->request;
    const char *place = *request->query && !is_post(exchange)
                            ? arena_print(exchange->arena, "%s?%s", request->path, request->query)
                            : request->path;
    const struct parameter next = { "next", place };
    const char *login = route_path(exchange->arena, ROUTE_DESK_LOGIN, EN, NULL);
    return exchange_redirect(
        exchange, 303,
        arena_print(exchange->arena, "%s%s", login, query_write(&next, 1, exchange->arena)));
}

/* Reads the body of a POST. False when it is refused: then the response says why. */
static bool read_body(struct exchange *exchange, const struct variables *variables, enum body max)
{
    int refused = is_post(exchange)
                      ? request_read_body(&exchange->request, exchange->arena, variables, max)
                      : 0;
    if (refused)
        exchange_error(exchange, refused);
    return !refused;
}

static enum err handle(struct exchange *exchange, const struct route *route)
{
    if (route->form)
        exchange->input = is_post(exchange)
                              ? input_read(route->form, &exchange->request, exchange->arena)
                              : input_empty(route->form, exchange->arena);
    return route->handler(exchange);
}

/* Pages ignore parameters that they do not know, such as those that campaigns append. Data refuses
 * them, so that no program takes the answer to another question for its own. */
static bool read_query(struct exchange *exchange, const struct route *route)
{
    if (!route->query)
        return true;
    struct request *request = &exchange->request;
    const char *names = route->query;
    if (route_is_data(request->path))
        exchange->unknown = query_unknown(request->query, names, exchange->arena);
    else
        names = arena_copy_bytes(exchange->arena, names, strcspn(names, "|"));
    request->query = query_of_names(request->query, names, exchange->arena);
    return exchange->unknown.count == 0;
}

/* Public forms have no token: visitors have no session and no cookie, so whatever another site
 * makes a browser send, it could send by itself. */
static enum err answer_at_site(struct exchange *exchange, const struct route *route,
                               const struct variables *variables)
{
    if (!read_body(exchange, variables, route->body))
        return OK;
    bool answered = false;
    if (!read_query(exchange, route))
        return ERR_INVALID;
    enum err err = page_cache_answer(exchange, &answered);
    if (!err && !answered)
        err = handle(exchange, route);
    return err == ERR_KNOWN ? OK : err;
}

/* Hands a form that was sent after its session ended to the login, which keeps it: its handler
 * sees that the request is for another row. A stranger's form that is too large to be kept is not
 * read. */
static enum err keep_for_login(struct exchange *exchange, const struct route *route,
                               const struct variables *variables)
{
    enum body max = session_is_of_stranger(exchange) ? BODY_SMALL : route->body;
    exchange->too_large = exchange->request.body_length > (size_t)max;
    if (!exchange->too_large && !read_body(exchange, variables, max))
        return OK;
    return exchange->app->routes[ROUTE_DESK_LOGIN].handler(exchange);
}

/* Gives back what somebody typed when the fault is ours; handlers of public forms do so
 * themselves. */
static enum err offer_retry(struct exchange *exchange, const struct route *route, enum err err)
{
    bool ours = err == ERR_UNAVAILABLE || err == ERR_INTERNAL;
    return ours && is_post(exchange) && retry_offer(exchange, route->form) ? OK : err;
}

static enum err refuse_form(struct exchange *exchange, enum refusal refusal)
{
    if (refusal == REFUSED_ELSEWHERE)
        session_log_origin(exchange);
    exchange_refuse(exchange, refusal);
    return OK;
}

/* Has the browser fetch the answer to a form from an address, so that going back to it does not
 * send the form again. A form that another site sent leaves nothing here. */
static void leave_answer(struct exchange *exchange)
{
    const struct request *request = &exchange->request;
    bool plain = strspn(request->path, OF_ADDRESSES) == strlen(request->path);
    if (is_post(exchange) && request->navigates && plain && session_is_own_form(exchange))
        kept_answer_leave(exchange);
}

/* Checks who asks, then where the form comes from, then reads it, then checks its token; only then
 * the handler runs. */
static enum err answer_at_desk(struct exchange *exchange, const struct route *route,
                               const struct variables *variables)
{
    static const enum role needed[] = {
        [ANYBODY] = ROLE_NONE, [EDITOR] = ROLE_EDITOR, [ADMINISTRATOR] = ROLE_ADMINISTRATOR
    };
    enum err err = session_find(exchange);
    if (err) { /* it is not known who asks: a form with the token of the cookie is given back,
                  unless it is as large as files are */
        bool read = exchange->form_token && exchange->request.body_length <= BODY_LARGE;
        return read && !read_body(exchange, variables, BODY_LARGE)
                   ? OK
                   : offer_retry(exchange, route, err);
    }
    if (exchange->account.found)
        exchange->view.language = exchange->account.language;
    bool shown = false;
    if (!is_post(exchange))
        err = kept_answer_show(exchange, &shown);
    if (err || shown)
        return err;
    if (!exchange->account.found && route->access != ANYBODY)
        return is_post(exchange) && session_is_own_form(exchange)
                   ? keep_for_login(exchange, route, variables)
                   : lead_to_login(exchange);
    if (exchange->account.role < needed[route->access]) {
        exchange_error(exchange, 403);
        return OK;
    }
    if (is_post(exchange) && !session_is_own_form(exchange))
        return refuse_form(exchange, REFUSED_ELSEWHERE);
    if (!read_body(exchange, variables, route->body))
        return OK;
    if (is_post(exchange) && !session_has_token(exchange))
        return refuse_form(exchange, REFUSED_TOKEN);
    return offer_retry(exchange, route, handle(exchange, route));
}

static void allow_work(const struct exchange *exchange, long milliseconds)
{
    deadline_arm(exchange->deadline, milliseconds * exchange->app->config.deadline_percent / 100);
}

static void answer(struct exchange *exchange, const struct variables *variables)
{
    bool found = route_match(exchange->request.path, exchange->arena, &exchange->route);
    const char *right = found && !has_capital(exchange) ? NULL : right_form(exchange);
    if (right || !found) {
        if (right)
            lead_to(exchange, right);
        else
            exchange_error(exchange, 404);
        return;
    }
    const struct route *route = &exchange->app->routes[exchange->route.id];
    allow_work(exchange, route->work_ms);
    if (is_elsewhere(exchange, exchange->route.id)) {
        exchange_error(exchange, 404);
        return;
    }
    if (is_post(exchange)
            ? !route->form
            : exchange->request.method != METHOD_GET && exchange->request.method != METHOD_HEAD) {
        refuse_method(exchange, route);
        return;
    }
    bool open = route->access == PUBLIC ||
                route->access == OPERATOR; /* is_elsewhere has turned away everybody else */
    finish(exchange, open ? answer_at_site(exchange, route, variables)
                          : answer_at_desk(exchange, route, variables));
    if (!open)
        leave_answer(exchange);
}

/* The language of the path, or else the best of what the browser prefers. */
static enum language choose_language(const struct request *request)
{
    enum language language = route_language(request->path);
    return language < LANGUAGES ? language : accept_language(request->accept_language);
}

static const char *method_name(enum method method)
{
    static const char *const names[] = { "GET", "HEAD", "POST", "other" };
    return names[method];
}

/* Writes the answer, a stream piece by piece to bound the memory. False when it broke off. */
static bool write_answer(struct exchange *exchange, const struct outlet *outlet)
{
    struct buffer output = buffer_in(exchange->arena);
    bool follows = response_write(&exchange->response, &exchange->request, &output);
    const struct buffer *ready = &exchange->response.ready;
    bool whole = outlet->write(output.bytes, output.length, outlet->context) &&
                 (!ready->length || outlet->write(ready->bytes, ready->length, outlet->context));
    page_cache_keep(exchange, &output);
    if (!follows)
        return whole;

    struct stream *stream = exchange->response.stream;
    struct arena *arena = arena_new();
    for (size_t sent = 0; whole && sent < stream->length;) {
        struct buffer piece = buffer_in(arena);
        whole = stream->next(stream, &piece) && piece.length &&
                outlet->write(piece.bytes, piece.length, outlet->context);
        sent += piece.length;
        arena_reset(arena);
    }
    arena_free(arena);
    return whole;
}

/* Whoever has the link of a preview can see it. So no log has such a link, not even a mistyped
 * one. */
static const char *path_for_log(const struct exchange *exchange)
{
    const char *previews = route_path(exchange->arena, ROUTE_DESK_PREVIEW, EN, "");
    return strcasestr(exchange->request.path, "/preview/") ? previews : exchange->request.path;
}

void dispatch(const struct variables *variables, const struct outlet *outlet, void *context)
{
    const struct dispatcher *dispatcher = context;
    const struct app *app = dispatcher->app;
    arena_reset(dispatcher->arena);
    /* While a deadline is armed, the clock of the process advances only with the kernel's ticks;
     * that of its one thread stays exact. */
    long started = clock_microseconds(), worked = clock_worked_microseconds();
    unsigned long round_trips = database_round_trips(app->database);
    long waited = database_microseconds(app->database);

    struct exchange exchange = {
        .app = app,
        .arena = dispatcher->arena,
        .response = response_new(dispatcher->arena),
        .route = { .id = ROUTES },
        .deadline = dispatcher->deadline,
    };
    int refused = request_read(&exchange.request, exchange.arena, variables);
    log_of_request(exchange.request.id);
    deadline_note(exchange.deadline, exchange.request.id, path_for_log(&exchange));
    allow_work(&exchange, WORK_MS);
    exchange.view = (struct view){
        .arena = exchange.arena,
        .templates = app->templates,
        .catalogue = app->catalogue,
        .config = &app->config,
        .site_url = app->config.site_url,
        .language = choose_language(&exchange.request),
    };
    if (refused)
        exchange_error(&exchange, refused);
    else
        answer(&exchange, variables);

    bool whole = write_answer(&exchange, outlet);
    deadline_arm(exchange.deadline, 0);
    long microseconds = clock_microseconds() - started;
    metrics_request(app->metrics, exchange.route.id, exchange.response.status, microseconds);
    log_info("request", log_string("method", method_name(exchange.request.method)),
             log_string("path", path_for_log(&exchange)),
             log_number("status", exchange.response.status),
             log_number("microseconds", microseconds),
             log_number("processor_microseconds", clock_worked_microseconds() - worked),
             log_number("database_microseconds", database_microseconds(app->database) - waited),
             log_number("round_trips", (long)(database_round_trips(app->database) - round_trips)));
    if (!whole)
        log_info("response aborted");
    log_of_request("");
}
