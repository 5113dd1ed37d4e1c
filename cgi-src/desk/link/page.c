/* SPDX-License-Identifier: EUPL-1.2 */
/* Links: what a text may link to, as Markdown to copy and for the script of the desk,
 * /admin/links?language=nl&words=penta */
#include <string.h>

#include "desk/link/model.h"
#include "desk/link/view.h"
#include "http/query.h"
#include "web/exchange.h"

enum {
    DOCUMENTS_MAX = 20,
    VALUE_MAX = 20,
    WORDS_MAX = 800 /* bytes of 200 characters */
};

enum err desk_link_page(struct exchange *exchange)
{
    const char *tag = NULL, *words = NULL, *query = exchange->request.query;
    enum language language = exchange->view.language;
    if (query_value(query, "language", VALUE_MAX, exchange->arena, &tag) ||
        query_words(query, "words", WORDS_MAX, exchange->arena, &words))
        return ERR_INVALID;
    if (tag && (language = language_from_tag(tag, strlen(tag))) == LANGUAGES)
        return ERR_INVALID;
    struct link_targets targets = { 0 };
    if (words) {
        struct batch *batch = exchange_reads(exchange);
        link_targets_ask(batch, language, words, DOCUMENTS_MAX, &targets);
        enum err err = batch_run(batch);
        if (err)
            return err;
    }
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_link_targets(&exchange->view, words, language, &targets, page);
    return exchange_desk_page(exchange, "desk/link/page.tpl",
                              view_phrase(&exchange->view, "Link to a page or file of this site"),
                              page);
}
