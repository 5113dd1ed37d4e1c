/* SPDX-License-Identifier: EUPL-1.2 */
/* Accounts: the login, the list of accounts, and the change of one's password. */
#include "desk/account/view.h"
#include "base/characters.h"

#include <string.h>

void view_desk_login(const struct view *view, const struct desk_login *login,
                     const char *form_token, struct dictionary *page)
{
    dictionary_set(page, "ACTION", route_path(view->arena, ROUTE_DESK_LOGIN, view->language, NULL));
    dictionary_set(page, "FORM_TOKEN", form_token);
    dictionary_set(page, "NAME_TYPED", or_empty(login->name));
    dictionary_set(page, "NEXT", or_empty(login->next));
    dictionary_set(page, "KEPT", or_empty(login->kept));
    if (login->kept && *login->kept)
        dictionary_section(page, "IS_KEPT");
    if (login->too_large)
        dictionary_section(page, "TOO_LARGE");
    if (login->lost)
        dictionary_section(page, "LOST");
    if (login->wait)
        dictionary_set(dictionary_section(page, "WAIT"), "SECONDS",
                       arena_print(view->arena, "%ld", login->wait));
    else if (login->failed)
        dictionary_section(page, "FAILED");
}

/* The section for the fault of a field, for the summary or for the field itself. */
static void fill_field(const struct input *input, const char *name, const char *section,
                       struct dictionary *page)
{
    static const char *const faults[FAULTS] = {
        [FAULT_MISSING] = "F_MISSING",       [FAULT_TOO_LONG] = "F_TOO_LONG",
        [FAULT_NOT_OFFERED] = "F_MALFORMED", [FAULT_CHARACTERS] = "F_MALFORMED",
        [FAULT_TAKEN] = "F_TAKEN_NAME",      [FAULT_WEAK] = "F_WEAK",
    };
    const enum fault fault = input_fault_of(input, name);
    if (fault)
        dictionary_section(dictionary_section(page, section), faults[fault]);
}

static void fill_account(const struct account_entry *account, struct dictionary *row)
{
    dictionary_set(row, "NAME", account->name);
    dictionary_set(row, "SINCE", account->since);
    dictionary_set(row, "USED", or_empty(account->used));
    dictionary_section(row, account->role == ROLE_ADMINISTRATOR ? "IS_ADMINISTRATOR" : "IS_EDITOR");
    dictionary_section(row, account->enabled ? "ENABLED" : "DISABLED");
    if (account->codes)
        dictionary_section(row, "HAS_CODES");
}

void view_desk_accounts(const struct view *view, const struct desk_accounts *shown,
                        const char *form_token, struct dictionary *page)
{
    dictionary_set(page, "ACTION",
                   route_path(view->arena, ROUTE_DESK_ACCOUNTS, view->language, NULL));
    dictionary_set(page, "FORM_TOKEN", form_token);
    dictionary_set(page, "NAME_TYPED", or_empty(input_value(shown->input, "name")));
    const char *role = input_value(shown->input, "role");
    if (role && strcmp(role, "administrator") == 0)
        dictionary_section(page, "CHOSEN");
    if (shown->done)
        dictionary_section(page, "DONE");
    if (!shown->input->sound || shown->result) {
        struct dictionary *problem = dictionary_section(page, "PROBLEM");
        if (shown->result == ACCOUNT_LAST)
            dictionary_section(problem, "LAST");
        if (shown->result == ACCOUNT_UNKNOWN)
            dictionary_section(page, "UNKNOWN");
        fill_field(shown->input, "name", "NAME_FAULT", page);
        fill_field(shown->input, "role", "ROLE_FAULT", page);
        fill_field(shown->input, "password", "PASSWORD_FAULT", page);
    }
    for (size_t i = 0; i < shown->list->count; i++)
        fill_account(&shown->list->items[i], dictionary_section(page, "ROW"));
}

void view_desk_password(const struct view *view, const struct input *input, const char *form_token,
                        struct dictionary *page)
{
    dictionary_set(page, "ACTION",
                   route_path(view->arena, ROUTE_DESK_PASSWORD, view->language, NULL));
    dictionary_set(page, "FORM_TOKEN", form_token);
    if (input->sound)
        return;
    dictionary_section(page, "PROBLEM");
    fill_field(input, "current", "CURRENT_FAULT", page);
    fill_field(input, "new", "NEW_FAULT", page);
}
