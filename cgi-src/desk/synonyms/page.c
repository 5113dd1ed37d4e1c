/* SPDX-License-Identifier: EUPL-1.2 */
/* Synonyms: the words that mean the same in a search, in one language, and those sought in vain,
 * /admin/synonyms/nl */
#include <string.h>

#include "desk/synonyms/view.h"
#include "http/query.h"
#include "web/exchange.h"

static const struct field fields[] = {
    { .name = "version", .kind = FIELD_NUMBER, .required = true },
    { .name = "groups", .kind = FIELD_TEXT, .max = SYNONYMS_MAX },
};
const struct form desk_synonyms_page_form = FORM(fields);

/* Answers with SHOWN, after asking for the saved synonyms and the words sought in vain. */
static enum err show(struct exchange *exchange, struct synonyms_page shown, int status)
{
    struct synonyms synonyms = { 0 };
    struct unfound_words unfound = { 0 };
    struct batch *batch = exchange_reads(exchange);
    synonyms_ask(batch, exchange->route.language, &synonyms);
    unfound_words_ask(batch, exchange->route.language, &unfound);
    enum err err = batch_run(batch);
    if (err)
        return err;
    shown.language = exchange->route.language;
    shown.synonyms = &synonyms;
    shown.unfound = &unfound;
    shown.form_token = exchange->form_token;
    if (shown.conflict) /* the next save builds on what the page shows now */
        shown.version = synonyms.version;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_synonyms(&exchange->view, &shown, page);
    exchange->response.status = status;
    return exchange_desk_page(exchange, "desk/synonyms/page.tpl",
                              view_phrase(&exchange->view, "Words of the search"), page);
}

/* The number of the first line with only one word; 0 for none. */
static long lonely_line(const char *groups)
{
    long number = 1;
    for (const char *line = groups; *line; number++) {
        size_t length = strcspn(line, "\n"), before = 0, after = 0;
        const char *comma = memchr(line, ',', length);
        before = strspn(line, " \t\r,");
        if (comma)
            after = strspn(comma, " \t\r,");
        bool blank = before >= length,
             alone = !comma || comma == line || (size_t)(comma - line) + after >= length;
        if (!blank && alone)
            return number;
        line += length + (line[length] == '\n');
    }
    return 0;
}

/* The number of the first line with more phrases than a group may have; 0 for none. */
static long crowded_line(const char *groups)
{
    enum { PHRASES_MAX = 20 }; /* the same as site.synonyms_max */
    size_t phrases = 1;
    long number = 1;
    for (const char *at = groups; *at && phrases <= PHRASES_MAX; at++) {
        phrases = *at == '\n' ? 1 : phrases + (*at == ',');
        number += *at == '\n';
    }
    return phrases > PHRASES_MAX ? number : 0;
}

static enum err save(struct exchange *exchange, const char *groups, bool *saved)
{
    const struct synonyms_change change = { .account = exchange->account.name,
                                            .address = exchange->request.address,
                                            .language = exchange->route.language,
                                            .version = input_value(&exchange->input, "version"),
                                            .groups = groups };
    struct batch *batch = batch_new(exchange->app->database, exchange->arena, BATCH_WRITES);
    synonyms_save_ask(batch, &change, saved);
    return batch_run(batch);
}

enum err desk_synonyms_page(struct exchange *exchange)
{
    if (exchange->request.method != METHOD_POST) {
        const char *done = query_raw(exchange->request.query, "done", exchange->arena);
        return show(exchange, (struct synonyms_page){ .done = done != NULL }, 200);
    }
    const char *sent = input_value(&exchange->input, "groups"), *groups = sent ? sent : "";
    struct synonyms_page shown = { .typed = groups,
                                   .version = input_value(&exchange->input, "version") };
    shown.too_long = !exchange->input.sound;
    shown.lonely_line = shown.too_long ? 0 : lonely_line(groups);
    shown.crowded_line = shown.too_long ? 0 : crowded_line(groups);
    if (shown.too_long || shown.lonely_line || shown.crowded_line)
        return show(exchange, shown, 422);
    bool saved = false;
    enum err err = save(exchange, groups, &saved);
    if (err)
        return err;
    if (!saved) {
        shown.conflict = true;
        return show(exchange, shown, 409);
    }
    const char *path =
        route_path(exchange->arena, ROUTE_DESK_SYNONYMS, exchange->route.language, NULL);
    return exchange_redirect(exchange, 303, arena_print(exchange->arena, "%s?done=yes", path));
}
