/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: opens, changes, checks and saves a document with its facts. */
#include "record/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar_date.h"
#include "http/query.h"
#include "record/attachments.h"
#include "record/pictures.h"
#include "record/preview.h"
#include "text/bullets.h"
#include "web/form_json.h"

enum { SAVES_MAX = 20 };

/* ---- Showing ---- */

/* Asks for the lists of a form; some depend on what it says already. */
struct asking {
    struct exchange *exchange;
    struct batch *batch;
    const struct input *input;
    const char *forum;
    struct record_lists *lists;
};

static void ask_list(const char *list, void *context)
{
    struct asking *asking = context;
    struct record_lists *lists = asking->lists;
    lists->items[lists->count].name = list;
    record_options_ask(asking->batch, list, asking->exchange->view.language, asking->forum,
                       &lists->items[lists->count++].options);
    if (strcmp(list, "documents") == 0)
        record_named_ask(asking->batch, form_to_json(asking->input, asking->exchange->arena),
                         &lists->named);
}

static void ask_lists(struct exchange *exchange, const struct record_kind *kind,
                      const struct input *input, struct batch *batch, struct record_lists *lists)
{
    struct asking asking = { .exchange = exchange, .batch = batch, .input = input, .lists = lists };
    if (kind->has_presidency) {
        const char *starts = record_given(input, "starts");
        asking.forum = record_sound(input, "forum");
        record_presiding_ask(batch, exchange->view.language, asking.forum,
                             starts && calendar_date_exists(starts) ? starts : NULL,
                             &lists->presiding);
    }
    record_each_list(kind->form, ask_list, &asking);
}

struct record {
    struct exchange *exchange;
    const struct record_kind *kind;
};

/* Answers with the form as described by SHOWN, with the lists that it offers. */
static enum err show(const struct record *record, struct record_page shown, int status)
{
    struct exchange *exchange = record->exchange;
    struct record_lists lists = { 0 };
    struct record_saves saves = { 0 };
    struct options reports = { 0 };
    struct batch *batch = exchange_reads(exchange);
    ask_lists(exchange, record->kind, shown.input, batch, &lists);
    if (record_pictures(shown.input))
        record_images_ask(batch, form_to_json(shown.input, exchange->arena), exchange->route.slug,
                          &lists.images);
    if (exchange->route.slug)
        record_saves_ask(batch, exchange->route.slug, SAVES_MAX, &saves);
    if (exchange->route.slug && record->kind->has_reports)
        record_reports_ask(batch, exchange->route.slug, &reports);
    enum err err = batch_run(batch);
    if (err)
        return err;
    shown.route = document_kinds[record->kind->document].record;
    shown.new_route = document_kinds[record->kind->document].new_record;
    shown.in_series = record->kind->in_series;
    shown.lists = &lists;
    shown.saves = &saves;
    shown.reports = &reports;
    shown.account = exchange->account.name;
    shown.key = exchange->route.slug;
    shown.path = exchange->request.path;
    shown.form_token = exchange->form_token;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_record_form(&exchange->view, &shown, page);
    exchange->response.status = status;
    const char *title = record_given(shown.input, "title");
    return exchange_desk_page(
        exchange, "record/form.tpl",
        shown.key && title
            ? title
            : view_phrase(&exchange->view, document_kinds[record->kind->document].add),
        page);
}

/* The initial values of a new record; COPY has those for the next one of a series, NULL for
 * another. */
static struct input new_record(const struct record *record, const cJSON *copy)
{
    struct arena *arena = record->exchange->arena;
    struct input input = form_from_json(record->kind->form, copy, arena);
    if (!copy) {
        input_set(&input, "original", language_tag(record->exchange->view.language));
        if (record->kind->begin)
            record->kind->begin(&input, arena);
    }
    /* Identifies the form, so that it makes one document however often it is sent. */
    input_set(&input, "once", token_new(arena));
    return input;
}

static enum err open_record(const struct record *record)
{
    struct exchange *exchange = record->exchange;
    const char *from = record->kind->in_series
                           ? query_raw(exchange->request.query, "from", exchange->arena)
                           : NULL,
               *earlier = query_raw(exchange->request.query, "earlier", exchange->arena);
    const struct record_name name = { document_kinds[record->kind->document].name,
                                      exchange->route.slug };
    const cJSON *form = NULL;
    if (earlier && (!*earlier || strlen(earlier) > 18 || earlier[strspn(earlier, "0123456789")]))
        return ERR_INVALID;
    if (name.key || from) {
        struct batch *batch = exchange_reads(exchange);
        if (!name.key)
            record_form_copy_ask(batch, from, &form);
        else if (earlier)
            record_form_earlier_ask(batch, name, earlier, &form);
        else
            record_form_ask(batch, name, &form);
        enum err err = batch_run(batch);
        if (err || !form)
            return err ? err : ERR_NOT_FOUND;
    }
    struct input input = name.key ? form_from_json(record->kind->form, form, exchange->arena)
                                  : new_record(record, form);
    struct record_page shown = { .input = &input,
                                 .earlier = earlier != NULL,
                                 .done =
                                     query_raw(exchange->request.query, "done", exchange->arena) };
    return show(record, shown, 200);
}

static enum err show_faults(const struct record *record)
{
    struct record_page shown = { .input = &record->exchange->input, .judged = true };
    return show(record, shown, 422);
}

/* ---- Saving ---- */

/* Keeps the files that were sent, whatever else is wrong. */
static enum err keep_files(struct exchange *exchange)
{
    enum err err = record_keep_attachments(exchange);
    return err ? err : record_keep_pictures(exchange);
}

static enum err change_rows(const struct record *record, const char *action)
{
    struct exchange *exchange = record->exchange;
    enum err err = keep_files(exchange);
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
    record_check_attachments(input);
    record_check_pictures(input);
    if (record->kind->check)
        record->kind->check(input, record->exchange->arena);
    input_gather(input);
}

static enum fault fault_from(const char *name)
{
    static const struct {
        const char *name;
        enum fault fault;
    } faults[] = { { "taken", FAULT_TAKEN },       { "no-date", FAULT_NO_DATE },
                   { "twice", FAULT_TWICE_ZONE },  { "early", FAULT_EARLY },
                   { "overlaps", FAULT_OVERLAPS }, { "ends-first", FAULT_ENDS_FIRST },
                   { "missing", FAULT_MISSING },   { "only", FAULT_ONLY },
                   { "referred", FAULT_REFERRED }, { "future", FAULT_FUTURE },
                   { "leads", FAULT_LEADS },       { "no-picture", FAULT_NO_SUCH_PICTURE } };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strcmp(faults[i].name, name) == 0)
            return faults[i].fault;
    return FAULT_UNKNOWN;
}

/* The field at which a fault of the whole row is shown: the first visible one. */
static const char *first_seen(const struct input *row)
{
    const struct field *field = row->form->fields;
    while (strcmp(field->name, "key") == 0 || strcmp(field->name, "number") == 0)
        field++;
    return field->name;
}

/* Sets a fault that the database has found, at its field. */
static void take_fault(struct input *input, const char *name, enum fault fault, struct arena *arena)
{
    const char *point = strchr(name, '.');
    if (!point) {
        input_fault(input, name, fault);
        return;
    }
    struct input_rows *rows =
        input_rows(input, arena_copy_bytes(arena, name, (size_t)(point - name)));
    char *rest;
    size_t number = strtoul(point + 1, &rest, 10);
    if (number >= 1 && number <= rows->count) {
        struct input *row = &rows->items[number - 1];
        input_fault(row, *rest ? rest + 1 : first_seen(row), fault);
    }
    input->sound = false;
}

/* The record for the database, without the fields that serve the form only. */
static const char *sent_form(const struct exchange *exchange)
{
    const struct input *input = &exchange->input;
    struct input sent = *input;
    sent.values = arena_array(exchange->arena, input->form->count, sizeof *sent.values);
    memcpy(sent.values, input->values, input->form->count * sizeof *sent.values);
    input_set(&sent, "action", NULL);
    input_set(&sent, "once", NULL);
    input_set(&sent, "key", exchange->route.slug);
    return form_to_json(&sent, exchange->arena);
}

/* Shows the record with the changes of both. Where both have changed one field, it has the value
 * that was typed here, and theirs stands beside it. The next save stores what is shown. */
static enum err show_conflict(const struct record *record, const struct record_saved *saved)
{
    struct exchange *exchange = record->exchange;
    struct record_merge merge = { 0 };
    struct batch *batch = exchange_reads(exchange);
    record_merge_ask(batch, sent_form(exchange), &merge);
    enum err err = batch_run(batch);
    if (err)
        return err;
    struct input merged = form_from_json(record->kind->form, merge.merged, exchange->arena);
    struct input theirs = form_from_json(record->kind->form, merge.theirs, exchange->arena);
    for (size_t i = 0; i < saved->fault_count; i++)
        take_fault(&merged, saved->faults[i].field, FAULT_CHANGED, exchange->arena);
    struct record_page shown = { .input = &merged, .theirs = &theirs, .judged = true };
    return show(record, shown, 409);
}

static enum err save(const struct record *record, bool publish, struct record_saved *saved)
{
    struct exchange *exchange = record->exchange;
    struct arena *arena = exchange->arena;
    const struct record_change change = { .kind = document_kinds[record->kind->document].name,
                                          .account = exchange->account.name,
                                          .address = exchange->request.address,
                                          .form = sent_form(exchange),
                                          .once = input_value(&exchange->input, "once"),
                                          .publish = publish };
    struct batch *batch = batch_new(exchange->app->database, arena, BATCH_WRITES);
    record_save_ask(batch, &change, saved);
    return batch_run(batch);
}

/* Redirects from a saved record: to a preview of it, or to its form, which says what was done. */
static enum err go_on(const struct record *record, const char *action,
                      const struct record_saved *saved)
{
    struct exchange *exchange = record->exchange;
    if (strcmp(action, "preview") == 0) {
        const char *original = input_value(&exchange->input, "original");
        return record_open_preview(exchange, saved->key,
                                   language_from_tag(original, strlen(original)));
    }
    const char *path =
        route_path(exchange->arena, document_kinds[record->kind->document].record, EN, saved->key);
    const char *done = saved->result == RECORD_MERGED ? "merge" : action;
    return exchange_redirect(exchange, 303, arena_print(exchange->arena, "%s?done=%s", path, done));
}

static enum err save_and_show(const struct record *record, const char *action)
{
    struct exchange *exchange = record->exchange;
    struct record_saved saved = { 0 };
    enum err err = save(record, strcmp(action, "publish") == 0, &saved);
    if (err == ERR_CONFLICT) {
        input_fault(&exchange->input, "slug", FAULT_TAKEN);
        return show_faults(record);
    }
    if (err)
        return err;
    if (saved.result == RECORD_CONFLICT)
        return show_conflict(record, &saved);
    if (saved.result != RECORD_FAULTS)
        return go_on(record, action, &saved);
    for (size_t i = 0; i < saved.fault_count; i++)
        take_fault(&exchange->input, saved.faults[i].field, fault_from(saved.faults[i].fault),
                   exchange->arena);
    return show_faults(record);
}

static enum err act(const struct record *record)
{
    struct exchange *exchange = record->exchange;
    struct input *input = &exchange->input;
    const char *action = record_given(input, "action");
    if (action && strcmp(action, "correct") == 0) { /* a minor correction, published at once */
        input_set(input, "minor", "yes");
        action = "publish";
    }
    bool publish = action && strcmp(action, "publish") == 0,
         preview = action && strcmp(action, "preview") == 0;
    if (!publish && !preview && (!action || strcmp(action, "save") != 0))
        return change_rows(record, action ? action : "");
    const char *once = record_given(input, "once");
    if (!exchange->route.slug && (!once || !token_is_whole(once)))
        return ERR_INVALID;

    input_drop_blank_rows(input);
    if (record_given(input, "body"))
        input_set(input, "body", bullets_as_list(record_given(input, "body"), exchange->arena));
    enum err err = keep_files(exchange);
    if (err)
        return err;
    check(record, publish);
    return input->sound ? save_and_show(record, action) : show_faults(record);
}

enum err desk_record(struct exchange *exchange, const struct record_kind *kind)
{
    const struct record record = { exchange, kind };
    return exchange->request.method == METHOD_POST ? act(&record) : open_record(&record);
}
