/* SPDX-License-Identifier: EUPL-1.2 */
/* Page cache: finished pages that are still up to date, shared by the processes that answer
 * visitors. */
#include "web/page_cache.h"

#include <string.h>

#include "base/clock.h"

/* Microseconds for which all processes rely on the state of the site that one of them has read:
 * under load, one query serves hundreds of pages. A visitor sees a change that much later at most,
 * beside the second for which nginx keeps a page. */
enum { STATE_HOLDS = 20000 };

/* The key of a page: its address, and whether it is compressed; the state of the site is compared
 * apart. NULL: no answer to this request may be kept. */
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

/* Sets STATE to what a process has read lately, or else to what the database says now; NULL on a
 * standby, which has none. */
static enum err find_state(struct exchange *exchange, const char **state)
{
    const struct app *app = exchange->app;
    long now = clock_microseconds();
    *state = shared_cache_noted(app->page_cache, now - STATE_HOLDS, exchange->arena);
    if (*state)
        return OK;
    struct site_state asked = { 0 };
    struct batch *batch = batch_new(app->database, exchange->arena, BATCH_READS);
    site_state_ask(batch, &asked);
    enum err err = batch_run(batch);
    *state = err ? NULL : asked.text;
    if (*state)
        shared_cache_note(app->page_cache, exchange->epoch, *state, now);
    return err;
}

enum err page_cache_answer(struct exchange *exchange, bool *answered)
{
    const struct app *app = exchange->app;
    const char *key = exchange->cache_key = key_of(exchange);
    if (!key)
        return OK;
    exchange->epoch = shared_cache_epoch(app->page_cache);
    if (!shared_cache_may_have(app->page_cache, key))
        return OK;
    const char *state = NULL;
    enum err err = find_state(exchange, &state);
    *answered = state && shared_cache_find(app->page_cache, key, state, &exchange->response.ready);
    if (*answered) {
        exchange->response.cacheable = true;
        metrics_count(app->metrics, METRIC_PAGES_REUSED, 1);
    }
    return err;
}

void page_cache_keep(struct exchange *exchange, const struct buffer *output)
{
    const struct response *response = &exchange->response;
    const struct site_state *state = &exchange->site_state;
    if (!exchange->cache_key || response->ready.length || !response->cacheable ||
        response->status != 200 || response->varies_by_language || response->stream ||
        !state->text || state->changed)
        return;
    struct buffer ready = response_ready(output);
    shared_cache_keep(exchange->app->page_cache, exchange->epoch, exchange->cache_key, state->text,
                      &ready);
}
