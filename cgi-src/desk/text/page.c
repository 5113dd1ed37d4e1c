/* SPDX-License-Identifier: EUPL-1.2 */
/* Text: an editor edits a document in one language, /admin/texts/KEY/nl */
#include <string.h>

#include "desk/moment.h"
#include "desk/text/model.h"
#include "desk/text/view.h"
#include "http/query.h"
#include "record/preview.h"
#include "text/bullets.h"
#include "text/json.h"
#include "text/markdown.h"
#include "web/desk_frame.h"

enum { SAVES_SHOWN = 8, TEXT_MAX = 100000 };

static const struct choice actions[] = { { "save", NULL },    { "publish", NULL },
                                         { "correct", NULL }, { "aligned", NULL },
                                         { "preview", NULL }, { NULL, NULL } };
static const struct field text_fields[] = {
    { .name = "action", .kind = FIELD_CHOICE, .required = true, .choices = actions },
    { .name = "slug", .kind = FIELD_LINE, .max = 100, .label = "Address" },
    { .name = "note", .kind = FIELD_LINE, .max = 500, .label = "What you changed" },
    { .name = "base", .kind = FIELD_NUMBER },
    { .name = "original", .kind = FIELD_NUMBER },
    { .name = "minor", .kind = FIELD_FLAG },
    MOMENT_FIELDS,
};
const struct form desk_text_page_form = {
    .fields = text_fields,
    .count = sizeof text_fields / sizeof *text_fields,
    .further = "text.",
    .further_most = TEXT_MAX,
};

static const char *or_null(const char *value)
{
    return value && *value ? value : NULL;
}

static enum err read_edition(struct exchange *exchange, struct edition *edition,
                             struct saves *saves)
{
    struct batch *batch = exchange_reads(exchange);
    edition_ask(batch, exchange->route.slug, exchange->route.language, edition);
    saves_ask(batch, exchange->route.slug, exchange->route.language, NULL, SAVES_SHOWN, saves);
    enum err err = batch_run(batch);
    return err || edition->found ? err : ERR_NOT_FOUND;
}

static enum err show(struct exchange *exchange, struct edition_page shown, int status)
{
    struct edition edition = { 0 };
    struct saves saves = { 0 };
    enum err err = read_edition(exchange, &edition, &saves);
    if (err)
        return err;
    shown.edition = &edition;
    shown.saves = &saves;
    shown.language = exchange->route.language;
    shown.form_token = exchange->form_token;
    shown.account = exchange->account.name;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_edition(&exchange->view, &shown, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/text/page.tpl",
                              arena_print(exchange->arena, "%s (%s)", edition.title,
                                          language_tag(exchange->route.language)),
                              page);
}

static bool is_slug(const char *text)
{
    size_t length = strlen(text);
    return length && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length &&
           text[0] != '-' && text[length - 1] != '-' && !strstr(text, "--");
}

static void fault_text(struct input *input, const char *field, enum fault fault)
{
    for (size_t i = 0; i < input->further_count; i++)
        if (strcmp(input->further[i].name, field) == 0 && !input->further[i].fault) {
            input->further[i].fault = fault;
            input->sound = false;
        }
}

static const char *typed_text(const struct input *input, const char *field)
{
    for (size_t i = 0; i < input->further_count; i++)
        if (strcmp(input->further[i].name, field) == 0)
            return input->further[i].value;
    return "";
}

/* Only bodies are Markdown. */
static void take_bullets(struct input *input, struct arena *arena)
{
    for (size_t i = 0; i < input->further_count; i++)
        if (strcmp(input->further[i].name, "body") == 0)
            input->further[i].value = bullets_as_list(input->further[i].value, arena);
}

/* What the table of fields cannot say: the address, which is made from the title when it is empty,
 * and the texts that a public document needs. */
static void check(struct input *input, bool publish)
{
    static const char *const needed[] = { "title", "short", "summary" };
    const char *slug = input_value(input, "slug");
    bool slug_typed = slug && *slug;
    if (slug_typed ? !is_slug(slug) : !*typed_text(input, "title"))
        input_fault(input, "slug", slug_typed ? FAULT_CHARACTERS : FAULT_MISSING);
    for (size_t i = 0; i < sizeof needed / sizeof *needed && publish; i++)
        if (!*typed_text(input, needed[i]))
            fault_text(input, needed[i], FAULT_MISSING);
    if (!markdown_images_have_text(typed_text(input, "body")))
        fault_text(input, "body", FAULT_NO_ALTERNATIVE);
}

/* The texts as JSON, without fields that the document does not have. */
static const char *texts_json(const struct edition *edition, const struct input *input,
                              struct arena *arena)
{
    cJSON *texts = json_object(arena);
    for (size_t i = 0; i < input->further_count; i++)
        for (size_t k = 0; k < edition->text_count; k++)
            if (strcmp(input->further[i].name, edition->texts[k].field) == 0)
                json_text(texts, input->further[i].name, input->further[i].value);
    struct buffer text = buffer_in(arena);
    json_write(texts, &text);
    return text.bytes;
}

static enum err write_text(struct exchange *exchange, const struct edition *edition, const char *at,
                           struct saved *saved)
{
    const struct input *input = &exchange->input;
    struct edition_change change = {
        .action = input_value(input, "action"),
        .account = exchange->account.name,
        .address = exchange->request.address,
        .document_id = edition->document_id,
        .language = exchange->route.language,
        .base = or_null(input_value(input, "base")),
        .original_id = edition->original_id ? or_null(input_value(input, "original")) : NULL,
        .slug = input_value(input, "slug"),
        .texts = texts_json(edition, input, exchange->arena),
        .note = input_value(input, "note"),
        .minor = input_value(input, "minor"),
        .at = at,
    };
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    edition_write_ask(batch, &change, saved);
    return batch_run(batch);
}

/* Shows each text with what both authors began with and what is saved now. The next save builds on
 * the saved one. */
static enum err show_conflict(struct exchange *exchange, const char *newest)
{
    struct edition_fields began = { 0 }, theirs = { 0 };
    struct batch *batch = exchange_reads(exchange);
    edition_fields_ask(batch, exchange->route.slug, exchange->route.language,
                       or_null(input_value(&exchange->input, "base")), &began);
    edition_fields_ask(batch, exchange->route.slug, exchange->route.language, newest, &theirs);
    enum err err = batch_run(batch);
    struct edition_page shown = {
        .typed = &exchange->input, .began = &began, .theirs = &theirs, .base = newest
    };
    return err ? err : show(exchange, shown, 409);
}

static enum err done(struct exchange *exchange, const char *what)
{
    const char *path = route_path(exchange->arena, ROUTE_DESK_TEXT, exchange->route.language,
                                  exchange->route.slug);
    const struct parameter parameter = { "done", what };
    return exchange_redirect(
        exchange, 303,
        arena_print(exchange->arena, "%s%s", path, query_write(&parameter, 1, exchange->arena)));
}

/* Shows what was typed with its faults. The next save still builds on the edition that its author
 * had seen. */
static enum err show_faults(struct exchange *exchange)
{
    const char *base = input_value(&exchange->input, "base");
    struct edition_page shown = { .typed = &exchange->input, .base = base ? base : "" };
    return show(exchange, shown, 422);
}

static enum err save(struct exchange *exchange, const char *action)
{
    struct input *input = &exchange->input;
    struct edition edition = { 0 };
    struct moment moment = { 0 };
    struct saved saved = { 0 };
    bool publishes = strcmp(action, "publish") == 0;
    struct batch *batch = exchange_reads(exchange);
    edition_ask(batch, exchange->route.slug, exchange->route.language, &edition);
    if (!publishes)
        moment_ask(batch, input, exchange->arena, &moment);
    enum err err = batch_run(batch);
    if (err || !edition.found)
        return err ? err : ERR_NOT_FOUND;

    take_bullets(input, exchange->arena);
    moment_check(input, &moment);
    check(input, publishes || moment.at);
    if (!input->sound)
        return show_faults(exchange);
    err = write_text(exchange, &edition, moment.at, &saved);
    if (!err && saved.result == SAVE_CONFLICT)
        return show_conflict(exchange, saved.id);
    if (err == ERR_CONFLICT || (!err && saved.result == SAVE_TAKEN)) {
        input_fault(input, "slug", FAULT_TAKEN);
        return show_faults(exchange);
    }
    if (!err && strcmp(action, "preview") == 0)
        return record_open_preview(exchange, exchange->route.slug, exchange->route.language);
    bool waits = strcmp(action, "aligned") == 0 && saved.result != SAVE_PUBLISHED;
    return err ? err : done(exchange, waits ? "save" : action);
}

/* The button "correct" publishes a small correction at once. */
static const char *take_action(struct input *input)
{
    const char *action = input_value(input, "action");
    if (!action || strcmp(action, "correct") != 0)
        return action;
    input_set(input, "minor", "yes");
    input_set(input, "action", "publish");
    return "publish";
}

static enum err act(struct exchange *exchange)
{
    const char *action = take_action(&exchange->input);
    return action && *action && exchange->input.faults[0] == FAULT_NONE ? save(exchange, action)
                                                                        : show_faults(exchange);
}

enum err desk_text_page(struct exchange *exchange)
{
    if (exchange->request.method == METHOD_POST)
        return act(exchange);
    const char *what = query_raw(exchange->request.query, "done", exchange->arena);
    struct edition_page shown = { .done = what };
    return show(exchange, shown, 200);
}
