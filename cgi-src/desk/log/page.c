/* SPDX-License-Identifier: EUPL-1.2 */
/* Log: what was done at the desk, for administrators, whole or filtered,
 * /admin/log?account=lisa&first=2025-01-01 */
#include <string.h>

#include "desk/log/model.h"
#include "desk/log/view.h"
#include "http/query.h"
#include "text/dates.h"
#include "web/exchange.h"

enum {
    PAGE_SIZE = 100,
    VALUE_MAX = 100,
    ID_DIGITS_MAX = 18 /* a bigint */
};

static bool is_id(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits && digits <= ID_DIGITS_MAX && text[digits] == '\0';
}

/* ERR_INVALID for an impossible day or id or a damaged value. An unknown account, action or
 * document has no entries. */
static enum err read_filter(struct exchange *exchange, struct audit_filter *filter)
{
    const struct {
        const char *name;
        const char **value;
    } parameters[] = {
        { "account", &filter->account },   { "action", &filter->action },
        { "document", &filter->document }, { "first", &filter->first },
        { "last", &filter->last },         { "before", &filter->before },
        { "after", &filter->after },
    };
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
        if (query_value(exchange->request.query, parameters[i].name, VALUE_MAX, exchange->arena,
                        parameters[i].value))
            return ERR_INVALID;
    if ((filter->first && !date_is_day(filter->first)) ||
        (filter->last && !date_is_day(filter->last)) ||
        (filter->before && !is_id(filter->before)) || (filter->after && !is_id(filter->after)) ||
        (filter->before && filter->after))
        return ERR_INVALID;
    return OK;
}

/* One entry more than is shown was asked for, to know whether there are more. It is the entry
 * farthest from where the page starts; on the other side of the start there are the entries seen
 * before. */
static void cut(struct audit *audit, struct audit_page *shown)
{
    bool more = audit->count > PAGE_SIZE;
    shown->older = shown->filter->after || more;
    shown->newer = shown->filter->before || (shown->filter->after && more);
    if (!more)
        return;
    audit->count = PAGE_SIZE;
    if (shown->filter->after)
        audit->items++;
}

enum err desk_log_page(struct exchange *exchange)
{
    struct audit_filter filter = { 0 };
    struct audit audit = { 0 };
    struct audit_names accounts = { 0 }, actions = { 0 };
    enum err err = read_filter(exchange, &filter);
    if (err)
        return err;
    struct batch *batch = exchange_reads(exchange);
    audit_ask(batch, &filter, PAGE_SIZE + 1, &audit);
    audit_accounts_ask(batch, &accounts);
    audit_actions_ask(batch, &actions);
    err = batch_run(batch);
    if (err)
        return err;
    struct audit_page shown = {
        .filter = &filter, .audit = &audit, .accounts = &accounts, .actions = &actions
    };
    cut(&audit, &shown);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_audit(&exchange->view, &shown, page);
    return exchange_desk_page(exchange, "desk/log/page.tpl", view_phrase(&exchange->view, "Log"),
                              page);
}
