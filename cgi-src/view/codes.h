/* Codes: the page on which an account sets up one-time codes, templates/desk/codes.tpl. */
#ifndef VIEW_CODES_H
#define VIEW_CODES_H

#include "http/form.h"
#include "model/account.h"
#include "model/codes.h"
#include "view/view.h"

struct codes_page {
    const struct codes *codes;
    const struct account *account;
    const struct input *input;   /* what was typed, when it comes back */
    const char *const *recovery; /* RECOVERY_CODES codes that were just made, shown this once; NULL otherwise */
    bool done;                   /* a change was just made */
    const char *form_token;
};

void view_codes(const struct view *view, const struct codes_page *shown, struct dictionary *page);

#endif
