/* SPDX-License-Identifier: EUPL-1.2 */
/* Accounts: who may work at the desk, for administrators, /admin/accounts */
#include <string.h>

#include "base/password.h"
#include "desk/account/view.h"
#include "http/query.h"
#include "web/exchange.h"

static const struct choice actions[] = { { "add", NULL },      { "enable", NULL },
                                         { "disable", NULL },  { "role", NULL },
                                         { "password", NULL }, { "codes", NULL },
                                         { NULL, NULL } };
static const struct choice roles[] = { { "editor", NULL },
                                       { "administrator", NULL },
                                       { NULL, NULL } };
static const struct field fields[] = {
    { .name = "action", .kind = FIELD_CHOICE, .required = true, .choices = actions },
    { .name = "name", .kind = FIELD_LINE, .required = true, .max = 63 },
    { .name = "role", .kind = FIELD_CHOICE, .choices = roles },
    { .name = "password", .kind = FIELD_SECRET, .max = PASSWORD_MAX },
};
const struct form desk_account_list_page_form = { .fields = fields,
                                                  .count = sizeof fields / sizeof *fields };

static enum err show(struct exchange *exchange, int status, enum account_result result)
{
    struct account_list list = { 0 };
    struct batch *batch = exchange_reads(exchange);
    accounts_ask(batch, &list);
    enum err err = batch_run(batch);
    if (err)
        return err;
    const char *done = query_raw(exchange->request.query, "done", exchange->arena);
    struct desk_accounts shown = {
        .list = &list, .input = &exchange->input, .result = result, .done = done && status == 200
    };
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_accounts(&exchange->view, &shown, exchange->form_token, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/account/list_page.tpl",
                              view_phrase(&exchange->view, "Accounts"), page);
}

/* A name has lower-case letters, digits, full stops, hyphens and underscores, as in the
 * database. */
static bool is_name(const char *name)
{
    return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789._-") == strlen(name) &&
           !strchr("._-", *name);
}

/* What each action needs, which the table of fields cannot say. */
static void check(struct input *input)
{
    const char *action = input_value(input, "action"), *name = input_value(input, "name"),
               *password = input_value(input, "password");
    bool add = action && strcmp(action, "add") == 0;
    if (name && *name && !is_name(name))
        input_fault(input, "name", FAULT_NOT_OFFERED);
    if ((add || (action && strcmp(action, "role") == 0)) && !input_value(input, "role"))
        input_fault(input, "role", FAULT_MISSING);
    if ((add || (action && strcmp(action, "password") == 0)) &&
        (!password || password_is_weak(password)))
        input_fault(input, "password", FAULT_WEAK);
}

enum err desk_account_list_page(struct exchange *exchange)
{
    struct input *input = &exchange->input;
    if (exchange->request.method != METHOD_POST)
        return show(exchange, 200, ACCOUNT_DONE);
    check(input);
    if (!input->sound)
        return show(exchange, 422, ACCOUNT_DONE);

    const char *action = input_value(input, "action"), *password = input_value(input, "password");
    bool takes_password = strcmp(action, "add") == 0 || strcmp(action, "password") == 0;
    bool takes_role = strcmp(action, "add") == 0 || strcmp(action, "role") == 0;
    enum account_result result;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    account_change_ask(batch, exchange->account.name, exchange->request.address, action,
                       input_value(input, "name"), takes_role ? input_value(input, "role") : NULL,
                       takes_password ? password_hash(password, exchange->arena) : NULL, &result);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (result == ACCOUNT_TAKEN)
        input_fault(input, "name", FAULT_TAKEN);
    return result ? show(exchange, 422, result)
                  : exchange_redirect(exchange, 303, "/admin/accounts?done=yes");
}
