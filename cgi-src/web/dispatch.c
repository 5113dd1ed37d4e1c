/* Dispatch: from a request to a response. */
#include "web/dispatch.h"

#include <string.h>
#include <time.h>

#include "base/log.h"
#include "http/accept.h"
#include "http/query.h"
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
        [ERR_DENIED] = 500, /* the role of the database may not: a mistake of ours, not of the visitor's */
        [ERR_UNAVAILABLE] = 503,
        [ERR_INTERNAL] = 500,
    };
    return statuses[err];
}

/* Each of the two programs answers its own rows, both say whether they are well, and how well only to operators. */
static bool is_elsewhere(const struct exchange *exchange, enum route_id id)
{
    const struct route *route = &exchange->app->routes[id];
    if (route->access == OPERATOR)
        return !exchange->request.of_operator;
    bool both = id == ROUTE_HEALTH || id == ROUTE_READY;
    return !both && (route->access != PUBLIC) != exchange->app->desk;
}

/* The address in the other form, with or without a slash at the end; NULL when that is none either. */
static const char *other_form(struct exchange *exchange)
{
    const char *path = exchange->request.path;
    size_t length = strlen(path);
    const char *other =
        path[length - 1] == '/' ? arena_copy_bytes(exchange->arena, path, length - 1) : arena_print(exchange->arena, "%s/", path);
    struct route_match match;
    return route_match(other, exchange->arena, &match) && !is_elsewhere(exchange, match.id) ? other : NULL;
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

/* Sends whoever has no session to the login, and from there back. A form that was sent when the session had ended is kept: the
 * handler of the login sees that it is asked for another row. */
static enum err lead_to_login(struct exchange *exchange)
{
    const struct parameter next = { "next", exchange->request.path };
    const char *login = route_path(exchange->arena, ROUTE_DESK_LOGIN, EN, NULL);
    return exchange_redirect(exchange, 303, arena_print(exchange->arena, "%s%s", login, query_write(&next, 1, exchange->arena)));
}

static void read_input(struct exchange *exchange, const struct route *route)
{
    if (route->form)
        exchange->input = exchange->request.method == METHOD_POST ? input_read(route->form, &exchange->request, exchange->arena)
                                                                  : input_empty(route->form, exchange->arena);
}

/* No token of a form is looked at here: a visitor has no session and no cookie, so what another site has a browser send is
 * nothing that it could not send by itself. */
static enum err answer_at_site(struct exchange *exchange, const struct route *route)
{
    bool answered = false;
    enum err err = page_cache_answer(exchange, &answered);
    if (err || answered)
        return err;
    read_input(exchange, route);
    return route->handler(exchange);
}

/* Who, then whether the form is ours, then what it holds; only then the handler. */
static enum err answer_at_desk(struct exchange *exchange, const struct route *route)
{
    static const enum role needed[] = { [ANYBODY] = ROLE_NONE, [EDITOR] = ROLE_EDITOR, [ADMINISTRATOR] = ROLE_ADMINISTRATOR };
    bool post = exchange->request.method == METHOD_POST;
    enum err err = session_find(exchange);
    if (err)
        return err;
    if (exchange->account.found)
        exchange->view.language = exchange->account.language;
    if (!exchange->account.found && route->access != ANYBODY)
        return post && session_is_own_form(exchange) ? exchange->app->routes[ROUTE_DESK_LOGIN].handler(exchange)
                                                     : lead_to_login(exchange);
    if (exchange->account.role < needed[route->access]) {
        exchange_error(exchange, 403);
        return OK;
    }
    if (post && !session_trusts_form(exchange)) {
        exchange_error(exchange, 403);
        return OK;
    }
    read_input(exchange, route);
    return route->handler(exchange);
}

static void answer(struct exchange *exchange, const struct variables *variables)
{
    if (!route_match(exchange->request.path, exchange->arena, &exchange->route)) {
        const char *other = other_form(exchange);
        if (other)
            exchange_redirect(exchange, 301, other);
        else
            exchange_error(exchange, 404);
        return;
    }
    const struct route *route = &exchange->app->routes[exchange->route.id];
    bool post = exchange->request.method == METHOD_POST;
    if (is_elsewhere(exchange, exchange->route.id)) {
        exchange_error(exchange, 404);
        return;
    }
    if (post ? !route->form : exchange->request.method != METHOD_GET && exchange->request.method != METHOD_HEAD) {
        refuse_method(exchange, route);
        return;
    }
    int refused = post ? request_read_body(&exchange->request, exchange->arena, variables) : 0;
    if (refused) {
        exchange_error(exchange, refused);
        return;
    }
    bool open = route->access == PUBLIC || route->access == OPERATOR; /* to who got this far */
    enum err err = open ? answer_at_site(exchange, route) : answer_at_desk(exchange, route);
    /* What somebody typed is not lost by a fault of ours; pages of the site see to that themselves. */
    if (post && exchange->app->desk && (err == ERR_UNAVAILABLE || err == ERR_INTERNAL) && retry_offer(exchange, route->form))
        return;
    finish(exchange, err);
}

/* The language of the path, or else the best of what the browser prefers. */
static enum language choose_language(const struct request *request)
{
    enum language language = route_language(request->path);
    return language < LANGUAGES ? language : accept_language(request->accept_language);
}

static long microseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static const char *method_name(enum method method)
{
    static const char *const names[] = { "GET", "HEAD", "POST", "other" };
    return names[method];
}

/* Writes the answer; its memory is bounded by a piece of it. False when it broke off. */
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
        whole = stream->next(stream, &piece) && piece.length && outlet->write(piece.bytes, piece.length, outlet->context);
        sent += piece.length;
        arena_reset(arena);
    }
    arena_free(arena);
    return whole;
}

/* The link of a preview is all that it takes to see it: it is in no log. */
static const char *path_for_log(const struct exchange *exchange)
{
    const char *previews = route_path(exchange->arena, ROUTE_DESK_PREVIEW, EN, "");
    return strncmp(exchange->request.path, previews, strlen(previews)) == 0 ? previews : exchange->request.path;
}

void dispatch(const struct variables *variables, const struct outlet *outlet, void *context)
{
    const struct dispatcher *dispatcher = context;
    const struct app *app = dispatcher->app;
    arena_reset(dispatcher->arena);
    long started = microseconds_now();
    unsigned long round_trips = database_round_trips(app->database);
    long waited = database_microseconds(app->database);

    struct exchange exchange = {
        .app = app, .arena = dispatcher->arena, .response = response_new(dispatcher->arena), .route = { .id = ROUTES }
    };
    int refused = request_read(&exchange.request, exchange.arena, variables, (size_t)app->config.body_most);
    log_of_request(exchange.request.id);
    exchange.view = (struct view){
        .arena = exchange.arena,
        .templates = app->templates,
        .catalogue = app->catalogue,
        .site_url = app->config.site_url,
        .language = choose_language(&exchange.request),
    };
    if (refused)
        exchange_error(&exchange, refused);
    else
        answer(&exchange, variables);

    bool whole = write_answer(&exchange, outlet);
    long microseconds = microseconds_now() - started;
    metrics_request(app->metrics, exchange.route.id, exchange.response.status, microseconds);
    log_info("request", log_string("method", method_name(exchange.request.method)), log_string("path", path_for_log(&exchange)),
             log_number("status", exchange.response.status), log_number("microseconds", microseconds),
             log_number("database_microseconds", database_microseconds(app->database) - waited),
             log_number("round_trips", (long)(database_round_trips(app->database) - round_trips)));
    if (!whole)
        log_info("answer broke off");
    log_of_request("");
}
