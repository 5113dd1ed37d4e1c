/* SPDX-License-Identifier: EUPL-1.2 */
/* Kept answer: what the desk answered to a form, until the browser fetches it. */
#include "web/kept_answer.h"

#include <string.h>

#include "http/query.h"
#include "web/session.h"
#include "web/token.h"

enum { ANSWER_MAX = 2000000 }; /* bytes */

STATEMENT(kept_answer_keep, "select keep_answer(decode($1, 'hex'), $2::bigint, $3::inet, $4, $5, "
                            "$6::integer, $7, $8)");

STATEMENT(kept_answer_find,
          "select answer, status, policy from kept_answer(decode($1, 'hex'), $2::bigint, $3)");

/* BODY with each TOKEN replaced by ANOTHER. */
static struct buffer with_token(const struct buffer *body, const char *token, const char *another)
{
    struct buffer changed = buffer_in(body->arena);
    const char *rest = body->bytes, *found;
    while ((found = strstr(rest, token))) {
        buffer_append(&changed, rest, (size_t)(found - rest));
        buffer_add(&changed, another);
        rest = found + strlen(token);
    }
    buffer_add(&changed, rest);
    return changed;
}

static void read_kept(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = strcmp(rows_text(rows, 0, 0), "t") == 0;
}

/* The account that alone may fetch an answer; NULL: whoever has its address. When a session has
 * ended, the answer is the login, and somebody else may log in. */
static const char *owner(const struct exchange *exchange)
{
    return exchange->account.ended ? NULL : exchange->account.id;
}

/* Keeps the answer under HASH. In it HASH replaces the token of forms, since the session that
 * fetches it may have another token. */
static bool keep(struct exchange *exchange, const char *hash)
{
    struct response *response = &exchange->response;
    struct buffer body = response->body;
    if (exchange->form_token)
        body = with_token(&body, exchange->form_token, hash);
    bool kept = false;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    BATCH_ASK(batch, &kept_answer_keep, read_kept, &kept, hash, owner(exchange),
              exchange->request.address, exchange->request.path, body.bytes,
              batch_number(batch, response->status), response->policy,
              exchange->shown_once ? "t" : "f");
    return batch_run(batch) == OK && kept;
}

void kept_answer_leave(struct exchange *exchange)
{
    struct response *response = &exchange->response;
    bool leads = response->status >= 300 && response->status < 400;
    if (leads || response->status >= 500 || !response->body.length ||
        response->body.length > ANSWER_MAX)
        return;
    const char *token = token_new(exchange->arena);
    if (!keep(exchange, token_hash(token, exchange->arena)))
        return;
    response->body = buffer_in(exchange->arena);
    response->policy = NULL;
    response->cacheable = false;
    exchange_redirect(exchange, 303,
                      arena_print(exchange->arena, "%s?answer=%s", exchange->request.path, token));
}

static void read_answer(const struct rows *rows, struct arena *arena, void *into)
{
    struct response *response = into;
    if (!rows_count(rows))
        return;
    response->body = buffer_in(arena);
    buffer_add(&response->body, rows_text(rows, 0, 0));
    response->status = (int)rows_number(rows, 0, 1);
    response->policy = rows_text(rows, 0, 2);
}

enum err kept_answer_show(struct exchange *exchange, bool *shown)
{
    struct response *response = &exchange->response;
    const char *token = query_raw(exchange->request.query, "answer", exchange->arena);
    *shown = token != NULL;
    if (!token)
        return OK;
    const char *hash = token_hash(token, exchange->arena);
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    BATCH_ASK(batch, &kept_answer_find, read_answer, response, hash, owner(exchange),
              exchange->request.path);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (!response->body.length) { /* a login may be needed to find it */
        *shown = exchange->account.found;
        return *shown ? exchange_redirect(exchange, 303, exchange->request.path) : OK;
    }
    session_prepare(exchange);
    response->body = with_token(&response->body, hash, exchange->form_token);
    return OK;
}
