/* SPDX-License-Identifier: EUPL-1.2 */
/* Accounts: the login, the list of accounts, and the change of one's password. */
#ifndef DESK_ACCOUNT_VIEW_H
#define DESK_ACCOUNT_VIEW_H

#include "frame/view.h"
#include "http/form.h"
#include "web/account.h"

/* The login as it stands: what was typed, and why it comes back. */
struct desk_login {
    const char *name, *next; /* NULL for nothing */
    const char *kept;        /* names what was sent before and is kept; NULL for nothing */
    bool too_large, lost;    /* it is not, since it was too large, or there was no room for it */
    bool failed;
    long wait; /* seconds */
};
void view_desk_login(const struct view *view, const struct desk_login *login,
                     const char *form_token, struct dictionary *page);

/* The accounts, and the form that comes back with a fault. */
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
