/* SPDX-License-Identifier: EUPL-1.2 */
/* Kept form: a form that somebody sent after their session had ended, kept until they have logged
 * in. */
#include "desk/account/kept_form.h"

#include <string.h>

STATEMENT(kept_form_keep, "select keep_form(decode($1, 'hex'), $2::bigint, $3::inet, $4, $5, $6)");

STATEMENT(kept_form_take, "select path, form, files from take_form(decode($1, 'hex'), $2::bigint)");

static void read_kept(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = strcmp(rows_text(rows, 0, 0), "t") == 0;
}

void kept_form_keep_ask(struct batch *batch, const char *token, const char *account,
                        const char *address, const struct kept_form *form, bool *kept)
{
    BATCH_ASK(batch, &kept_form_keep, read_kept, kept, token, account, address, form->path,
              form->form, form->files ? "t" : "f");
}

static void read_form(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    if (rows_count(rows))
        *(struct kept_form *)into =
            (struct kept_form){ .path = rows_text(rows, 0, 0),
                                .form = rows_text(rows, 0, 1),
                                .files = strcmp(rows_text(rows, 0, 2), "t") == 0 };
}

void kept_form_take_ask(struct batch *batch, const char *token, const char *account,
                        struct kept_form *form)
{
    BATCH_ASK(batch, &kept_form_take, read_form, form, token, account);
}
