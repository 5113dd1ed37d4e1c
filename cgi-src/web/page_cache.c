/* SPDX-License-Identifier: EUPL-1.2 */
/* Page cache: finished pages that are still up to date, shared by the processes that answer
 * visitors. */
#include "web/page_cache.h"

#include <sodium.h>
#include <string.h>

#include "base/clock.h"

/* Microseconds for which all processes rely on the state of the site that one of them has read:
 * under load, one query serves hundreds of pages. A visitor sees a change that much later at most,
 * beside the second for which nginx keeps a page. */
enum { STATE_HOLDS = 20000 };

/* The key of a page: its address, and whether it is compressed. NULL: no answer to this request may
 * be kept. */
static const char *key_of(const struct exchange *exchange)
{
    const struct request *request = &exchange->request;
    bool may = exchange->app->page_cache && exchange->route.id < ROUTES &&
               !exchange->app->routes[exchange->route.id].form && request->method == METHOD_GET &&
               !*request->if_none_match;
    return may ? arena_print(exchange->arena, "%s %s?%s", request->accepts_gzip ? "gzip" : "-",
                             request->path, request->query)
               : NULL;
}

/* The key of what the page was made of in some state of the site. */
static const char *key_in_state(const struct exchange *exchange)
{
    return arena_print(exchange->arena, "in state: %s", exchange->kept.key);
}

/* Sets SNAPSHOT to what a process has read lately, or else to what the database says now; NULL on a
 * standby, which has none. */
static enum err find_snapshot(struct exchange *exchange, const char **snapshot)
{
    const struct app *app = exchange->app;
    long now = clock_microseconds();
    *snapshot = shared_cache_noted(app->page_cache, now - STATE_HOLDS, exchange->arena);
    if (*snapshot)
        return OK;
    struct site_state asked = { 0 };
    struct batch *batch = batch_new(app->database, exchange->arena, BATCH_READS);
    site_state_ask(batch, &asked);
    enum err err = batch_run(batch);
    *snapshot = err ? NULL : asked.snapshot;
    if (*snapshot)
        shared_cache_note(app->page_cache, exchange->kept.epoch, *snapshot, now);
    return err;
}

static bool answer_with(struct exchange *exchange, const char *made_of)
{
    const struct app *app = exchange->app;
    bool found =
        shared_cache_find(app->page_cache, exchange->kept.key, made_of, &exchange->response.ready);
    if (found) {
        exchange->response.cacheable = true;
        metrics_count(app->metrics, METRIC_PAGES_REUSED, 1);
    }
    return found;
}

enum err page_cache_answer(struct exchange *exchange, bool *answered)
{
    struct shared_cache *cache = exchange->app->page_cache;
    exchange->kept.key = key_of(exchange);
    if (!exchange->kept.key)
        return OK;
    exchange->kept.epoch = shared_cache_epoch(cache);
    const char *key = key_in_state(exchange), *snapshot = NULL;
    if (!shared_cache_may_have(cache, key))
        return OK;
    enum err err = find_snapshot(exchange, &snapshot);
    struct buffer made_of = buffer_in(exchange->arena);
    *answered = snapshot && shared_cache_find(cache, key, snapshot, &made_of) &&
                answer_with(exchange, made_of.bytes);
    return err;
}

/* Keeps what the page is made of in the state that its reads saw. */
static void keep_for_state(struct exchange *exchange)
{
    struct buffer made_of = buffer_in(exchange->arena);
    buffer_add(&made_of, exchange->kept.made_of);
    if (exchange->kept.state.snapshot)
        shared_cache_keep(exchange->app->page_cache, exchange->kept.epoch, key_in_state(exchange),
                          exchange->kept.state.snapshot, &made_of);
}

static bool is_known(const unsigned char digest[BATCH_DIGEST_SIZE], void *context)
{
    struct exchange *exchange = context;
    char written[2 * BATCH_DIGEST_SIZE + 1];
    sodium_bin2hex(written, sizeof written, digest, BATCH_DIGEST_SIZE);
    exchange->kept.made_of =
        arena_print(exchange->arena, "%s %s", exchange->kept.state.day, written);
    bool known = answer_with(exchange, exchange->kept.made_of);
    if (known)
        keep_for_state(exchange);
    return known;
}

void page_cache_watch(struct exchange *exchange, struct batch *batch)
{
    if (exchange->kept.made_of)
        exchange->kept.key = NULL;
    if (!exchange->kept.key)
        return;
    site_state_ask(batch, &exchange->kept.state);
    batch_ask_known(batch, is_known, exchange);
}

void page_cache_keep(struct exchange *exchange, const struct buffer *output)
{
    const struct response *response = &exchange->response;
    if (!exchange->kept.key || !exchange->kept.made_of || response->ready.length ||
        !response->cacheable || response->status != 200 || response->varies_by_language ||
        response->stream)
        return;
    struct buffer ready = response_ready(output);
    shared_cache_keep(exchange->app->page_cache, exchange->kept.epoch, exchange->kept.key,
                      exchange->kept.made_of, &ready);
    keep_for_state(exchange);
}
