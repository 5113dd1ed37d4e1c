/* SPDX-License-Identifier: EUPL-1.2 */
/* History: every save of a text, the changes between two saves, and restoring one,
 * /admin/history/KEY/nl */
#include <string.h>

#include "desk/history/view.h"
#include "desk/text/model.h"
#include "http/query.h"
#include "web/desk_frame.h"
#include "web/exchange.h"

enum { SAVES_A_PAGE = 50, ID_MAX = 18 };

static const struct field history_fields[] = {
    { .name = "edition", .kind = FIELD_NUMBER, .required = true }
};
const struct form desk_history_page_form = { .fields = history_fields,
                                             .count =
                                                 sizeof history_fields / sizeof *history_fields };

/* The id of a save from the address; NULL when it is absent or malformed. */
static const char *id_asked(struct exchange *exchange, const char *name)
{
    const char *id = NULL;
    if (query_value(exchange->request.query, name, ID_MAX, exchange->arena, &id) || !id ||
        id[strspn(id, "0123456789")])
        return NULL;
    return id;
}

static enum err show(struct exchange *exchange)
{
    const char *key = exchange->route.slug;
    enum language language = exchange->route.language;
    struct edition edition = { 0 };
    struct saves saves = { 0 };
    struct edition_fields from = { 0 }, to = { 0 };
    struct history shown = {
        .edition = &edition,
        .saves = &saves,
        .language = language,
        .from_id = id_asked(exchange, "from"),
        .to_id = id_asked(exchange, "to"),
        .before = id_asked(exchange, "before"),
        .from = &from,
        .to = &to,
        .max = SAVES_A_PAGE,
        .form_token = exchange->form_token,
    };
    struct batch *batch = exchange_reads(exchange);
    edition_ask(batch, key, language, &edition);
    saves_ask(batch, key, language, shown.before, SAVES_A_PAGE + 1,
              &saves); /* one more shows that there are more */
    edition_fields_ask(batch, key, language, shown.from_id, &from);
    edition_fields_ask(batch, key, language, shown.to_id, &to);
    enum err err = batch_run(batch);
    bool missing = !edition.found || (shown.from_id && !from.found) || (shown.to_id && !to.found);
    if (err || missing)
        return err ? err : ERR_NOT_FOUND;

    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_history(&exchange->view, &shown, page);
    const char *title =
        arena_print(exchange->arena, "%s – %s (%s)", view_phrase(&exchange->view, "History"),
                    edition.title, language_tag(language));
    return exchange_desk_page(exchange, "desk/history/page.tpl", title, page);
}

static enum err restore(struct exchange *exchange)
{
    const char *key = exchange->route.slug;
    enum language language = exchange->route.language;
    struct saved saved = { 0 };
    if (!exchange->input.sound)
        return ERR_INVALID;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    edition_restore_ask(batch, exchange->account.name, exchange->request.address, key, language,
                        input_value(&exchange->input, "edition"), &saved);
    enum err err = batch_run(batch);
    const struct parameter parameter = { "done", "restore" };
    return err ? err
               : exchange_redirect(
                     exchange, 303,
                     arena_print(exchange->arena, "%s%s",
                                 route_path(exchange->arena, ROUTE_DESK_TEXT, language, key),
                                 query_write(&parameter, 1, exchange->arena)));
}

enum err desk_history_page(struct exchange *exchange)
{
    return exchange->request.method == METHOD_POST ? restore(exchange) : show(exchange);
}
