/* Text: a document in one language is edited, /admin/texts/KEY/nl */
#include <string.h>

#include "desk/desk.h"
#include "http/query.h"
#include "model/edition.h"
#include "text/json.h"
#include "view/desk.h"
#include "view/edition.h"

enum { SAVES_MOST = 50, TEXT_MOST = 100000 };

static const char *const actions[] = { "save", "publish", "withdraw", "preview", NULL };
static const struct field text_fields[] = {
    { .name = "action", .kind = FIELD_CHOICE, .required = true, .choices = actions },
    { .name = "slug", .kind = FIELD_LINE, .most = 100 },
    { .name = "note", .kind = FIELD_LINE, .most = 500 },
    { .name = "base", .kind = FIELD_NUMBER },
    { .name = "original", .kind = FIELD_NUMBER },
    { .name = "aligned", .kind = FIELD_FLAG },
};
const struct form desk_text_form = {
    .fields = text_fields,
    .count = sizeof text_fields / sizeof *text_fields,
    .further = "text.",
    .further_most = TEXT_MOST,
};

static const char *or_null(const char *value)
{
    return value && *value ? value : NULL;
}

static enum err read_edition(struct exchange *exchange, struct edition *edition, struct saves *saves)
{
    struct batch *batch = exchange_reads(exchange);
    edition_ask(batch, exchange->route.slug, exchange->route.language, edition);
    saves_ask(batch, exchange->route.slug, exchange->route.language, SAVES_MOST, saves);
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
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_edition(&exchange->view, &shown, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/text.tpl",
                              arena_print(exchange->arena, "%s (%s)", edition.title, language_tag(exchange->route.language)),
                              page);
}

static bool is_slug(const char *text)
{
    size_t length = strlen(text);
    return length && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length && text[0] != '-' &&
           text[length - 1] != '-' && !strstr(text, "--");
}

/* What only the document knows: which texts there are, and which have to be there to be public. */
static void check(struct input *input, bool publish)
{
    static const char *const needed[] = { "title", "short", "summary" };
    const char *slug = input_value(input, "slug");
    if (!slug || !is_slug(slug))
        input_fault(input, "slug", slug && *slug ? FAULT_NOT_OFFERED : FAULT_MISSING);
    for (size_t i = 0; i < input->further_count && publish; i++)
        for (size_t k = 0; k < sizeof needed / sizeof *needed; k++)
            if (strcmp(input->further[i].name, needed[k]) == 0 && !*input->further[i].value) {
                input->further[i].fault = FAULT_MISSING;
                input->sound = false;
            }
}

/* The texts that the document has, as JSON; others are nobody's. */
static const char *texts_json(const struct edition *edition, const struct input *input, struct arena *arena)
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

static enum err save(struct exchange *exchange, struct saved *saved)
{
    const struct input *input = &exchange->input;
    struct edition edition = { 0 };
    struct saves saves = { 0 };
    enum err err = read_edition(exchange, &edition, &saves);
    if (err)
        return err;
    struct edition_change change = {
        .account = exchange->account.name,
        .address = exchange->request.address,
        .document_id = edition.document_id,
        .language = exchange->route.language,
        .base = or_null(input_value(input, "base")),
        .original_id = edition.original_id ? or_null(input_value(input, "original")) : NULL,
        .slug = input_value(input, "slug"),
        .texts = texts_json(&edition, input, exchange->arena),
        .note = input_value(input, "note"),
        .aligned = edition.original_id && input_value(input, "aligned"),
    };
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    edition_save_ask(batch, &change, saved);
    return batch_run(batch);
}

/* What is public is what was just saved, or the draft that was there and is the same. */
static enum err publish(struct exchange *exchange)
{
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    edition_publish_ask(batch, exchange->account.name, exchange->request.address, exchange->route.slug, exchange->route.language);
    return batch_run(batch);
}

static enum err withdraw(struct exchange *exchange)
{
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    edition_withdraw_ask(batch, exchange->account.name, exchange->request.address, exchange->route.slug,
                         exchange->route.language);
    return batch_run(batch);
}

static enum err show_conflict(struct exchange *exchange, const char *newest)
{
    struct edition_fields theirs = { 0 };
    struct batch *batch = exchange_reads(exchange);
    edition_fields_ask(batch, newest, &theirs);
    enum err err = batch_run(batch);
    struct edition_page shown = { .typed = &exchange->input, .theirs = &theirs };
    return err ? err : show(exchange, shown, 409);
}

static enum err done(struct exchange *exchange, const char *what)
{
    const char *path = route_path(exchange->arena, ROUTE_DESK_TEXT, exchange->route.language, exchange->route.slug);
    const struct parameter parameter = { "done", what };
    return exchange_redirect(exchange, 303,
                             arena_print(exchange->arena, "%s%s", path, query_write(&parameter, 1, exchange->arena)));
}

static enum err act(struct exchange *exchange)
{
    struct input *input = &exchange->input;
    const char *action = input_value(input, "action");
    if (action && strcmp(action, "withdraw") == 0) {
        enum err err = withdraw(exchange);
        return err ? err : done(exchange, "withdraw");
    }
    bool publishes = action && strcmp(action, "publish") == 0;
    check(input, publishes);
    struct edition_page shown = { .typed = input };
    if (!input->sound)
        return show(exchange, shown, 422);

    struct saved saved;
    enum err err = save(exchange, &saved);
    if (!err && saved.result == SAVE_CONFLICT)
        return show_conflict(exchange, saved.id);
    if (!err && publishes) {
        err = publish(exchange);
        if (err == ERR_NOT_FOUND) /* no draft: what is public says the same */
            err = OK;
    }
    if (err == ERR_CONFLICT) { /* the address is another's */
        input_fault(input, "slug", FAULT_TAKEN);
        return show(exchange, shown, 422);
    }
    if (!err && action && strcmp(action, "preview") == 0)
        return desk_open_preview(exchange, exchange->route.slug, exchange->route.language);
    return err ? err : done(exchange, publishes ? "publish" : "save");
}

enum err desk_text(struct exchange *exchange)
{
    if (exchange->request.method == METHOD_POST)
        return act(exchange);
    const char *what = query_raw(exchange->request.query, "done", exchange->arena);
    struct edition_page shown = { .done = what };
    return show(exchange, shown, 200);
}
