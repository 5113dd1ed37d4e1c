/* SPDX-License-Identifier: EUPL-1.2 */
/* Language: an editor chooses the language of the desk, /admin/language */
#include <string.h>

#include "web/exchange.h"

static const struct field fields[] = {
    { .name = "language", .kind = FIELD_CHOICE, .required = true, .choices = language_choices }
};
const struct form desk_account_language_page_form = { .fields = fields,
                                                      .count = sizeof fields / sizeof *fields };

enum err desk_account_language_page(struct exchange *exchange)
{
    const char *home = route_path(exchange->arena, ROUTE_DESK_HOME, EN, NULL);
    if (exchange->request.method == METHOD_POST) {
        if (!exchange->input.sound)
            return ERR_INVALID;
        struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
        account_language_ask(batch, exchange->account.name,
                             input_value(&exchange->input, "language"));
        enum err err = batch_run(batch);
        if (err)
            return err;
    }
    return exchange_redirect(exchange, 303, home);
}
