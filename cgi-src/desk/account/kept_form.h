/* SPDX-License-Identifier: EUPL-1.2 */
/* Kept form: a form that somebody sent after their session had ended, kept until they have logged
 * in; see site.kept_form. */
#ifndef DESK_ACCOUNT_KEPT_FORM_H
#define DESK_ACCOUNT_KEPT_FORM_H

#include <stdbool.h>

#include "db/database.h"

enum { KEPT_FORM_MAX = 64 * 1024 }; /* bytes of all names and values */

struct kept_form {
    const char *path; /* NULL when it is not kept any more */
    const char *form; /* as query_write writes it, without the question mark */
    bool files;       /* files were sent with it, which are not kept */
};

/* TOKEN is the SHA-256 (hexadecimal digits) of the token that names the form. ACCOUNT is the id of
 * the account that had a session; NULL for a stranger, of whom less is kept. KEPT becomes whether
 * it is kept. */
void kept_form_keep_ask(struct batch *batch, const char *token, const char *account,
                        const char *address, const struct kept_form *form, bool *kept);

/* Fetches the form, once, unless it was sent by another account than ACCOUNT. */
void kept_form_take_ask(struct batch *batch, const char *token, const char *account,
                        struct kept_form *form);

#endif
