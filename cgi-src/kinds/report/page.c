/* SPDX-License-Identifier: EUPL-1.2 */
/* Report: the form in which visitors report a cross-border obstacle, /nl/belemmering-melden, or a
 * fault of this website, /nl/opmerking?page=/nl/…; then the page that thanks them,
 * /nl/belemmering-melden?reference=ABCD-2345. Both reports reach the desk in the same way: the
 * field "place" of feedback has the path of a page. */
#include <string.h>

#include "frame/menu.h"
#include "http/query.h"
#include "kinds/report/model.h"
#include "kinds/report/view.h"
#include "web/exchange.h"

enum { STAMP_MAX = 100 };

/* "subject" is a trap: people do not see it, and programs fill it in. */
static const struct field fields[] = {
    { .name = "obstacle", .kind = FIELD_TEXT, .required = true, .max = REPORT_OBSTACLE_MAX },
    { .name = "place", .kind = FIELD_LINE, .required = true, .max = REPORT_PLACE_MAX },
    { .name = "affected", .kind = FIELD_TEXT, .required = true, .max = REPORT_AFFECTED_MAX },
    { .name = "cause", .kind = FIELD_TEXT, .max = REPORT_CAUSE_MAX },
    { .name = "email", .kind = FIELD_EMAIL, .max = REPORT_EMAIL_MAX },
    { .name = "subject", .kind = FIELD_TEXT, .max = 1000 },
    { .name = "stamp", .kind = FIELD_LINE, .max = STAMP_MAX },
};
const struct form report_page_form = { .fields = fields, .count = sizeof fields / sizeof *fields };

static const struct field feedback_fields[] = {
    { .name = "obstacle", .kind = FIELD_TEXT, .required = true, .max = REPORT_OBSTACLE_MAX },
    { .name = "place", .kind = FIELD_LINE, .required = true, .max = REPORT_PLACE_MAX },
    { .name = "email", .kind = FIELD_EMAIL, .max = REPORT_EMAIL_MAX },
    { .name = "subject", .kind = FIELD_TEXT, .max = 1000 },
    { .name = "stamp", .kind = FIELD_LINE, .max = STAMP_MAX },
};
const struct form report_page_feedback_form = {
    .fields = feedback_fields, .count = sizeof feedback_fields / sizeof *feedback_fields
};

static const char *or_null(const char *value)
{
    return value && *value ? value : NULL;
}

/* A shared cache keeps only the empty form: not what one visitor typed, and not the pages with a
 * reference, which are without number. */
static enum err answer_page(struct exchange *exchange, struct dictionary *page,
                            const struct frame *frame, int status)
{
    enum err err = exchange_page(exchange, frame, "kinds/report/page.tpl", page);
    exchange->response.status = status;
    exchange->response.cacheable = frame->canonical != NULL;
    return err;
}

static enum err show_form(struct exchange *exchange, struct report_page shown,
                          const struct menu *menu, int status)
{
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    shown.input = &exchange->input;
    shown.route = exchange->route.id;
    view_report(&exchange->view, &shown, page);
    struct frame frame = view_report_frame(&exchange->view, shown.route, NULL, status != 200, menu);
    if (or_null(input_value(&exchange->input,
                            "place"))) /* a form about a page is not for search engines */
        frame.canonical = NULL;
    return answer_page(exchange, page, &frame, status);
}

/* Shows the form again with what was typed, and with the stamp that it had or, if that is too old,
 * a new one. Without the database there is no menu, and the stamp stays. */
static enum err come_back(struct exchange *exchange, struct report_page shown, int status)
{
    struct menu menu = { 0 };
    const char *stamp = NULL;
    struct batch *batch = exchange_reads(exchange);
    menu_ask(batch, exchange->view.language, &menu);
    report_stamp_ask(batch, &stamp);
    enum err err = batch_run(batch);
    const char *sent = or_null(input_value(&exchange->input, "stamp"));
    if (err || (sent && shown.trouble != REPORT_PAGE_WAS_OLD))
        stamp = sent;
    shown.stamp = stamp;
    return show_form(exchange, shown, err ? NULL : &menu, status);
}

/* After a fault of the database the page has what was typed, to be sent again in a moment. A report
 * that was kept is not kept twice. */
static enum err come_back_after_fault(struct exchange *exchange)
{
    struct report_page shown = { .trouble = REPORT_FAULT_HERE,
                                 .stamp = or_null(input_value(&exchange->input, "stamp")) };
    enum err err = show_form(exchange, shown, NULL, 503);
    response_header(&exchange->response, "Retry-After", "5");
    return err;
}

/* Faults of hidden fields are not shown: a malformed stamp counts as a missing one. */
static void settle(struct input *input)
{
    const char *stamp = input_value(input, "stamp");
    if (stamp && (strlen(stamp) > STAMP_MAX || stamp[strspn(stamp, "0123456789abcdef.")]))
        input_set(input, "stamp", NULL);
    input_fault(input, "stamp", FAULT_NONE);
    input_fault(input, "subject", FAULT_NONE);
    input_gather(input);
}

static enum err thank(struct exchange *exchange, const char *reference)
{
    const char *path =
        route_path(exchange->arena, exchange->route.id, exchange->view.language, NULL);
    const struct parameter parameter = { "reference", reference };
    return exchange_redirect(
        exchange, 303,
        arena_print(exchange->arena, "%s%s", path, query_write(&parameter, 1, exchange->arena)));
}

/* Thanks a program that was caught by the trap, so that it does not learn that nothing was kept.
 * The database is not asked, however often it comes. */
static enum err throw_away(struct exchange *exchange)
{
    metrics_count(exchange->app->metrics, METRIC_REPORTS_TRAPPED, 1);
    return thank(exchange, report_reference_of_none(exchange->arena));
}

static struct report_sent sent_by(const struct exchange *exchange)
{
    const struct input *input = &exchange->input;
    bool about_page = exchange->route.id == ROUTE_FEEDBACK;
    return (struct report_sent){
        .language = exchange->view.language,
        .stamp = or_null(input_value(input, "stamp")),
        .address = exchange->request.address,
        .obstacle = input_value(input, "obstacle"),
        .place = input_value(input, "place"),
        .affected = about_page ? view_phrase(&exchange->view, "Feedback on this website")
                               : input_value(input, "affected"),
        .cause = about_page ? NULL : or_null(input_value(input, "cause")),
        .email = or_null(input_value(input, "email")),
    };
}

static enum err receive(struct exchange *exchange)
{
    struct input *input = &exchange->input;
    if (or_null(input_value(input, "subject")))
        return throw_away(exchange);
    settle(input);
    if (!input->sound)
        return come_back(exchange, (struct report_page){ 0 }, 422);

    struct report_sent sent = sent_by(exchange);
    struct report_answer answer = { 0 };
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_SENDING);
    report_send_ask(batch, &sent, &answer);
    enum err err = batch_run(batch);
    if (err)
        return come_back_after_fault(exchange);
    switch (answer.result) {
    case REPORT_TOO_SOON:
        return come_back(exchange, (struct report_page){ .trouble = REPORT_AGAIN_SOON }, 422);
    case REPORT_EXPIRED:
        return come_back(exchange, (struct report_page){ .trouble = REPORT_PAGE_WAS_OLD }, 422);
    case REPORT_TOO_MANY:
        response_header(&exchange->response, "Retry-After",
                        arena_print(exchange->arena, "%ld", answer.wait));
        return come_back(
            exchange, (struct report_page){ .trouble = REPORT_ENOUGH_BY_NOW, .wait = answer.wait },
            429);
    default:
        return thank(exchange, answer.reference);
    }
}

/* Takes the page that the feedback is about from the address, where the link at its foot has put
 * it. */
static enum err take_page(struct exchange *exchange)
{
    const char *path;
    enum err err =
        query_value(exchange->request.query, "page", REPORT_PLACE_MAX, exchange->arena, &path);
    if (!err && path && *path == '/')
        input_set(&exchange->input, "place", path);
    return err;
}

enum err report_page(struct exchange *exchange)
{
    if (exchange->request.method == METHOD_POST)
        return receive(exchange);
    const char *reference;
    enum err err = query_value(exchange->request.query, "reference", REPORT_REFERENCE_LENGTH,
                               exchange->arena, &reference);
    if (err || (reference && !report_is_reference(reference, false)))
        return ERR_INVALID;
    if (exchange->route.id == ROUTE_FEEDBACK && take_page(exchange))
        return ERR_INVALID;

    struct menu menu = { 0 };
    struct report_page shown = { 0 };
    struct batch *batch = exchange_reads(exchange);
    menu_ask(batch, exchange->view.language, &menu);
    if (!reference)
        report_stamp_ask(batch, &shown.stamp);
    err = batch_run(batch);
    if (err)
        return err;
    if (!reference)
        return show_form(exchange, shown, &menu, 200);
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_report_sent(&exchange->view, exchange->route.id, reference, page);
    struct frame frame =
        view_report_frame(&exchange->view, exchange->route.id, reference, false, &menu);
    return answer_page(exchange, page, &frame, 200);
}

/* Feedback on a page uses the same form without the fields for obstacles. */
enum err report_page_feedback(struct exchange *exchange)
{
    return report_page(exchange);
}
