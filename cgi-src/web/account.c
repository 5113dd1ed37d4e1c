/* SPDX-License-Identifier: EUPL-1.2 */
/* Account: the editors' accounts, and their sessions. */
#include "web/account.h"

#include <string.h>

STATEMENT(account_login,
          "select case when a.enabled then a.password end, login_wait($1, $2::inet),"
          " case when a.enabled then a.code_secret end, a.id from (select) one left join "
          "account a on a.name = $1");

STATEMENT(account_login_failed, "select count_failed_login($1, $2::inet)");

STATEMENT(
    account_session_open,
    "with gone as (delete from session where used_at < now() - interval '1 day'),"
    " told as (insert into audit (account, action, address) select name, 'log-in', $3::inet from "
    "account where id = $1::bigint)"
    " insert into session (account, token, address) select $1::bigint, decode($2, 'hex'), $3::inet"
    " from know_network($1::bigint, $3::inet)");

STATEMENT(account_log_in, "select opened, wait from log_in($1, $2::inet, $3, $4::bigint, "
                          "decode($5, 'hex'), decode($6, 'hex'))");

STATEMENT(account_session,
          "with used as (update session set used_at = now() where token = decode($1, 'hex') and "
          "used_at < now() - interval '1 minute'"
          "              and exists (select from live_session l where l.token = decode($1, 'hex')))"
          " select a.id, a.name, a.role, a.language, l.token is not null from session s join "
          "account a on a.id = s.account"
          " left join live_session l on l.token = s.token where s.token = decode($1, 'hex') and "
          "a.enabled");

STATEMENT(account_session_close, "with told as (insert into audit (account, action, address) "
                                 "select name, 'log-out', $2::inet from live_session"
                                 "              where token = decode($1, 'hex'))"
                                 " delete from session where token = decode($1, 'hex')");

STATEMENT(account_list,
          "select a.name, a.role, a.enabled, to_char(a.created_at at time zone 'Europe/Brussels', "
          "'YYYY-MM-DD'),"
          " to_char(max(s.used_at) at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI'),"
          " a.code_secret is not null"
          " from account a left join session s on s.account = a.id group by a.id order by a.name");

STATEMENT(account_change, "select change_account($1, $2::inet, $3, $4, $5, $6)");

STATEMENT(account_count, "select count(*) from account");

enum role role_from(const char *name)
{
    if (strcmp(name, "administrator") == 0)
        return ROLE_ADMINISTRATOR;
    return strcmp(name, "editor") == 0 ? ROLE_EDITOR : ROLE_NONE;
}

STATEMENT(account_language, "update account set language = $2 where name = $1");

static void read_login(const struct rows *rows, struct arena *arena, void *into)
{
    size_t length;
    *(struct login *)into = (struct login){
        .password = rows_text(rows, 0, 0),
        .id = rows_text(rows, 0, 3),
        .wait = rows_number(rows, 0, 1),
        .secret = (const unsigned char *)rows_bytes(rows, 0, 2, arena, &length),
    };
}

void login_ask(struct batch *batch, const char *name, const char *address, struct login *login)
{
    BATCH_ASK(batch, &account_login, read_login, login, name, address);
}

void login_failed_ask(struct batch *batch, const char *name, const char *address)
{
    BATCH_ASK(batch, &account_login_failed, NULL, NULL, name, address);
}

static void read_answer(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(struct login_answer *)into =
        (struct login_answer){ .opened = strcmp(rows_text(rows, 0, 0), "t") == 0,
                               .wait = rows_number(rows, 0, 1) };
}

void log_in_ask(struct batch *batch, const struct login_proof *proof, const char *token,
                struct login_answer *answer)
{
    BATCH_ASK(batch, &account_log_in, read_answer, answer, proof->name, proof->address,
              proof->password, batch_number(batch, proof->step), proof->recovery, token);
}

void session_open_ask(struct batch *batch, const char *account_id, const char *token,
                      const char *address)
{
    BATCH_ASK(batch, &account_session_open, NULL, NULL, account_id, token, address);
}

static void read_account(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct account *account = into;
    if (!rows_count(rows))
        return;
    account->id = rows_text(rows, 0, 0);
    account->found = strcmp(rows_text(rows, 0, 4), "t") == 0;
    account->ended = !account->found;
    if (account->ended)
        return;
    account->name = rows_text(rows, 0, 1);
    account->role = role_from(rows_text(rows, 0, 2));
    account->language = rows_language(rows, 0, 3);
}

void session_account_ask(struct batch *batch, const char *token, struct account *account)
{
    BATCH_ASK(batch, &account_session, read_account, account, token);
}

void session_close_ask(struct batch *batch, const char *token, const char *address)
{
    BATCH_ASK(batch, &account_session_close, NULL, NULL, token, address);
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct account_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = (struct account_entry){
            .name = rows_text(rows, i, 0),
            .role = role_from(rows_text(rows, i, 1)),
            .enabled = strcmp(rows_text(rows, i, 2), "t") == 0,
            .since = rows_text(rows, i, 3),
            .used = rows_text(rows, i, 4),
            .codes = strcmp(rows_text(rows, i, 5), "t") == 0,
        };
}

void accounts_ask(struct batch *batch, struct account_list *list)
{
    BATCH_ASK(batch, &account_list, read_list, list);
}

static void read_result(const struct rows *rows, struct arena *arena, void *into)
{
    static const char *const names[] = { [ACCOUNT_DONE] = "done",
                                         [ACCOUNT_TAKEN] = "taken",
                                         [ACCOUNT_UNKNOWN] = "unknown",
                                         [ACCOUNT_LAST] = "last" };
    (void)arena;
    enum account_result *result = into;
    *result = ACCOUNT_DONE;
    while (*result < ACCOUNT_LAST && strcmp(names[*result], rows_text(rows, 0, 0)) != 0)
        (*result)++;
}

void account_change_ask(struct batch *batch, const char *by, const char *address, const char *what,
                        const char *name, const char *role, const char *password,
                        enum account_result *result)
{
    BATCH_ASK(batch, &account_change, read_result, result, by, address, what, name, role, password);
}

const char *role_name(enum role role)
{
    return role == ROLE_ADMINISTRATOR ? "administrator" : "editor";
}

static void read_count(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(long *)into = rows_number(rows, 0, 0);
}

void account_count_ask(struct batch *batch, long *count)
{
    BATCH_ASK(batch, &account_count, read_count, count);
}

void account_language_ask(struct batch *batch, const char *name, const char *tag)
{
    BATCH_ASK(batch, &account_language, NULL, NULL, name, tag);
}
