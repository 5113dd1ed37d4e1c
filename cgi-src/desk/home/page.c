/* SPDX-License-Identifier: EUPL-1.2 */
/* Home: what needs findings, and the overview of documents and languages, of all or of those
 * chosen, /admin/?kind=topic&state=outdated */
#include <string.h>

#include "desk/home/model.h"
#include "desk/home/view.h"
#include "http/query.h"
#include "kinds/report/desk_model.h"
#include "record/findings.h"
#include "web/exchange.h"

enum {
    ROWS_MOST = 200,
    FINDINGS_MOST = 20, /* of each kind */
    VALUE_MOST = 20,
    WORDS_MOST = 800 /* bytes of 200 characters */
};

/* What is no kind, language or state, or damaged, is ERR_INVALID. */
static enum err read_filter(struct exchange *exchange, struct matrix_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query;
    if (query_value(query, "kind", VALUE_MOST, arena, &filter->kind) ||
        query_value(query, "language", VALUE_MOST, arena, &filter->language) ||
        query_value(query, "state", VALUE_MOST, arena, &filter->state) ||
        query_words(query, "words", WORDS_MOST, arena, &filter->words))
        return ERR_INVALID;
    enum document_kind kind = filter->kind ? document_kind_from(filter->kind) : DOCUMENT_HOME;
    if (kind == DOCUMENT_KINDS || kind == DOCUMENT_OVERVIEW ||
        (filter->language &&
         language_from_tag(filter->language, strlen(filter->language)) == LANGUAGES) ||
        (filter->state && text_state_from(filter->state) == TEXT_STATES))
        return ERR_INVALID;
    return OK;
}

enum err desk_home_page(struct exchange *exchange)
{
    struct matrix_filter filter = { 0 };
    enum err err = read_filter(exchange, &filter);
    if (err)
        return err;
    struct matrix matrix = { 0 };
    struct findings findings = { 0 };
    struct report_counts reports = { 0 };
    struct batch *batch = exchange_reads(exchange);
    matrix_ask(batch, &filter, ROWS_MOST, &matrix);
    findings_ask(batch, FINDINGS_MOST, &findings);
    report_counts_ask(batch, &reports);
    err = batch_run(batch);
    if (err)
        return err;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_home(&exchange->view, &findings, &reports, &filter, &matrix, page);
    return exchange_desk_page(exchange, "desk/home/page.tpl",
                              view_phrase(&exchange->view, "Documents and languages"), page);
}
