/* Record: a document with facts is recorded on one form: opened, changed row by row, checked, saved. */
#include "desk/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar_date.h"
#include "http/query.h"
#include "web/form_json.h"

enum { SAVES_MOST = 20 };

const char *const record_languages[] = { "nl", "fr", "de", "en", NULL };

static const struct field source_fields[] = {
    { .name = "url", .kind = FIELD_ADDRESS, .required = true, .most = 1000 },
    { .name = "title", .kind = FIELD_LINE, .required = true, .most = 300 },
    { .name = "publisher", .kind = FIELD_LINE, .required = true, .most = 300 },
    { .name = "language", .kind = FIELD_LINE, .required = true, .most = 2 },
};
const struct form record_source_row = { .fields = source_fields, .count = sizeof source_fields / sizeof *source_fields };

bool record_is(const struct input *input, const char *name, const char *wanted)
{
    const char *value = input_value(input, name);
    return value && strcmp(value, wanted) == 0;
}

const char *record_given(const struct input *input, const char *name)
{
    const char *value = input_value(input, name);
    return value && *value ? value : NULL;
}

const char *record_sound(const struct input *input, const char *name)
{
    for (size_t i = 0; i < input->form->count; i++)
        if (strcmp(input->form->fields[i].name, name) == 0 && input->faults[i])
            return NULL;
    return record_given(input, name);
}

void record_check_language(struct input *row)
{
    const char *language = record_given(row, "language");
    if (language && (strlen(language) != 2 || strspn(language, "abcdefghijklmnopqrstuvwxyz") != 2))
        input_fault(row, "language", FAULT_NOT_OFFERED);
}

/* ---- Showing ---- */

/* A list of choices is asked for with what the form says already. */
struct asking {
    struct exchange *exchange;
    struct batch *batch;
    const struct input *input;
    const char *forum;
    struct record_choices *choices;
};

static void ask_list(enum choice_list list, void *context)
{
    struct asking *asking = context;
    record_choices_ask(asking->batch, list, asking->exchange->view.language, asking->forum, asking->choices);
    if (list == LIST_DOCUMENTS)
        record_named_ask(asking->batch, form_to_json(asking->input, asking->exchange->arena), asking->choices);
}

static void ask_choices(struct exchange *exchange, const struct record_kind *kind, const struct input *input, struct batch *batch,
                        struct record_choices *choices)
{
    struct asking asking = { .exchange = exchange, .batch = batch, .input = input, .choices = choices };
    if (kind->has_presidency) {
        const char *starts = record_given(input, "starts");
        asking.forum = record_sound(input, "forum");
        record_presiding_ask(batch, exchange->view.language, asking.forum, starts && calendar_date_exists(starts) ? starts : NULL,
                             choices);
    }
    record_shape_each_list(kind->shape, ask_list, &asking);
}

/* What is answered with: the kind of record, and the title of a new one. */
struct record {
    struct exchange *exchange;
    const struct record_kind *kind;
    const char *title;
};

/* Answers with the form as SHOWN has it; what it offers is asked for here. */
static enum err show(const struct record *record, struct record_page shown, int status)
{
    struct exchange *exchange = record->exchange;
    struct record_choices choices = { 0 };
    struct record_saves saves = { 0 };
    struct batch *batch = exchange_reads(exchange);
    ask_choices(exchange, record->kind, shown.input, batch, &choices);
    if (exchange->route.slug)
        record_saves_ask(batch, exchange->route.slug, SAVES_MOST, &saves);
    enum err err = batch_run(batch);
    if (err)
        return err;
    shown.shape = record->kind->shape;
    shown.choices = &choices;
    shown.saves = &saves;
    shown.key = exchange->route.slug;
    shown.path = exchange->request.path;
    shown.form_token = exchange->form_token;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_record_form(&exchange->view, &shown, page);
    exchange->response.status = status;
    const char *title = record_given(shown.input, "title");
    return exchange_desk_page(exchange, "desk/record.tpl", shown.key && title ? title : record->title, page);
}

/* What a new record begins with; COPY is that of a series, or NULL. */
static struct input new_record(const struct record *record, const cJSON *copy)
{
    struct arena *arena = record->exchange->arena;
    struct input input = form_from_json(record->kind->form, copy, arena);
    if (!copy) {
        input_set(&input, "original", language_tag(record->exchange->view.language));
        if (record->kind->begin)
            record->kind->begin(&input, arena);
    }
    input_set(&input, "once", token_new(arena)); /* names the form, so that it makes one document however often it is sent */
    return input;
}

static enum err open_record(const struct record *record)
{
    struct exchange *exchange = record->exchange;
    const char *from = record->kind->shape->in_series ? query_raw(exchange->request.query, "from", exchange->arena) : NULL,
               *version = query_raw(exchange->request.query, "version", exchange->arena);
    const struct record_name name = { record->kind->name, exchange->route.slug };
    const cJSON *form = NULL;
    if (version && (!*version || strlen(version) > 9 || version[strspn(version, "0123456789")]))
        return ERR_INVALID;
    if (name.key || from) {
        struct batch *batch = exchange_reads(exchange);
        if (!name.key)
            record_form_copy_ask(batch, from, &form);
        else if (version)
            record_form_version_ask(batch, name, version, &form);
        else
            record_form_ask(batch, name, &form);
        enum err err = batch_run(batch);
        if (err || !form)
            return err ? err : ERR_NOT_FOUND;
    }
    struct input input = name.key ? form_from_json(record->kind->form, form, exchange->arena) : new_record(record, form);
    struct record_page shown = { .input = &input,
                                 .earlier = version,
                                 .done = query_raw(exchange->request.query, "done", exchange->arena) };
    return show(record, shown, 200);
}

static enum err show_faults(const struct record *record)
{
    struct record_page shown = { .input = &record->exchange->input, .judged = true };
    return show(record, shown, 422);
}

/* Both sides are shown, and what is saved next builds on theirs. */
static enum err show_conflict(const struct record *record)
{
    struct exchange *exchange = record->exchange;
    const cJSON *form = NULL;
    struct batch *batch = exchange_reads(exchange);
    record_form_ask(batch, (struct record_name){ record->kind->name, exchange->route.slug }, &form);
    enum err err = batch_run(batch);
    if (err || !form)
        return err ? err : ERR_NOT_FOUND;
    struct input theirs = form_from_json(record->kind->form, form, exchange->arena);
    input_set(&exchange->input, "version", input_value(&theirs, "version"));
    input_set(&exchange->input, "base", input_value(&theirs, "base"));
    struct record_page shown = { .input = &exchange->input, .theirs = &theirs };
    return show(record, shown, 409);
}

/* ---- Saving ---- */

static enum err keep(const struct record *record)
{
    return record->kind->keep ? record->kind->keep(record->exchange, &record->exchange->input) : OK;
}

static enum err change_rows(const struct record *record, const char *action)
{
    struct exchange *exchange = record->exchange;
    enum err err = keep(record);
    if (err)
        return err;
    if (!input_change_rows(&exchange->input, action, exchange->arena))
        return ERR_INVALID;
    struct record_page shown = { .input = &exchange->input, .changed = action };
    return show(record, shown, 200);
}

static void check(const struct record *record, bool publish)
{
    struct input *input = &record->exchange->input;
    struct input_rows *sources = input_rows(input, "source");
    if (publish && !record_given(input, "summary"))
        input_fault(input, "summary", FAULT_MISSING);
    for (size_t i = 0; i < sources->count; i++)
        record_check_language(&sources->items[i]);
    if (record->kind->check)
        record->kind->check(input, record->exchange->arena);
    input_gather(input);
}

static enum fault fault_from(const char *name)
{
    static const struct {
        const char *name;
        enum fault fault;
    } faults[] = {
        { "taken", FAULT_TAKEN }, { "no-date", FAULT_NO_DATE }, { "early", FAULT_EARLY }, { "missing", FAULT_MISSING }
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strcmp(faults[i].name, name) == 0)
            return faults[i].fault;
    return FAULT_UNKNOWN;
}

/* Puts a fault that the database found beside its field. */
static void take_fault(struct input *input, const struct record_fault *found, struct arena *arena)
{
    enum fault fault = fault_from(found->fault);
    const char *point = strchr(found->field, '.');
    if (!point) {
        input_fault(input, found->field, fault);
        return;
    }
    struct input_rows *rows = input_rows(input, arena_copy_bytes(arena, found->field, (size_t)(point - found->field)));
    char *rest;
    size_t number = strtoul(point + 1, &rest, 10);
    if (number >= 1 && number <= rows->count)
        input_fault(&rows->items[number - 1], rest + 1, fault);
    input->sound = false;
}

/* What is sent to the database is the record alone. */
static enum err save(const struct record *record, bool publish, struct record_saved *saved)
{
    struct exchange *exchange = record->exchange;
    struct arena *arena = exchange->arena;
    struct input *input = &exchange->input;
    struct input sent = *input;
    sent.values = arena_array(arena, input->form->count, sizeof *sent.values);
    memcpy(sent.values, input->values, input->form->count * sizeof *sent.values);
    input_set(&sent, "action", NULL);
    input_set(&sent, "once", NULL);
    input_set(&sent, "key", exchange->route.slug);
    const struct record_change change = { .kind = record->kind->name,
                                          .account = exchange->account.name,
                                          .address = exchange->request.address,
                                          .form = form_to_json(&sent, arena),
                                          .once = input_value(input, "once"),
                                          .publish = publish };
    struct batch *batch = batch_new(exchange->app->database, arena, BATCH_WRITES);
    record_save_ask(batch, &change, saved);
    return batch_run(batch);
}

static enum err save_and_show(const struct record *record, bool publish)
{
    struct exchange *exchange = record->exchange;
    struct record_saved saved = { 0 };
    enum err err = save(record, publish, &saved);
    if (err == ERR_CONFLICT) {
        input_fault(&exchange->input, "slug", FAULT_TAKEN);
        return show_faults(record);
    }
    if (err)
        return err;
    if (saved.result == RECORD_CONFLICT)
        return show_conflict(record);
    for (size_t i = 0; i < saved.fault_count; i++)
        take_fault(&exchange->input, &saved.faults[i], exchange->arena);
    if (saved.result == RECORD_FAULTS)
        return show_faults(record);
    const char *path = route_path(exchange->arena, record->kind->shape->route, EN, saved.key);
    return exchange_redirect(exchange, 303, arena_print(exchange->arena, "%s?done=%s", path, publish ? "publish" : "save"));
}

static enum err act(const struct record *record)
{
    struct exchange *exchange = record->exchange;
    struct input *input = &exchange->input;
    const char *action = record_given(input, "action");
    bool publish = action && strcmp(action, "publish") == 0;
    if (!publish && (!action || strcmp(action, "save") != 0))
        return change_rows(record, action ? action : "");
    const char *once = record_given(input, "once");
    if (!exchange->route.slug && (!once || !token_is_whole(once)))
        return ERR_INVALID;

    input_drop_blank_rows(input);
    enum err err = keep(record);
    if (err)
        return err;
    check(record, publish);
    return input->sound ? save_and_show(record, publish) : show_faults(record);
}

enum err desk_record(struct exchange *exchange, const struct record_kind *kind, const char *title)
{
    const struct record record = { exchange, kind, title };
    return exchange->request.method == METHOD_POST ? act(&record) : open_record(&record);
}
