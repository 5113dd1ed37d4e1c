/* SPDX-License-Identifier: EUPL-1.2 */
/* Reports: the list of reports, all or those of one outcome, /admin/reports?outcome=new&page=2 */
#include <stdlib.h>
#include <string.h>

#include "http/query.h"
#include "kinds/report/desk_model.h"
#include "kinds/report/desk_view.h"
#include "web/exchange.h"

enum { PAGE_SIZE = 50, VALUE_MAX = 20, PAGE_DIGITS_MAX = 4 };

/* ERR_INVALID for an unknown outcome, an impossible number or a damaged value. */
static enum err read_choice(const struct exchange *exchange, struct report_list_page *shown)
{
    const char *outcome, *number, *query = exchange->request.query;
    if (query_value(query, "outcome", VALUE_MAX, exchange->arena, &outcome) ||
        query_value(query, "page", PAGE_DIGITS_MAX, exchange->arena, &number) ||
        (number && number[strspn(number, "0123456789")]))
        return ERR_INVALID;
    shown->number = number ? strtol(number, NULL, 10) : 1;
    shown->outcome = outcome ? report_outcome_from(outcome) : REPORT_OUTCOMES;
    return shown->number < 1 || (outcome && shown->outcome == REPORT_OUTCOMES) ? ERR_INVALID : OK;
}

enum err report_desk_list(struct exchange *exchange)
{
    struct report_list list = { 0 };
    struct report_counts length = { 0 };
    struct report_list_page shown = { .list = &list, .length = &length };
    enum err err = read_choice(exchange, &shown);
    if (err)
        return err;
    struct batch *batch = exchange_reads(exchange);
    report_list_ask(batch, shown.outcome, (int)(shown.number - 1) * PAGE_SIZE, PAGE_SIZE + 1,
                    &list);
    report_counts_ask(batch, &length);
    err = batch_run(batch);
    if (err)
        return err;
    shown.more = list.count > PAGE_SIZE;
    if (shown.more)
        list.count = PAGE_SIZE;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_report_list(&exchange->view, &shown, page);
    return exchange_desk_page(exchange, "kinds/report/desk_list.tpl",
                              view_phrase(&exchange->view, "Reports of obstacles"), page);
}
