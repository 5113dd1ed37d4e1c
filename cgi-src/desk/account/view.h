/* SPDX-License-Identifier: EUPL-1.2 */
/* Accounts: the login, the list of accounts, and the change of one's password. */
#ifndef DESK_ACCOUNT_VIEW_H
#define DESK_ACCOUNT_VIEW_H

#include "frame/view.h"
#include "http/form.h"
#include "web/account.h"

/* The login page: what was typed, and why it is shown again. */
struct desk_login {
    const char *name, *next; /* NULL for nothing */
    const char *kept;        /* the token of the form that is kept; NULL for none */
    bool too_large, lost;    /* the form is not kept: it was too large, or could not be stored */
    bool failed;
    long wait; /* seconds */
};
void view_desk_login(const struct view *view, const struct desk_login *login,
                     const char *form_token, struct dictionary *page);

/* The accounts, and the form when it has a fault. */
struct desk_accounts {
    const struct account_list *list;
    const struct input *input;
    enum account_result result;
    bool done;
};
void view_desk_accounts(const struct view *view, const struct desk_accounts *shown,
                        const char *form_token, struct dictionary *page);

void view_desk_password(const struct view *view, const struct input *input, const char *form_token,
                        struct dictionary *page);

#endif
