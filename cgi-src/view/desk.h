/* Desk: the frame of the editors' pages, and those that have no document in them, templates/desk. */
#ifndef VIEW_DESK_H
#define VIEW_DESK_H

#include "http/form.h"
#include "model/account.h"
#include "view/view.h"

/* What surrounds every page of the desk. ACCOUNT is NULL for who has not logged in. */
void view_desk_frame(const struct view *view, const char *title, const struct account *account, const char *form_token,
                     struct dictionary *page);

/* The login as it stands: what was typed, and why it comes back. */
struct desk_login {
    const char *name, *next, *kept; /* NULL for nothing */
    bool failed;
    long wait; /* seconds */
};
void view_desk_login(const struct view *view, const struct desk_login *login, const char *form_token, struct dictionary *page);

/* The form KEPT (its encoded body) as hidden fields, to be sent to NEXT. */
void view_desk_resume(const struct view *view, const char *next, const char *kept, const char *form_token,
                      struct dictionary *page);

/* The accounts, and the form that comes back with a fault. */
struct desk_accounts {
    const struct account_list *list;
    const struct input *input;
    enum account_result result;
    bool done;
};
void view_desk_accounts(const struct view *view, const struct desk_accounts *shown, const char *form_token,
                        struct dictionary *page);

void view_desk_password(const struct view *view, const struct input *input, const char *form_token, struct dictionary *page);

#endif
