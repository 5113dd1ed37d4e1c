/* Session: who asks, known by a cookie, and the token by which a form proves that it is ours. */
#include "web/session.h"

#include <sodium.h>
#include <string.h>

enum { TOKEN_BYTES = 32, TOKEN_DIGITS = 2 * TOKEN_BYTES };

/* Under TLS the names are bound to this host by the browser (RFC 6265bis section 4.1.3.2). */
static const char *cookie_name(const struct exchange *exchange, const char *name)
{
    bool secure = strncmp(exchange->app->config.site_url, "https:", 6) == 0;
    return secure ? arena_print(exchange->arena, "__Host-%s", name) : name;
}

static void set_cookie(struct exchange *exchange, const char *name, const char *value, const char *age)
{
    bool secure = strncmp(exchange->app->config.site_url, "https:", 6) == 0;
    response_header(&exchange->response, "Set-Cookie",
                    arena_print(exchange->arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", cookie_name(exchange, name), value,
                                secure ? "; Secure" : "", age));
}

/* The value of a cookie that looks like a token; NULL otherwise. */
static const char *token_of(const struct exchange *exchange, const char *name)
{
    const char *wanted = cookie_name(exchange, name);
    size_t length = strlen(wanted);
    for (const char *at = exchange->request.cookie; *at; at += strcspn(at, ";"), at += strspn(at, "; ")) {
        if (strncmp(at, wanted, length) != 0 || at[length] != '=')
            continue;
        const char *value = at + length + 1;
        size_t digits = strspn(value, "0123456789abcdef");
        return digits == TOKEN_DIGITS && strchr(";", value[digits]) ? arena_copy_bytes(exchange->arena, value, digits) : NULL;
    }
    return NULL;
}

static const char *hexadecimal(struct arena *arena, const unsigned char bytes[static TOKEN_BYTES])
{
    char *text = arena_alloc(arena, TOKEN_DIGITS + 1);
    return sodium_bin2hex(text, TOKEN_DIGITS + 1, bytes, TOKEN_BYTES);
}

static const char *new_token(struct arena *arena)
{
    unsigned char bytes[TOKEN_BYTES];
    randombytes_buf(bytes, sizeof bytes);
    return hexadecimal(arena, bytes);
}

static const char *hash_of(struct arena *arena, const char *token)
{
    unsigned char hash[TOKEN_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)token, strlen(token));
    return hexadecimal(arena, hash);
}

/* Another hash of the same token, which tells nothing of the first. */
static const char *form_token_of(struct arena *arena, const char *token)
{
    static const char purpose[] = "form";
    unsigned char hash[TOKEN_BYTES];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)purpose, sizeof purpose, (const unsigned char *)token,
                       TOKEN_DIGITS);
    return hexadecimal(arena, hash);
}

enum err session_find(struct exchange *exchange)
{
    const char *token = token_of(exchange, "desk");
    if (token) {
        struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_READS);
        session_account_ask(batch, hash_of(exchange->arena, token), &exchange->account);
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
    const char *token = new_token(exchange->arena);
    set_cookie(exchange, "desk-login", token, "");
    exchange->form_token = form_token_of(exchange->arena, token);
}

enum err session_open(struct exchange *exchange, const char *account_id)
{
    const char *token = new_token(exchange->arena);
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    session_open_ask(batch, account_id, hash_of(exchange->arena, token), exchange->request.address);
    enum err err = batch_run(batch);
    if (err)
        return err;
    set_cookie(exchange, "desk", token, "");
    exchange->form_token = form_token_of(exchange->arena, token);
    return OK;
}

enum err session_close(struct exchange *exchange)
{
    const char *token = token_of(exchange, "desk");
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    session_close_ask(batch, hash_of(exchange->arena, token ? token : ""), exchange->request.address);
    set_cookie(exchange, "desk", "", "; Max-Age=0");
    return batch_run(batch);
}

bool session_is_own_form(const struct exchange *exchange)
{
    return strcmp(exchange->request.origin, exchange->app->config.site_url) == 0;
}

bool session_trusts_form(const struct exchange *exchange)
{
    const char *sent = parameters_value(&exchange->request.parameters, "form_token"), *expected = exchange->form_token;
    return sent && expected && strlen(sent) == strlen(expected) && sodium_memcmp(sent, expected, strlen(expected)) == 0 &&
           session_is_own_form(exchange);
}
