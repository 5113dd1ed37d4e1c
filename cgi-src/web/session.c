/* SPDX-License-Identifier: EUPL-1.2 */
/* Session: a cookie tells who asks, and a token proves that a form is ours. */
#include "web/session.h"

#include <sodium.h>
#include <string.h>

#include "base/log.h"
#include "http/cookie.h"
#include "web/token.h"

/* Under TLS, this prefix has browsers bind the cookie to this host (RFC 6265bis section
 * 4.1.3.2). */
static const char *cookie_name(const struct exchange *exchange, const char *name)
{
    bool secure = strncmp(exchange->app->config.site_url, "https:", 6) == 0;
    return secure ? arena_print(exchange->arena, "__Host-%s", name) : name;
}

static void set_cookie(struct exchange *exchange, const char *name, const char *value,
                       const char *age)
{
    bool secure = strncmp(exchange->app->config.site_url, "https:", 6) == 0;
    response_header(&exchange->response, "Set-Cookie",
                    arena_print(exchange->arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s",
                                cookie_name(exchange, name), value, secure ? "; Secure" : "", age));
}

/* The value of a cookie that looks like a token; NULL otherwise. */
static const char *token_of(const struct exchange *exchange, const char *name)
{
    const char *value =
        cookie_value(exchange->request.cookie, cookie_name(exchange, name), exchange->arena);
    return value && token_is_whole(value) ? value : NULL;
}

/* The token of forms: another hash of the session's token, which reveals neither it nor its
 * SHA-256. */
static const char *form_token_of(struct arena *arena, const char *token)
{
    static const char purpose[] = "form";
    unsigned char hash[TOKEN_BYTES];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)purpose, sizeof purpose,
                       (const unsigned char *)token, TOKEN_DIGITS);
    return token_digits(hash, arena);
}

enum err session_find(struct exchange *exchange)
{
    const char *token = token_of(exchange, "desk");
    if (token) {
        exchange->form_token =
            form_token_of(exchange->arena, token); /* also when the database is away */
        struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_READS);
        session_account_ask(batch, token_hash(token, exchange->arena), &exchange->account);
        enum err err = batch_run(batch);
        if (err)
            return err;
    }
    if (!exchange->account.found)
        token = token_of(exchange, "desk-login");
    exchange->form_token = token ? form_token_of(exchange->arena, token) : NULL;
    return OK;
}

void session_prepare(struct exchange *exchange)
{
    if (exchange->form_token)
        return;
    const char *token = token_new(exchange->arena);
    set_cookie(exchange, "desk-login", token, "");
    exchange->form_token = form_token_of(exchange->arena, token);
}

static void send_token(struct exchange *exchange, const char *token)
{
    set_cookie(exchange, "desk", token, "");
    exchange->form_token = form_token_of(exchange->arena, token);
}

enum err session_log_in(struct exchange *exchange, const struct login_proof *proof,
                        struct login_answer *answer)
{
    const char *token = token_new(exchange->arena);
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    log_in_ask(batch, proof, token_hash(token, exchange->arena), answer);
    enum err err = batch_run(batch);
    if (!err && answer->opened)
        send_token(exchange, token);
    return err;
}

enum err session_open(struct exchange *exchange, const char *account_id)
{
    const char *token = token_new(exchange->arena);
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    session_open_ask(batch, account_id, token_hash(token, exchange->arena),
                     exchange->request.address);
    enum err err = batch_run(batch);
    if (!err)
        send_token(exchange, token);
    return err;
}

enum err session_close(struct exchange *exchange)
{
    const char *token = token_of(exchange, "desk");
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    session_close_ask(batch, token_hash(token ? token : "", exchange->arena),
                      exchange->request.address);
    set_cookie(exchange, "desk", "", "; Max-Age=0");
    return batch_run(batch);
}

bool session_is_of_stranger(const struct exchange *exchange)
{
    return !exchange->account.found && !exchange->account.ended;
}

/* The scheme and authority of an address. The rest may be the link of a preview, which no log may
 * have. */
static const char *origin_of(const char *address, struct arena *arena)
{
    const char *authority = strstr(address, "://");
    size_t length = authority ? (size_t)(authority - address) + 3 : 0;
    return arena_copy_bytes(arena, address, length + strcspn(address + length, "/?#"));
}

static const char *authority_of(const char *origin)
{
    const char *authority = strstr(origin, "://");
    return authority ? authority + 3 : "";
}

/* Whether the site has no name of its own yet: then nginx answers under every name. */
static bool is_unnamed(const char *site_url)
{
    static const char *const names[] = { "localhost", "127.", "[::1]" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(authority_of(site_url), names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* The form comes from the address that the site is configured with; or, without one, from the host
 * that was asked: the cookie of the session is that host's, too. */
bool session_is_own_form(const struct exchange *exchange)
{
    const char *origin = exchange->request.origin, *site_url = exchange->app->config.site_url,
               *host = exchange->request.host;
    if (!*origin)
        origin = origin_of(exchange->request.referer, exchange->arena);
    return strcmp(origin, site_url) == 0 ||
           (is_unnamed(site_url) && *host && strcmp(authority_of(origin), host) == 0);
}

void session_log_origin(const struct exchange *exchange)
{
    log_info("form from another address", log_string("origin", exchange->request.origin),
             log_string("referer", origin_of(exchange->request.referer, exchange->arena)),
             log_string("host", exchange->request.host),
             log_string("expected", exchange->app->config.site_url));
}

bool session_has_token(const struct exchange *exchange)
{
    const char *sent = parameters_value(&exchange->request.parameters, "form_token"),
               *expected = exchange->form_token;
    return sent && expected && strlen(sent) == strlen(expected) &&
           sodium_memcmp(sent, expected, strlen(expected)) == 0;
}

bool session_trusts_form(const struct exchange *exchange)
{
    return session_has_token(exchange) && session_is_own_form(exchange);
}
