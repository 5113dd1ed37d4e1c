/* SPDX-License-Identifier: EUPL-1.2 */
/* Home: what needs attention, and the overview of documents and languages, whole or filtered,
 * /admin/?kind=topic&state=outdated&sort=title&page=2 */
#include <stdlib.h>
#include <string.h>

#include "desk/home/model.h"
#include "desk/home/view.h"
#include "desk/log/model.h"
#include "http/query.h"
#include "kinds/report/desk_model.h"
#include "record/findings.h"
#include "text/dates.h"
#include "web/exchange.h"

enum {
    PAGE_SIZE = 100,
    PAGE_DIGITS = 2,
    PAGES_MAX = 99, /* nobody reads further, and MATRIX_COUNTED_MAX stops there */
    YEAR_DIGITS = 4,
    FINDINGS_MAX = 20, /* of each kind */
    VALUE_MAX = 20,
    ACCOUNT_MAX = 100,
    WORDS_MAX = 800 /* bytes of 200 characters */
};

/* Whether TEXT is a number of at most MAX digits that does not begin with 0. */
static bool is_number(const char *text, size_t max)
{
    size_t digits = strspn(text, "0123456789");
    return digits && digits <= max && text[digits] == '\0' && text[0] != '0';
}

/* The filters by time and account, and the order. */
static enum err read_order(struct exchange *exchange, struct matrix_filter *filter)
{
    static const char *const sorts[] = { "title", "day", "changed" };
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query;
    if (query_value(query, "year", VALUE_MAX, arena, &filter->year) ||
        query_value(query, "account", ACCOUNT_MAX, arena, &filter->account) ||
        query_value(query, "since", VALUE_MAX, arena, &filter->since) ||
        query_value(query, "sort", VALUE_MAX, arena, &filter->sort) ||
        query_value(query, "page", VALUE_MAX, arena, &filter->page))
        return ERR_INVALID;
    bool sorted = !filter->sort;
    for (size_t i = 0; !sorted && i < sizeof sorts / sizeof *sorts; i++)
        sorted = strcmp(sorts[i], filter->sort + (*filter->sort == '-')) == 0;
    return !sorted || (filter->since && !date_is_day(filter->since)) ||
                   (filter->page && !is_number(filter->page, PAGE_DIGITS)) ||
                   (filter->year &&
                    (!is_number(filter->year, YEAR_DIGITS) || strlen(filter->year) < YEAR_DIGITS))
               ? ERR_INVALID
               : OK;
}

/* ERR_INVALID for an unknown kind, language or state or a damaged value. */
static enum err read_filter(struct exchange *exchange, struct matrix_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query;
    if (query_value(query, "kind", VALUE_MAX, arena, &filter->kind) ||
        query_value(query, "language", VALUE_MAX, arena, &filter->language) ||
        query_value(query, "state", VALUE_MAX, arena, &filter->state) ||
        query_words(query, "words", WORDS_MAX, arena, &filter->words))
        return ERR_INVALID;
    enum document_kind kind = filter->kind ? document_kind_from(filter->kind) : DOCUMENT_HOME;
    if (kind == DOCUMENT_KINDS || kind == DOCUMENT_OVERVIEW ||
        (filter->language &&
         language_from_tag(filter->language, strlen(filter->language)) == LANGUAGES) ||
        (filter->state && text_state_from(filter->state) == TEXT_STATES))
        return ERR_INVALID;
    return read_order(exchange, filter);
}

enum err desk_home_page(struct exchange *exchange)
{
    struct matrix_filter filter = { 0 };
    enum err err = read_filter(exchange, &filter);
    if (err)
        return err;
    struct matrix matrix = { 0 };
    struct audit_names accounts = { 0 };
    struct findings findings = { 0 };
    struct report_counts reports = { 0 };
    struct batch *batch = exchange_reads(exchange);
    int before = filter.page ? atoi(filter.page) - 1 : 0;
    matrix_ask(batch, &filter, PAGE_SIZE, before * PAGE_SIZE, &matrix);
    audit_accounts_ask(batch, &accounts);
    findings_ask(batch, FINDINGS_MAX, &findings);
    report_counts_ask(batch, &reports);
    err = batch_run(batch);
    if (err)
        return err;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    struct matrix_page shown = { .filter = &filter,
                                 .matrix = &matrix,
                                 .accounts = &accounts,
                                 .form_token = exchange->form_token,
                                 .number = before + 1,
                                 .more = before + 1 < PAGES_MAX &&
                                         matrix.total > (before + 1L) * PAGE_SIZE };
    view_desk_home(&exchange->view, &findings, &reports, &shown, page);
    return exchange_desk_page(exchange, "desk/home/page.tpl",
                              view_phrase(&exchange->view, "Documents and languages"), page);
}
