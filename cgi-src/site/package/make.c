/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: all public data in one file. */
#include "site/package/make.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "base/zip.h"
#include "site/datasets.h"
#include "site/package/description.h"
#include "site/package/model.h"
#include "text/json.h"

enum {
    PAUSE = 2,            /* seconds between two looks at whether one is due */
    PAUSE_LEAST = 10,     /* after one was made */
    PAUSE_SHARE = 20,     /* at least so many times as long as it took */
    SIZE_MOST = 256 << 20 /* bytes: of a site that has outgrown this there is none */
};

/* What a package is made of. */
struct making {
    struct app app;      /* that the handlers see: reads in the snapshot, and keeps nothing */
    struct arena *arena; /* of the package */
    struct arena *each;  /* of one answer */
    struct zip zip;
    const char *moment;
};

/* What the site answers at a row of routes.tbl in FORMAT; QUERY is what a list goes on with. */
static enum err answer(struct making *making, enum route_id id, enum format format,
                       enum language language, const char *slug, const char *query,
                       struct buffer *body)
{
    const struct app *app = &making->app;
    struct arena *arena = making->each;
    struct exchange exchange = {
        .app = app,
        .arena = arena,
        .request = { .path =
                         route_format_path(arena, route_path(arena, id, language, slug), format),
                     .query = query },
        .response = response_new(arena),
        .route = { id, language, slug, format },
        .view = { .arena = arena,
                  .templates = app->templates,
                  .catalogue = app->catalogue,
                  .config = &app->config,
                  .site_url = app->config.site_url,
                  .language = language },
    };
    enum err err = app->routes[id].handler(&exchange);
    *body = exchange.response.body;
    return err ? err : exchange.response.status == 200 ? OK : ERR_NOT_FOUND;
}

/* "nl/meetings.csv" */
static const char *file_name(const struct making *making, enum language language, enum route_id id,
                             const char *extension)
{
    return package_file_name(language, id, extension, making->arena);
}

/* What is behind the question mark of a list's "next"; NULL at its end. The list loses it. */
static const char *next_of(cJSON *list, struct arena *arena)
{
    const char *next = content_string(list, "next"), *mark = next ? strchr(next, '?') : NULL;
    const char *query = mark ? arena_copy(arena, mark + 1) : NULL;
    cJSON_DeleteItemFromObjectCaseSensitive(list, "next");
    return query;
}

/* A list as JSON, whole: the items of its further parts stand in the first. */
static enum err add_json(struct making *making, enum route_id id, enum language language)
{
    cJSON *whole = NULL;
    enum err err = OK;
    const char *query = "";
    while (!err && query) {
        struct buffer body;
        err = answer(making, id, FORMAT_JSON, language, NULL, query, &body);
        cJSON *part = err ? NULL : cJSON_Parse(body.bytes);
        query = part ? next_of(part, making->arena) : NULL;
        if (whole) {
            cJSON *items = cJSON_GetObjectItemCaseSensitive(whole, "items"),
                  *more = cJSON_GetObjectItemCaseSensitive(part, "items");
            for (cJSON *item; (item = cJSON_DetachItemFromArray(more, 0));)
                cJSON_AddItemToArray(items, item);
            cJSON_Delete(part);
        } else {
            whole = part;
        }
        arena_reset(making->each);
    }
    cJSON_DeleteItemFromObjectCaseSensitive(whole, "limit");
    struct buffer text = buffer_in(making->each);
    if (!err)
        json_write(whole, &text);
    cJSON_Delete(whole);
    if (!err)
        zip_add(&making->zip, file_name(making, language, id, ".json"), text.bytes, text.length);
    arena_reset(making->each);
    return err;
}

/* The same as CSV: the names of its columns stand in the first line, and there alone. */
static enum err add_csv(struct making *making, enum route_id id, enum language language)
{
    struct arena *arena = arena_new();
    struct buffer text = buffer_in(arena);
    enum err err = OK;
    const char *query = "";
    while (!err && query) {
        struct buffer list, part;
        err = answer(making, id, FORMAT_CSV, language, NULL, query, &part);
        if (!err)
            buffer_add(&text, text.length ? strchr(part.bytes, '\n') + 1 : part.bytes);
        if (!err)
            err = answer(making, id, FORMAT_JSON, language, NULL, query, &list);
        cJSON *json = err ? NULL : cJSON_Parse(list.bytes);
        query = json ? next_of(json, making->arena) : NULL;
        cJSON_Delete(json);
        arena_reset(making->each);
    }
    if (!err)
        zip_add(&making->zip, file_name(making, language, id, ".csv"), text.bytes, text.length);
    arena_free(arena);
    return err;
}

/* All records in a language, a line each (https://jsonlines.org). */
static enum err add_records(struct making *making, enum language language)
{
    struct package_records records = { 0 };
    struct arena *arena = arena_new();
    struct batch *batch = batch_new(making->app.database, arena, BATCH_READS);
    package_records_ask(batch, language, &records);
    enum err err = batch_run(batch);
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; !err && i < records.count && text.length < SIZE_MOST; i++) {
        const struct package_record *record = &records.items[i];
        struct buffer body;
        err = answer(making, document_kinds[record->kind].route, FORMAT_JSON, language,
                     record->slug, "", &body);
        if (!err)
            buffer_append(&text, body.bytes, body.length);
        if (!err && body.bytes[body.length - 1] != '\n')
            buffer_add(&text, "\n");
        arena_reset(making->each);
    }
    if (!err)
        zip_add(&making->zip,
                arena_print(making->arena, "%s/records.jsonl", language_tag(language)),
                text.length ? text.bytes : "", text.length);
    arena_free(arena);
    return err;
}

static void add_description(struct making *making)
{
    const struct app *app = &making->app;
    const struct view view = { .arena = making->each,
                               .catalogue = app->catalogue,
                               .config = &app->config,
                               .site_url = app->config.site_url,
                               .language = EN };
    struct buffer text = buffer_in(making->each);
    json_write(package_description(&view, true), &text);
    zip_add(&making->zip, "datapackage.json", text.bytes, text.length);
    arena_reset(making->each);
}

static enum err add_all(struct making *making)
{
    enum err err = OK;
    add_description(making);
    for (enum language language = 0; language < LANGUAGES && !err; language++) {
        for (size_t i = 0; i < dataset_count && !err; i++) {
            err = add_json(making, datasets[i].id, language);
            if (!err)
                err = add_csv(making, datasets[i].id, language);
        }
        if (!err)
            err = add_records(making, language);
    }
    return err;
}

static enum err begin(struct making *making)
{
    enum err err = database_begin_snapshot(making->app.database);
    if (err)
        return err;
    struct batch *batch = batch_new(making->app.database, making->arena, BATCH_READS);
    package_snapshot_ask(batch, &making->moment);
    err = batch_run(batch);
    if (!err)
        making->zip = zip_new(making->arena, making->moment ? making->moment : "");
    return err;
}

static enum err keep(struct database *writing, struct making *making, const char *state)
{
    struct buffer bytes = zip_finish(&making->zip);
    if (bytes.length > SIZE_MOST) {
        log_error("package too large", log_number("bytes", (long)bytes.length));
        return ERR_INVALID;
    }
    struct batch *batch = batch_new(writing, making->arena, BATCH_WRITES);
    package_keep_ask(batch, &bytes, state);
    enum err err = batch_run(batch);
    if (!err)
        log_info("package made", log_number("bytes", (long)bytes.length));
    return err;
}

static enum err make(const struct app *app, struct database *reading, struct database *writing,
                     const char *state)
{
    struct making making = { .app = *app, .arena = arena_new(), .each = arena_new() };
    making.app.database = reading;
    making.app.page_cache = NULL;
    enum err err = begin(&making);
    if (!err)
        err = add_all(&making);
    database_end_snapshot(reading);
    if (!err)
        err = keep(writing, &making, state);
    arena_free(making.each);
    arena_free(making.arena);
    return err;
}

/* Returns for how many seconds to do nothing. */
static long make_what_is_due(const struct app *app, struct database *reading,
                             struct database *writing)
{
    struct arena *arena = arena_new();
    const char *state = NULL;
    struct batch *batch = batch_new(writing, arena, BATCH_WRITES);
    package_due_ask(batch, &state);
    enum err err = batch_run(batch);
    long pause = err ? PAUSE_LEAST : PAUSE;
    if (!err && state) {
        time_t started = time(NULL);
        err = make(app, reading, writing, state);
        if (err)
            log_error("package not made", log_number("error", err));
        pause = (long)(time(NULL) - started) * PAUSE_SHARE;
        pause = pause > PAUSE_LEAST ? pause : PAUSE_LEAST;
    }
    arena_free(arena);
    return pause;
}

void package_run(const struct app *app, struct database *reading, struct database *writing)
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigprocmask(SIG_BLOCK, &stop, NULL);
    int signal;
    do {
        const struct timespec pause = { .tv_sec = make_what_is_due(app, reading, writing) };
        while ((signal = sigtimedwait(&stop, NULL, &pause)) < 0 && errno == EINTR)
            ;
    } while (signal != SIGTERM);
}
