/* SPDX-License-Identifier: EUPL-1.2 */
/* Preview: a draft as visitors will see it, for anybody who has the link, /admin/preview/TOKEN
 *
 * The handler of the public page answers; exchange_reads lets it read a rehearsal of the
 * publication. */
#include "desk/preview/view.h"
#include "text/dates.h"
#include "web/exchange.h"
#include "web/preview.h"
#include "web/token.h"

/* Says what keeps the draft from being published. */
static enum err show_unready(struct exchange *exchange, const struct preview *preview)
{
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_preview_unready(&exchange->view, preview, exchange->account.found, page);
    exchange->response.status = 422;
    return exchange_desk_page(exchange, "desk/preview/page.tpl",
                              view_phrase(&exchange->view, "Preview"), page);
}

/* A preview is not kept by shared caches or by search engines. */
static enum err rehearse(struct exchange *exchange, const struct preview *preview)
{
    struct arena *arena = exchange->arena;
    struct rehearsal rehearsal = { .document_id = preview->document_id,
                                   .language = preview->language };
    rehearsal.shown.until =
        arena_print(arena, "%s, %s", date_written(preview->until_day, preview->language, arena),
                    preview->until_time);
    if (exchange->account.found)
        rehearsal.shown.edit_path =
            route_path(arena, ROUTE_DESK_TEXT, preview->language, preview->key);

    enum route_id id = document_kinds[preview->kind].route;
    enum language reader = exchange->view.language;
    exchange->route =
        (struct route_match){ .id = id, .language = preview->language, .slug = preview->slug };
    exchange->view.language = preview->language;
    exchange->view.rehearsed = true;
    exchange->rehearsal = &rehearsal;
    enum err err = exchange->app->routes[id].handler(exchange);
    exchange->rehearsal = NULL;
    exchange->view.rehearsed = false;
    if (err) {
        exchange->view.language = reader;
        return err;
    }
    exchange->response.cacheable = false;
    response_header(&exchange->response, "X-Robots-Tag", "noindex");
    return OK;
}

enum err desk_preview_page(struct exchange *exchange)
{
    const char *token = exchange->route.slug;
    struct preview preview = { 0 };
    if (!token_is_whole(token))
        return ERR_NOT_FOUND;
    struct batch *batch = exchange_reads(exchange);
    preview_ask(batch, token_hash(token, exchange->arena), &preview);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (!preview.found)
        return ERR_NOT_FOUND;
    if (preview.expired || (!preview.slug && !preview.public_slug)) {
        exchange_error(exchange, 410);
        return OK;
    }
    if (!preview.slug) /* it has been published meanwhile */
        return exchange_redirect(
            exchange, 303,
            view_path(&exchange->view, preview.kind, preview.language, preview.public_slug));
    if (preview.lacks)
        return show_unready(exchange, &preview);
    err = rehearse(exchange, &preview);
    return err == ERR_CONFLICT ? show_unready(exchange, &preview) : err;
}
