/* SPDX-License-Identifier: EUPL-1.2 */
/* Report: what a visitor reported, and what an editor does with it, /admin/reports/abcd-2345 */
#include <string.h>

#include "http/query.h"
#include "kinds/register/model.h"
#include "kinds/report/desk_model.h"
#include "kinds/report/desk_view.h"
#include "kinds/report/model.h"
#include "web/exchange.h"

enum { OBSTACLES_MAX = 500, TITLE_MAX = 200, REASON_MAX = 1000, KEY_MAX = 100 };

/* Each action needs fields of its own. */
static const struct choice actions[] = {
    { "take", NULL }, { "merge", NULL }, { "reject", NULL }, { "reopen", NULL }, { NULL, NULL }
};
static const struct field fields[] = {
    { .name = "action", .kind = FIELD_CHOICE, .required = true, .choices = actions },
    { .name = "field", .kind = FIELD_LINE, .max = KEY_MAX },
    { .name = "border", .kind = FIELD_LINE, .max = KEY_MAX },
    { .name = "original", .kind = FIELD_CHOICE, .choices = language_choices },
    { .name = "title", .kind = FIELD_LINE, .max = TITLE_MAX },
    { .name = "key", .kind = FIELD_LINE, .max = KEY_MAX },
    { .name = "reason", .kind = FIELD_TEXT, .max = REASON_MAX },
};
const struct form report_desk_form = { .fields = fields, .count = sizeof fields / sizeof *fields };

static enum err show(struct exchange *exchange, struct report_desk_page shown, int status)
{
    struct report report = { 0 };
    struct areas areas = { 0 };
    struct report_obstacles obstacles = { 0 };
    struct batch *batch = exchange_reads(exchange);
    report_ask(batch, exchange->route.slug, &report);
    areas_ask(batch, exchange->view.language, &areas);
    report_obstacles_ask(batch, OBSTACLES_MAX, &obstacles);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (!report.found)
        return ERR_NOT_FOUND;
    shown.report = &report;
    shown.areas = &areas;
    shown.obstacles = &obstacles;
    shown.input = &exchange->input;
    shown.form_token = exchange->form_token;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_report_desk(&exchange->view, &shown, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "kinds/report/desk.tpl", report.reference, page);
}

static struct report_change change_of(const struct exchange *exchange)
{
    return (struct report_change){ .account = exchange->account.name,
                                   .address = exchange->request.address,
                                   .reference = exchange->route.slug };
}

/* Marks the field NAME when it is empty. Returns whether the form is without faults. */
static bool has(struct exchange *exchange, const char *name)
{
    const char *value = input_value(&exchange->input, name);
    if (!value || !value[strspn(value, " \t\n")])
        input_fault(&exchange->input, name, FAULT_MISSING);
    return exchange->input.sound;
}

static enum err lead_to(struct exchange *exchange, const char *path, const char *done)
{
    const struct parameter parameter = { "done", done };
    return exchange_redirect(
        exchange, 303,
        arena_print(exchange->arena, "%s%s", path, query_write(&parameter, 1, exchange->arena)));
}

/* Leads back to the report. If somebody else was first, the page says so and shows the outcome. */
static enum err conclude(struct exchange *exchange, enum decision_result result)
{
    if (result == RESULT_HANDLED)
        return show(exchange, (struct report_desk_page){ .too_late = true }, 409);
    const char *path = route_path(exchange->arena, ROUTE_DESK_REPORT, EN, exchange->route.slug);
    return lead_to(exchange, path, input_value(&exchange->input, "action"));
}

static bool is_border(const struct areas *areas, const char *key)
{
    const struct area *area = key ? area_find(areas, key) : NULL;
    return area && strcmp(area->kind, "border") == 0;
}

static enum err find_faults_of_take(struct exchange *exchange)
{
    struct input *input = &exchange->input;
    struct areas areas = { 0 };
    struct batch *batch = exchange_reads(exchange);
    areas_ask(batch, exchange->view.language, &areas);
    enum err err = batch_run(batch);
    has(exchange, "title");
    if (choice_find(register_fields, input_value(input, "field")) == REGISTER_FIELDS)
        input_fault(input, "field", FAULT_MISSING);
    if (!err && !is_border(&areas, input_value(input, "border")))
        input_fault(input, "border", FAULT_MISSING);
    return err;
}

static enum err take(struct exchange *exchange, struct batch *batch)
{
    enum err err = find_faults_of_take(exchange);
    if (err)
        return err;
    if (!exchange->input.sound)
        return show(exchange, (struct report_desk_page){ 0 }, 422);
    const char *original = input_value(&exchange->input, "original");
    if (!original || !*original)
        return ERR_INVALID; /* every form of this page sends it */
    struct report_change change = change_of(exchange);
    struct report_taking taking = {
        .field = input_value(&exchange->input, "field"),
        .border = input_value(&exchange->input, "border"),
        .original = original,
        .title = input_value(&exchange->input, "title"),
        .reason = view_reported(exchange->view, language_from_tag(original, strlen(original))),
    };
    report_take_ask(batch, &change, &taking);
    err = batch_run(batch);
    if (err || taking.result != RESULT_DONE)
        return err ? err : conclude(exchange, taking.result);
    return exchange_redirect(exchange, 303,
                             route_path(exchange->arena, ROUTE_DESK_OBSTACLE, EN, taking.key));
}

static enum err merge(struct exchange *exchange, struct batch *batch)
{
    if (!has(exchange, "key"))
        return show(exchange, (struct report_desk_page){ 0 }, 422);
    enum decision_result result = RESULT_DONE;
    struct report_change change = change_of(exchange);
    report_merge_ask(batch, &change, input_value(&exchange->input, "key"), &result);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (result != RESULT_UNKNOWN)
        return conclude(exchange, result);
    input_fault(&exchange->input, "key", FAULT_UNKNOWN);
    return show(exchange, (struct report_desk_page){ 0 }, 422);
}

static enum err reject(struct exchange *exchange, struct batch *batch)
{
    if (!has(exchange, "reason"))
        return show(exchange, (struct report_desk_page){ 0 }, 422);
    enum decision_result result = RESULT_DONE;
    struct report_change change = change_of(exchange);
    report_reject_ask(batch, &change, input_value(&exchange->input, "reason"), &result);
    enum err err = batch_run(batch);
    return err ? err : conclude(exchange, result);
}

static enum err reopen(struct exchange *exchange, struct batch *batch)
{
    enum decision_result result = RESULT_DONE;
    struct report_change change = change_of(exchange);
    report_reopen_ask(batch, &change, &result);
    enum err err = batch_run(batch);
    return err ? err : conclude(exchange, result);
}

enum err report_desk(struct exchange *exchange)
{
    static const struct {
        const char *action;
        enum err (*act)(struct exchange *exchange, struct batch *batch);
    } acts[] = { { "take", take }, { "merge", merge }, { "reject", reject }, { "reopen", reopen } };
    if (!report_is_reference(exchange->route.slug, true))
        return ERR_NOT_FOUND;
    if (exchange->request.method != METHOD_POST) {
        const char *done = query_raw(exchange->request.query, "done", exchange->arena);
        return show(exchange, (struct report_desk_page){ .done = done }, 200);
    }
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    const char *action = input_value(&exchange->input, "action");
    for (size_t i = 0; action && i < sizeof acts / sizeof *acts; i++)
        if (strcmp(acts[i].action, action) == 0)
            return acts[i].act(exchange, batch);
    return ERR_INVALID;
}
