/* SPDX-License-Identifier: EUPL-1.2 */
/* Kept form: what somebody sent to the desk when their session had ended, until they have logged
 * in; see site.kept_form. */
#ifndef DESK_ACCOUNT_KEPT_FORM_H
#define DESK_ACCOUNT_KEPT_FORM_H

#include <stdbool.h>

#include "db/database.h"

enum { KEPT_FORM_MAX = 64 * 1024 }; /* bytes of all names and values */

struct kept_form {
    const char *path; /* NULL: there is none any more */
    const char *form; /* as query_write has it, without the question mark */
    bool files;       /* there were files with it, which are not kept */
};

/* TOKEN is the SHA-256 (hexadecimal digits) of what names it. ACCOUNT is the id of who had a
 * session, NULL for a stranger, of whom less is kept: KEPT says whether it is. */
void kept_form_keep_ask(struct batch *batch, const char *token, const char *account,
                        const char *address, const struct kept_form *form, bool *kept);

/* Fetches it, once, for ACCOUNT: what another account sent is not found. */
void kept_form_take_ask(struct batch *batch, const char *token, const char *account,
                        struct kept_form *form);

#endif
