/* SPDX-License-Identifier: EUPL-1.2 */
/* Name: an editor adds, changes or deletes a place or a party, /admin/places/KEY and
 * /admin/parties/KEY, /admin/new-place and /admin/new-party */
#include <stdlib.h>
#include <string.h>

#include "base/characters.h"
#include "http/query.h"
#include "kinds/name/view.h"
#include "web/exchange.h"
#include "web/form_json.h"

enum { USES_MAX = 20, NAME_LENGTH_MAX = 200, VERSION_DIGITS_MAX = 9 };

static const struct choice actions[] = { { "save", NULL }, { "delete", NULL }, { NULL, NULL } };
static const struct choice kinds[] = { { "country", "Country" },
                                       { "region", "Region" },
                                       { "organisation", "Organisation" },
                                       { NULL, NULL } };

#define NAME(LANGUAGE) \
    .name = LANGUAGE, .kind = FIELD_LINE, .required = true, .max = NAME_LENGTH_MAX
#define FIELDS_OF_ALL                                                                           \
    { .name = "action", .kind = FIELD_CHOICE, .required = true, .choices = actions },           \
        { .name = "key", .kind = FIELD_LINE, .max = 100 }, /* taken from the path */            \
        { .name = "version", .kind = FIELD_NUMBER },                                            \
        { NAME("nl"), .legend = "Names", .label = "Dutch" }, { NAME("fr"), .label = "French" }, \
        { NAME("de"), .label = "German" },                                                      \
    {                                                                                           \
        NAME("en"), .label = "English",                                                         \
                    .hint = "A new one gets its key from this name; the key never changes.",    \
                    .wrong = "Write it with letters from a to z: the key is made of them"       \
    }

static const struct field place_fields[] = {
    FIELDS_OF_ALL,
    { .name = "country",
      .kind = FIELD_LINE,
      .required = true,
      .max = 100,
      .list = "countries",
      .legend = "Facts",
      .label = "Country" },
    { .name = "latitude",
      .kind = FIELD_LINE,
      .required = true,
      .max = 20,
      .label = "Latitude",
      .hint = "Degrees (WGS 84), for example 50.85045; in the south below zero",
      .wrong = "Write degrees from −90 to 90, for example 50.85045" },
    { .name = "longitude",
      .kind = FIELD_LINE,
      .required = true,
      .max = 20,
      .label = "Longitude",
      .hint = "Degrees (WGS 84), for example 4.34878; west of Greenwich below zero",
      .wrong = "Write degrees from −180 to 180, for example 4.34878" },
};
static const struct field party_fields[] = {
    FIELDS_OF_ALL,
    { .name = "kind",
      .kind = FIELD_CHOICE,
      .required = true,
      .choices = kinds,
      .legend = "Facts",
      .label = "Kind",
      .wrong = "A country stays one, and nothing else becomes one" },
    { .name = "code",
      .kind = FIELD_LINE,
      .max = 100,
      .label = "Code",
      .hint =
          "Of a country its two letters in ISO 3166-1, for example BE; of a region that has one "
          "its code in ISO 3166-2, for example DE-NW, by which maps find it",
      .wrong =
          "Write a country’s two letters (ISO 3166-1), for example BE, or a region’s code (ISO "
          "3166-2), for example DE-NW" },
    { .name = "website",
      .kind = FIELD_ADDRESS,
      .max = 1000,
      .label = "Website",
      .hint = "Optional" },
    { .name = "authority",
      .kind = FIELD_ADDRESS,
      .max = 1000,
      .label = "Address in the authority tables of the EU",
      .hint = "Optional; open data names it. A country is found at publications.europa.eu, a "
              "region by its NUTS code at data.europa.eu" },
};
const struct form name_desk_place_form = FORM(place_fields);
const struct form name_desk_party_form = FORM(party_fields);

static const struct form *form_of(enum name_kind what)
{
    return what == NAME_PLACE ? &name_desk_place_form : &name_desk_party_form;
}

static const char *given(const struct input *input, const char *name)
{
    const char *value = input_value(input, name);
    return value && *value ? value : NULL;
}

/* Answers with the form of SHOWN, after asking for the lists that it offers. */
static enum err show(struct exchange *exchange, struct name_page shown, int status)
{
    struct record_lists lists = { 0 };
    struct name_uses uses = { 0 };
    struct batch *batch = exchange_reads(exchange);
    if (shown.what == NAME_PLACE) {
        lists.items[lists.count].name = "countries";
        record_options_ask(batch, "countries", exchange->view.language, NULL,
                           &lists.items[lists.count++].options);
    }
    if (shown.key)
        name_uses_ask(batch, shown.what, shown.key, exchange->view.language, USES_MAX, &uses);
    names_renewals_ask(batch, &shown.renewals);
    enum err err = batch_run(batch);
    if (err)
        return err;
    shown.lists = &lists;
    shown.uses = &uses;
    shown.form_token = exchange->form_token;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_name(&exchange->view, &shown, page);
    exchange->response.status = status;
    const char *name = given(shown.input, language_tag(exchange->view.language));
    const char *added = shown.what == NAME_PLACE
                            ? view_phrase(&exchange->view, "Add a place")
                            : view_phrase(&exchange->view, "Add a country, region or organisation");
    return exchange_desk_page(exchange, "kinds/name/desk.tpl", shown.key && name ? name : added,
                              page);
}

/* Reads the saved place or party; ERR_NOT_FOUND when there is none. */
static enum err read_saved(struct exchange *exchange, enum name_kind what, struct input *input)
{
    const cJSON *form = NULL;
    struct batch *batch = exchange_reads(exchange);
    name_ask(batch, what, exchange->route.slug, &form);
    enum err err = batch_run(batch);
    if (err || !form)
        return err ? err : ERR_NOT_FOUND;
    *input = form_from_json(form_of(what), form, exchange->arena);
    return OK;
}

static enum err open_form(struct exchange *exchange, enum name_kind what)
{
    struct input input = input_empty(form_of(what), exchange->arena);
    enum err err = exchange->route.slug ? read_saved(exchange, what, &input) : OK;
    if (err)
        return err;
    struct name_page shown = { .what = what,
                               .input = &input,
                               .key = exchange->route.slug,
                               .done =
                                   query_raw(exchange->request.query, "done", exchange->arena) };
    return show(exchange, shown, 200);
}

/* ---- What the table of fields cannot say ---- */

/* People write degrees with a decimal comma or a typographic minus sign. Returns them as the
 * database takes them. */
static const char *degrees_read(const char *typed, struct arena *arena)
{
    static const char minus[] = "\xe2\x88\x92"; /* U+2212 */
    bool negative = strncmp(typed, minus, sizeof minus - 1) == 0;
    char *text =
        arena_print(arena, "%s%s", negative ? "-" : "", typed + (negative ? sizeof minus - 1 : 0));
    char *comma = strchr(text, ',');
    if (comma)
        *comma = '.';
    return text;
}

static bool is_degrees(const char *text, double max)
{
    const char *at = text + (*text == '-');
    size_t whole = strspn(at, "0123456789"), parts = 0;
    at += whole;
    if (*at == '.')
        parts = strspn(at + 1, "0123456789") + 1;
    double value = strtod(text, NULL);
    return whole && parts != 1 && at[parts] == '\0' && value >= -max && value <= max;
}

static void check_degrees(struct input *input, const char *name, double max, struct arena *arena)
{
    const char *typed = given(input, name), *value = typed ? degrees_read(typed, arena) : NULL;
    if (value && is_degrees(value, max))
        input_set(input, name, value);
    else if (typed)
        input_fault(input, name, FAULT_NOT_OFFERED);
}

static void check_code(struct input *input, struct arena *arena)
{
    const char *typed = given(input, "code");
    if (!typed)
        return;
    char *code = arena_copy(arena, typed);
    for (char *at = code; *at; at++)
        if (*at >= 'a' && *at <= 'z')
            *at = (char)(*at - 'a' + 'A');
    input_set(input, "code", code);
}

static void check(struct input *input, enum name_kind what, struct arena *arena)
{
    if (what == NAME_PARTY) {
        check_code(input, arena);
        return;
    }
    check_degrees(input, "latitude", 90, arena);
    check_degrees(input, "longitude", 180, arena);
}

/* ---- Saving ---- */

static void take_fault(struct input *input, const struct name_fault *found)
{
    static const struct {
        const char *name;
        enum fault fault;
    } faults[] = { { "unknown", FAULT_UNKNOWN },
                   { "taken", FAULT_TAKEN },
                   { "surplus", FAULT_SURPLUS } };
    enum fault fault = FAULT_NOT_OFFERED;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strcmp(faults[i].name, found->fault) == 0)
            fault = faults[i].fault;
    input_fault(input, found->field, fault);
}

static enum err show_faults(struct exchange *exchange, enum name_kind what)
{
    struct name_page shown = {
        .what = what, .input = &exchange->input, .judged = true, .key = exchange->route.slug
    };
    return show(exchange, shown, 422);
}

static void mark_changed(struct input *input, const struct input *theirs)
{
    for (size_t i = 0; i < input->form->count; i++) {
        const struct field *field = &input->form->fields[i];
        if (field->label && strcmp(or_empty(input->values[i]), or_empty(theirs->values[i])) != 0)
            input_fault(input, field->name, FAULT_CHANGED);
    }
}

/* Shows both versions; the next save builds on the saved one. If somebody else has deleted it, the
 * next save adds it anew. */
static enum err show_conflict(struct exchange *exchange, enum name_kind what)
{
    struct input theirs;
    struct input *input = &exchange->input;
    struct name_page shown = {
        .what = what, .input = input, .theirs = &theirs, .judged = true, .key = exchange->route.slug
    };
    enum err err = read_saved(exchange, what, &theirs);
    if (err == ERR_NOT_FOUND) {
        shown.gone = true;
        shown.judged = false;
        shown.key = NULL;
        shown.theirs = NULL;
        input_set(input, "version", NULL);
        if (what == NAME_PARTY && given(input, "kind") &&
            strcmp(given(input, "kind"), "country") == 0)
            input_set(input, "code", exchange->route.slug);
    } else if (err)
        return err;
    else {
        mark_changed(input, &theirs);
        input_set(input, "version", input_value(&theirs, "version"));
    }
    return show(exchange, shown, 409);
}

static enum err done(struct exchange *exchange, enum name_kind what, const char *key)
{
    const char *path = route_path(
        exchange->arena, what == NAME_PLACE ? ROUTE_DESK_PLACE : ROUTE_DESK_PARTY, EN, key);
    return exchange_redirect(exchange, 303, arena_print(exchange->arena, "%s?done=save", path));
}

/* Sends the fields of the place or party without "action"; the key is that of the path. */
static enum err save(struct exchange *exchange, enum name_kind what)
{
    struct input *input = &exchange->input;
    struct name_saved saved = { 0 };
    check(input, what, exchange->arena);
    if (!input->sound)
        return show_faults(exchange, what);
    input_set(input, "action", NULL);
    input_set(input, "key", exchange->route.slug);
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    name_save_ask(batch, exchange->account.name, exchange->request.address, what,
                  form_to_json(input, exchange->arena), &saved);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (saved.result == NAME_CONFLICT || saved.result == NAME_GONE)
        return show_conflict(exchange, what);
    for (size_t i = 0; i < saved.fault_count; i++)
        take_fault(input, &saved.faults[i]);
    return saved.result == NAME_FAULTS ? show_faults(exchange, what)
                                       : done(exchange, what, saved.key);
}

static enum err delete_name(struct exchange *exchange, enum name_kind what)
{
    enum name_deletion deletion = NAME_MISSING;
    const char *version = given(&exchange->input, "version");
    if (!exchange->route.slug || !version)
        return ERR_INVALID;
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    name_delete_ask(batch, exchange->account.name, exchange->request.address, what,
                    exchange->route.slug, version, &deletion);
    enum err err = batch_run(batch);
    if (err)
        return err;
    if (deletion == NAME_DELETED || deletion == NAME_MISSING)
        return exchange_redirect(exchange, 303, "/admin/names?done=delete");
    struct input saved;
    err = read_saved(exchange, what, &saved);
    struct name_page shown = { .what = what,
                               .input = &saved,
                               .key = exchange->route.slug,
                               .kept_since =
                                   deletion == NAME_USED ? KEPT_SINCE_USED : KEPT_SINCE_CHANGED };
    return err ? err : show(exchange, shown, 409);
}

static enum err answer(struct exchange *exchange, enum name_kind what)
{
    if (exchange->request.method != METHOD_POST)
        return open_form(exchange, what);
    const char *action = given(&exchange->input, "action"),
               *version = given(&exchange->input, "version");
    if (!action || exchange->input.faults[0] ||
        (version && (strlen(version) > VERSION_DIGITS_MAX ||
                     strspn(version, "0123456789") != strlen(version))))
        return ERR_INVALID;
    return strcmp(action, "delete") == 0 ? delete_name(exchange, what) : save(exchange, what);
}

enum err name_desk_place(struct exchange *exchange)
{
    return answer(exchange, NAME_PLACE);
}

enum err name_desk_party(struct exchange *exchange)
{
    return answer(exchange, NAME_PARTY);
}
