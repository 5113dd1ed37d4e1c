/* SPDX-License-Identifier: EUPL-1.2 */
/* Document: its languages, what refers to it, its previews and the archive, /admin/documents/KEY */
#include <string.h>

#include "desk/document/model.h"
#include "desk/document/view.h"
#include "desk/moment.h"
#include "desk/text/model.h"
#include "http/query.h"
#include "record/preview.h"

enum { USES_MAX = 50 };

static const struct choice actions[] = { { "publish", NULL },   { "schedule", NULL },
                                         { "withdraw", NULL },  { "archive", NULL },
                                         { "unarchive", NULL }, { "preview", NULL },
                                         { "end", NULL },       { "aligned", NULL },
                                         { NULL, NULL } };
static const struct field fields[] = {
    { .name = "action", .kind = FIELD_CHOICE, .required = true, .choices = actions },
    { .name = "language", .kind = FIELD_CHOICE, .choices = language_choices },
    { .name = "nl", .kind = FIELD_FLAG },
    { .name = "fr", .kind = FIELD_FLAG },
    { .name = "de", .kind = FIELD_FLAG },
    { .name = "en", .kind = FIELD_FLAG },
    { .name = "confirm", .kind = FIELD_FLAG },
    { .name = "preview", .kind = FIELD_NUMBER },
    MOMENT_FIELDS,
};
const struct form desk_document_page_form = { .fields = fields,
                                              .count = sizeof fields / sizeof *fields };

static enum err show(struct exchange *exchange, struct managed_page shown, int status)
{
    struct managed_document document = { 0 };
    struct batch *batch = exchange_reads(exchange);
    managed_document_ask(batch, exchange->route.slug, USES_MAX, &document);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (!document.found)
        return ERR_NOT_FOUND;
    shown.document = &document;
    shown.form_token = exchange->form_token;
    shown.typed = exchange->request.method == METHOD_POST ? &exchange->input : NULL;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_managed_document(&exchange->view, &shown, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/document/page.tpl", document.title, page);
}

static enum err done(struct exchange *exchange, const char *what)
{
    const char *path = route_path(exchange->arena, ROUTE_DESK_DOCUMENT, EN, exchange->route.slug);
    const struct parameter parameter = { "done", what };
    return exchange_redirect(
        exchange, 303,
        arena_print(exchange->arena, "%s%s", path, query_write(&parameter, 1, exchange->arena)));
}

/* The question is a page of its own, so that a browser that returns to it does not ask to send the
 * form again. */
static enum err ask_first(struct exchange *exchange, const char *what, const char *tag)
{
    const char *path = route_path(exchange->arena, ROUTE_DESK_DOCUMENT, EN, exchange->route.slug);
    const struct parameter parameters[] = { { "confirm", what }, { "language", tag } };
    return exchange_redirect(
        exchange, 303,
        arena_print(exchange->arena, "%s%s", path, query_write(parameters, 2, exchange->arena)));
}

/* Shows what ask_first asks, or what has just been done. */
static enum err show_asked(struct exchange *exchange)
{
    const char *query = exchange->request.query;
    const char *what = query_raw(query, "confirm", exchange->arena),
               *tag = query_raw(query, "language", exchange->arena);
    struct managed_page shown = { .done = query_raw(query, "done", exchange->arena),
                                  .language =
                                      tag ? language_from_tag(tag, strlen(tag)) : LANGUAGES };
    if (what && strcmp(what, "archive") == 0)
        shown.confirm = "archive";
    else if (what && strcmp(what, "withdraw") == 0 && shown.language < LANGUAGES)
        shown.confirm = "withdraw";
    return show(exchange, shown, 200);
}

static struct managed_change change_of(const struct exchange *exchange)
{
    return (struct managed_change){ .account = exchange->account.name,
                                    .address = exchange->request.address,
                                    .key = exchange->route.slug };
}

/* Reads the languages whose drafts are ticked; false when none is. */
static bool ticked_languages(const struct input *input, bool ticked[static LANGUAGES])
{
    bool any = false;
    for (enum language language = 0; language < LANGUAGES; language++) {
        ticked[language] = input_value(input, language_tag(language)) != NULL;
        any = any || ticked[language];
    }
    return any;
}

/* Runs BATCH for the TICKED drafts, and shows what stands in the way if they could not be
 * published. */
static enum err publish_or_tell(struct exchange *exchange, struct batch *batch, const bool *ticked,
                                const struct publications *publications, const char *action)
{
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (!publications->failed)
        return done(exchange, action);
    return show(exchange, (struct managed_page){ .publications = publications, .ticked = ticked },
                422);
}

static enum err publish(struct exchange *exchange, struct batch *batch)
{
    bool ticked[LANGUAGES];
    struct publications publications = { 0 };
    struct managed_change change = change_of(exchange);
    if (!ticked_languages(&exchange->input, ticked))
        return show(exchange, (struct managed_page){ .nothing_chosen = true, .ticked = ticked },
                    422);
    managed_publish_ask(batch, &change, ticked, &publications);
    return publish_or_tell(exchange, batch, ticked, &publications, "publish");
}

static enum err schedule(struct exchange *exchange, struct batch *batch)
{
    bool ticked[LANGUAGES];
    struct publications publications = { 0 };
    struct managed_change change = change_of(exchange);
    struct moment moment = { 0 };
    struct batch *reads = exchange_reads(exchange);
    moment_ask(reads, &exchange->input, exchange->arena, &moment);
    enum err err = batch_run(reads);
    if (err)
        return err;
    moment_check(&exchange->input, &moment);
    bool any = ticked_languages(&exchange->input, ticked);
    if (!any || moment.state)
        return show(exchange, (struct managed_page){ .nothing_chosen = !any, .ticked = ticked },
                    422);
    managed_schedule_ask(batch, &change, ticked, moment.at, &publications);
    return publish_or_tell(exchange, batch, ticked, &publications,
                           moment.at ? "schedule" : "unschedule");
}

/* The language of a button in the row of a language. Every form of this page sends one: ERR_INVALID
 * without it. */
static enum err language_of(const struct input *input, enum language *language)
{
    const char *tag = input_value(input, "language");
    *language = tag ? language_from_tag(tag, strlen(tag)) : LANGUAGES;
    return *language < LANGUAGES ? OK : ERR_INVALID;
}

static enum err withdraw(struct exchange *exchange, struct batch *batch)
{
    enum language language;
    enum err err = language_of(&exchange->input, &language);
    if (err)
        return err;
    if (!input_value(&exchange->input, "confirm"))
        return ask_first(exchange, "withdraw", language_tag(language));
    edition_withdraw_ask(batch, exchange->account.name, exchange->request.address,
                         exchange->route.slug, language);
    err = batch_run(batch);
    return err ? err : done(exchange, "withdraw");
}

static enum err archive(struct exchange *exchange, struct batch *batch)
{
    if (!input_value(&exchange->input, "confirm"))
        return ask_first(exchange, "archive", NULL);
    struct managed_change change = change_of(exchange);
    managed_archive_ask(batch, &change);
    enum err err = batch_run(batch);
    if (err == ERR_INVALID)
        return show(exchange, (struct managed_page){ .needed = true }, 422);
    return err ? err : done(exchange, "archive");
}

static enum err align(struct exchange *exchange, struct batch *batch)
{
    bool left = false;
    struct managed_change change = change_of(exchange);
    managed_align_ask(batch, &change, &left);
    enum err err = batch_run(batch);
    return err ? err : done(exchange, left ? "aligned-some" : "aligned");
}

static enum err unarchive(struct exchange *exchange, struct batch *batch)
{
    struct managed_change change = change_of(exchange);
    managed_unarchive_ask(batch, &change);
    enum err err = batch_run(batch);
    return err ? err : done(exchange, "unarchive");
}

static enum err open_preview(struct exchange *exchange, struct batch *batch)
{
    (void)batch;
    enum language language;
    enum err err = language_of(&exchange->input, &language);
    return err ? err : record_open_preview(exchange, exchange->route.slug, language);
}

static enum err end_preview(struct exchange *exchange, struct batch *batch)
{
    struct managed_change change = change_of(exchange);
    const char *id = input_value(&exchange->input, "preview");
    managed_end_preview_ask(batch, &change, id && *id ? id : NULL);
    enum err err = batch_run(batch);
    return err ? err : done(exchange, "end");
}

enum err desk_document_page(struct exchange *exchange)
{
    static const struct {
        const char *action;
        enum err (*act)(struct exchange *exchange, struct batch *batch);
    } acts[] = { { "publish", publish }, { "schedule", schedule },   { "withdraw", withdraw },
                 { "archive", archive }, { "unarchive", unarchive }, { "preview", open_preview },
                 { "end", end_preview }, { "aligned", align } };
    if (exchange->request.method != METHOD_POST)
        return show_asked(exchange);
    if (!exchange->input.sound) /* no form of this page sends such fields */
        return ERR_INVALID;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(acts[i].action, input_value(&exchange->input, "action")) == 0)
            return acts[i].act(exchange, batch);
    return ERR_INVALID;
}
