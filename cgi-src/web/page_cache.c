/* SPDX-License-Identifier: EUPL-1.2 */
/* Page cache: finished pages, shared by the processes that answer visitors, for as long as they are
 * true. */
#include "web/page_cache.h"

#include <string.h>

/* What a page is made of beside the state of the site: its address, and whether it goes out
 * compressed. NULL: nothing is kept of an answer to this. */
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

enum err page_cache_answer(struct exchange *exchange, bool *answered)
{
    const struct app *app = exchange->app;
    const char *key = exchange->cache_key = key_of(exchange);
    if (!key)
        return OK;
    exchange->epoch = shared_cache_epoch(app->page_cache);
    if (!shared_cache_may_have(app->page_cache, key))
        return OK;
    struct site_state state = { 0 };
    struct batch *batch = batch_new(app->database, exchange->arena, BATCH_READS);
    site_state_ask(batch, &state);
    enum err err = batch_run(batch);
    *answered = !err && state.text &&
                shared_cache_find(app->page_cache, key, state.text, &exchange->response.ready);
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
