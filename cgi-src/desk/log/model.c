/* SPDX-License-Identifier: EUPL-1.2 */
/* Log: what was done at the desk. */
#include "desk/log/model.h"

STATEMENT(desk_audit, "select id, to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD "
                      "HH24:MI:SS'), account, action, document, language, detail,"
                      " host(address) from audit_of($1, $2, $3, $4::date, $5::date, $6::bigint, "
                      "$7::bigint, $8::integer) order by id desc");

STATEMENT(desk_audit_accounts, "select account from audit_account order by account");

STATEMENT(desk_audit_actions, "select action from audit_action order by action");

static void read_audit(const struct rows *rows, struct arena *arena, void *into)
{
    struct audit *audit = into;
    audit->count = rows_count(rows);
    audit->items = arena_array(arena, audit->count, sizeof *audit->items);
    for (size_t i = 0; i < audit->count; i++)
        audit->items[i] = (struct audit_entry){
            .id = rows_text(rows, i, 0),
            .at = rows_text(rows, i, 1),
            .account = rows_text(rows, i, 2),
            .action = rows_text(rows, i, 3),
            .document = rows_text(rows, i, 4),
            .language = rows_text(rows, i, 5),
            .detail = rows_text(rows, i, 6),
            .address = rows_text(rows, i, 7),
        };
}

void audit_ask(struct batch *batch, const struct audit_filter *filter, int max, struct audit *audit)
{
    BATCH_ASK(batch, &desk_audit, read_audit, audit, filter->account, filter->action,
              filter->document, filter->first, filter->last, filter->before, filter->after,
              batch_number(batch, max));
}

static void read_names(const struct rows *rows, struct arena *arena, void *into)
{
    struct audit_names *names = into;
    names->count = rows_count(rows);
    names->items = arena_array(arena, names->count, sizeof *names->items);
    for (size_t i = 0; i < names->count; i++)
        names->items[i] = rows_text(rows, i, 0);
}

void audit_accounts_ask(struct batch *batch, struct audit_names *accounts)
{
    BATCH_ASK(batch, &desk_audit_accounts, read_names, accounts);
}

void audit_actions_ask(struct batch *batch, struct audit_names *actions)
{
    BATCH_ASK(batch, &desk_audit_actions, read_names, actions);
}
