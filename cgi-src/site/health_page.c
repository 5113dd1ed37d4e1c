/* SPDX-License-Identifier: EUPL-1.2 */
/* Health: for monitoring. /healthz: the process answers. /readyz: it can make pages. */
#include "frame/document.h"
#include "frame/menu.h"
#include "kinds/meeting/model.h"
#include "kinds/register/model.h"
#include "site/search/model.h"
#include "web/exchange.h"

enum err health_page(struct exchange *exchange)
{
    return exchange_text(exchange, "ok\n");
}

/* Asks cheap queries like those of the pages. A database may answer and still not search, when a
 * dictionary or an extension is missing, or not let the role read a table. No text has this word,
 * so that the search looks everywhere. */
static void ask_as_pages_do(struct batch *batch, enum language language, struct arena *arena)
{
    static const char word[] = "readyz";
    static const struct register_filter obstacles = { .kind = DOCUMENT_OBSTACLE, .words = word };
    static const struct meeting_filter all = { 0 };
    struct {
        struct document document;
        struct findings findings;
        struct register_list obstacles;
        struct meeting_list meetings;
    } *answers = arena_array(arena, 1, sizeof *answers);

    document_ask(batch, DOCUMENT_HOME, language, "", &answers->document);
    search_ask(batch, language, word, 0, 1, &answers->findings);
    register_ask(batch, language, &obstacles, 1, &answers->obstacles);
    meetings_all_ask(batch, language, &all, 1, &answers->meetings);
}

enum err health_page_ready(struct exchange *exchange)
{
    struct menu menu = { 0 };
    struct batch *batch = exchange_reads(exchange);
    menu_ask(batch, exchange->view.language, &menu);
    if (!exchange->app->desk) /* the desk's role sees these tables under other names */
        ask_as_pages_do(batch, exchange->view.language, exchange->arena);
    return batch_run(batch) ? ERR_UNAVAILABLE : exchange_text(exchange, "ok\n");
}
