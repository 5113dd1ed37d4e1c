/* SPDX-License-Identifier: EUPL-1.2 */
/* Preview: makes a link to a draft. */
#include "record/preview.h"

#include "web/preview.h"
#include "web/token.h"

enum err record_open_preview(struct exchange *exchange, const char *key, enum language language)
{
    const char *token = token_new(exchange->arena);
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    preview_open_ask(batch, exchange->account.name, exchange->request.address, key, language,
                     token_hash(token, exchange->arena));
    enum err err = batch_run(batch);
    return err ? err
               : exchange_redirect(exchange, 303,
                                   route_path(exchange->arena, ROUTE_DESK_PREVIEW, EN, token));
}
