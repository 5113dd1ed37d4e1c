/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes: the page on which an account sets up one-time codes,
 * templates/desk/account/codes_page.tpl. */
#ifndef DESK_ACCOUNT_CODES_VIEW_H
#define DESK_ACCOUNT_CODES_VIEW_H

#include "desk/account/codes_model.h"
#include "frame/view.h"
#include "http/form.h"
#include "web/account.h"

struct codes_page {
    const struct codes *codes;
    const struct account *account;
    const struct input *input;   /* what was typed, when the form has faults */
    const char *const *recovery; /* RECOVERY_CODES new codes, shown this once; NULL otherwise */
    bool done;                   /* a change was just made */
    const char *form_token;
};

void view_codes(const struct view *view, const struct codes_page *shown, struct dictionary *page);

#endif
