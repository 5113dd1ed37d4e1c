/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes: an account sets up one-time codes for its login, makes new recovery codes, or turns them
 * off, /admin/codes. */
#include <sodium.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/one_time_code.h"
#include "base/password.h"
#include "desk/account/codes_view.h"
#include "desk/account/password_page.h"
#include "http/query.h"
#include "web/exchange.h"
#include "web/session.h"

static const struct choice actions[] = {
    { "offer", NULL }, { "confirm", NULL }, { "renew", NULL }, { "off", NULL }, { NULL, NULL }
};
static const struct field fields[] = {
    { .name = "action", .kind = FIELD_CHOICE, .required = true, .choices = actions },
    { .name = "code", .kind = FIELD_LINE, .max = 40 },
    { .name = "password", .kind = FIELD_SECRET, .max = PASSWORD_MAX },
};
const struct form desk_account_codes_page_form = { .fields = fields,
                                                   .count = sizeof fields / sizeof *fields };

static enum err read_codes(struct exchange *exchange, struct codes *codes)
{
    *codes = (struct codes){ 0 };
    struct batch *batch = exchange_reads(exchange);
    codes_ask(batch, exchange->account.name, codes);
    return batch_run(batch);
}

static enum err show(struct exchange *exchange, struct codes_page shown, int status)
{
    struct codes codes;
    enum err err = read_codes(exchange, &codes);
    if (err)
        return err;
    shown.codes = &codes;
    shown.account = &exchange->account;
    shown.input = &exchange->input;
    shown.form_token = exchange->form_token;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_codes(&exchange->view, &shown, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/account/codes_page.tpl",
                              view_phrase(&exchange->view, "One-time codes"), page);
}

static enum err change(struct exchange *exchange, const struct codes_change *change, bool *done)
{
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    codes_change_ask(batch, exchange->account.name, exchange->request.address, change, done);
    return batch_run(batch);
}

static const char *digits_of(const struct exchange *exchange, const unsigned char *secret)
{
    char *digits = arena_alloc(exchange->arena, 2 * CODE_SECRET_BYTES + 1);
    return sodium_bin2hex(digits, 2 * CODE_SECRET_BYTES + 1, secret, CODE_SECRET_BYTES);
}

static enum err offer(struct exchange *exchange)
{
    unsigned char secret[CODE_SECRET_BYTES];
    bool done;
    code_secret_new(secret);
    enum err err = change(
        exchange,
        &(struct codes_change){ .action = CODES_OFFER, .secret = digits_of(exchange, secret) },
        &done);
    return err ? err : exchange_redirect(exchange, 303, "/admin/codes");
}

/* Makes new recovery codes, and puts their hashes into CHANGE. */
static const char *const *make_recovery(struct exchange *exchange, struct codes_change *change)
{
    const char **codes = arena_array(exchange->arena, RECOVERY_CODES, sizeof *codes);
    struct buffer hashes = buffer_in(exchange->arena);
    for (size_t i = 0; i < RECOVERY_CODES; i++) {
        codes[i] = recovery_code_new(exchange->arena);
        buffer_print(&hashes, "%c%s", i ? ',' : '{', recovery_code_hash(codes[i], exchange->arena));
    }
    buffer_add(&hashes, "}");
    change->recovery = hashes.bytes;
    return codes;
}

/* The answer itself shows the recovery codes, once: they are kept nowhere. */
static enum err show_recovery(struct exchange *exchange, struct codes_page shown)
{
    exchange->shown_once = true;
    return show(exchange, shown, 200);
}

static enum err confirm(struct exchange *exchange, const struct codes *codes, long step)
{
    struct codes_change confirmed = { .action = CODES_CONFIRM,
                                      .secret = digits_of(exchange, codes->offered),
                                      .step = step };
    struct codes_page shown = { .done = true, .recovery = make_recovery(exchange, &confirmed) };
    bool done;
    enum err err = change(exchange, &confirmed, &done);
    if (!err && !done)
        return exchange_redirect(exchange, 303, "/admin/codes");
    if (!err)
        err = session_open(exchange, exchange->account.id);
    return err ? err : show_recovery(exchange, shown);
}

static enum err renew(struct exchange *exchange)
{
    struct codes_change renewed = { .action = CODES_RENEW };
    struct codes_page shown = { .done = true, .recovery = make_recovery(exchange, &renewed) };
    bool done;
    enum err err = change(exchange, &renewed, &done);
    return err    ? err
           : done ? show_recovery(exchange, shown)
                  : exchange_redirect(exchange, 303, "/admin/codes");
}

static enum err turn_off(struct exchange *exchange)
{
    bool done;
    enum err err = change(exchange, &(struct codes_change){ .action = CODES_OFF }, &done);
    if (!err && done)
        err = session_open(exchange, exchange->account.id);
    return err ? err : exchange_redirect(exchange, 303, "/admin/codes?done=yes");
}

/* Every change but a new offer needs the password, and the confirmation also a code of the offered
 * secret. STEP becomes that of the code. */
static enum err check(struct exchange *exchange, const struct codes *codes, bool confirms,
                      long *step)
{
    struct input *input = &exchange->input;
    const char *code = input_value(input, "code"), *password = input_value(input, "password");
    bool right = false;
    if (!password || !*password)
        input_fault(input, "password", FAULT_MISSING);
    if (confirms && (!code || !*code))
        input_fault(input, "code", FAULT_MISSING);
    if (!input->sound)
        return OK;
    *step = confirms ? code_step(codes->offered, code, time(NULL)) : 0;
    if (confirms && !*step)
        input_fault(input, "code", FAULT_NOT_OFFERED);
    enum err err = password_asked(exchange, "password", &right);
    if (!err && !right)
        input_fault(input, "password", FAULT_NOT_OFFERED);
    return err;
}

static enum err act(struct exchange *exchange)
{
    const char *action = input_value(&exchange->input, "action");
    if (!exchange->input.sound)
        return show(exchange, (struct codes_page){ 0 }, 422);
    if (strcmp(action, "offer") == 0)
        return offer(exchange);
    struct codes codes;
    bool confirms = strcmp(action, "confirm") == 0;
    long step = 0;
    enum err err = read_codes(exchange, &codes);
    if (!err)
        err = check(exchange, &codes, confirms, &step);
    if (err)
        return err;
    if (!exchange->input.sound)
        return show(exchange, (struct codes_page){ 0 }, 422);
    return confirms                       ? confirm(exchange, &codes, step)
           : strcmp(action, "renew") == 0 ? renew(exchange)
                                          : turn_off(exchange);
}

enum err desk_account_codes_page(struct exchange *exchange)
{
    if (exchange->request.method == METHOD_POST)
        return act(exchange);
    const char *done = query_raw(exchange->request.query, "done", exchange->arena);
    return show(exchange, (struct codes_page){ .done = done != NULL }, 200);
}
