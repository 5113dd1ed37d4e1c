/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: all public data in one file. */
#include "site/package/make.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "base/zip_writer.h"
#include "site/datasets.h"
#include "site/package/description.h"
#include "site/package/model.h"
#include "text/json.h"

enum {
    PAUSE = 2,                /* seconds between two checks whether one is due */
    PAUSE_MIN = 10,           /* the same after one was made or could not be */
    PAUSE_SHARE = 20,         /* at least so many times as long as it took to make */
    FILE_SIZE_MAX = 256 << 20 /* bytes; no package is made of a site that has outgrown this */
};

/* A package that is being made. */
struct making {
    struct app app;      /* for the handlers: it reads in the snapshot, and caches no pages */
    struct arena *arena; /* of the package */
    struct arena *each;  /* of one answer */
    struct zip_writer *zip;
    const char *moment;
};

/* A file of the package. */
struct file {
    struct making *making;
    enum language language;
    enum route_id id; /* of a list */
};

/* The site's answer at a row of routes.tbl in FORMAT; QUERY leads to the next part of a list. */
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

static enum err answer_list(const struct file *file, enum format format, const char *query,
                            struct buffer *body)
{
    return answer(file->making, file->id, format, file->language, NULL, query, body);
}

/* Takes the "next" of a list off it and returns its query; NULL at the end of the list. */
static const char *next_of(cJSON *list, struct arena *arena)
{
    const char *next = content_string(list, "next"), *mark = next ? strchr(next, '?') : NULL;
    const char *query = mark ? arena_copy(arena, mark + 1) : NULL;
    cJSON_DeleteItemFromObjectCaseSensitive(list, "next");
    return query;
}

/* A whole list as JSON: the items of all its parts are put into the first. */
static enum err write_json(const void *of, struct buffer *text)
{
    const struct file *file = of;
    struct arena *each = file->making->each;
    cJSON *whole = NULL;
    enum err err = OK;
    const char *query = "";
    while (!err && query) {
        struct buffer body;
        err = answer_list(file, FORMAT_JSON, query, &body);
        cJSON *part = err ? NULL : cJSON_Parse(body.bytes);
        query = part ? next_of(part, text->arena) : NULL;
        if (whole) {
            cJSON *items = cJSON_GetObjectItemCaseSensitive(whole, "items"),
                  *more = cJSON_GetObjectItemCaseSensitive(part, "items");
            for (cJSON *item; (item = cJSON_DetachItemFromArray(more, 0));)
                cJSON_AddItemToArray(items, item);
            cJSON_Delete(part);
        } else {
            whole = part;
        }
        arena_reset(each);
    }
    cJSON_DeleteItemFromObjectCaseSensitive(whole, "limit");
    if (!err)
        json_write(whole, text);
    cJSON_Delete(whole);
    return err;
}

/* The same as CSV: only the first part keeps its line of column names. */
static enum err write_csv(const void *of, struct buffer *text)
{
    const struct file *file = of;
    enum err err = OK;
    const char *query = "";
    while (!err && query) {
        struct buffer list, part;
        err = answer_list(file, FORMAT_CSV, query, &part);
        if (!err)
            buffer_add(text, text->length ? strchr(part.bytes, '\n') + 1 : part.bytes);
        if (!err)
            err = answer_list(file, FORMAT_JSON, query, &list);
        cJSON *json = err ? NULL : cJSON_Parse(list.bytes);
        query = json ? next_of(json, text->arena) : NULL;
        cJSON_Delete(json);
        arena_reset(file->making->each);
    }
    return err;
}

/* All records in a language, a line each (https://jsonlines.org). */
static enum err write_records(const void *of, struct buffer *text)
{
    const struct file *file = of;
    struct making *making = file->making;
    struct package_records records = { 0 };
    struct batch *batch = batch_new(making->app.database, text->arena, BATCH_READS);
    package_records_ask(batch, file->language, &records);
    enum err err = batch_run(batch);
    for (size_t i = 0; !err && i < records.count; i++) {
        const struct package_record *record = &records.items[i];
        struct buffer body;
        err = answer(making, document_kinds[record->kind].route, FORMAT_JSON, file->language,
                     record->slug, "", &body);
        if (!err)
            buffer_append(text, body.bytes, body.length);
        if (!err && body.bytes[body.length - 1] != '\n')
            buffer_add(text, "\n");
        if (text->length > FILE_SIZE_MAX) { /* a part of the records would not be all data */
            log_error("package too large", log_string("language", language_tag(file->language)));
            err = ERR_INTERNAL;
        }
        arena_reset(making->each);
    }
    return err;
}

static enum err write_description(const void *of, struct buffer *text)
{
    const struct app *app = &((const struct file *)of)->making->app;
    const struct view view = { .arena = text->arena,
                               .catalogue = app->catalogue,
                               .config = &app->config,
                               .site_url = app->config.site_url,
                               .language = EN };
    json_write(package_description(&view, true), text);
    return OK;
}

static void add(struct making *making, const char *name, zip_write *write, enum language language,
                enum route_id id)
{
    struct file *file = arena_alloc(making->arena, sizeof *file);
    *file = (struct file){ .making = making, .language = language, .id = id };
    zip_writer_add(making->zip, name, write, file);
}

/* "nl/meetings.csv" */
static void add_list(struct making *making, enum language language, enum route_id id,
                     const char *extension, zip_write *write)
{
    add(making, package_file_name(language, id, extension, making->arena), write, language, id);
}

static void add_all(struct making *making)
{
    add(making, "datapackage.json", write_description, EN, 0);
    for (enum language language = 0; language < LANGUAGES; language++) {
        for (size_t i = 0; i < dataset_count; i++) {
            add_list(making, language, datasets[i].id, ".json", write_json);
            add_list(making, language, datasets[i].id, ".csv", write_csv);
        }
        add(making, arena_print(making->arena, "%s/records.jsonl", language_tag(language)),
            write_records, language, 0);
    }
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
        making->zip = zip_writer_new(making->arena, making->moment ? making->moment : "");
    return err;
}

static enum err keep(struct database *writing, const struct buffer *bytes, const char *state)
{
    if (bytes->length > FILE_SIZE_MAX) {
        log_error("package too large", log_number("bytes", (long)bytes->length));
        return ERR_INVALID;
    }
    struct batch *batch = batch_new(writing, bytes->arena, BATCH_WRITES);
    package_keep_ask(batch, bytes, state);
    enum err err = batch_run(batch);
    if (!err)
        log_info("package made", log_number("bytes", (long)bytes->length));
    return err;
}

static enum err make(const struct app *app, struct database *reading, struct database *writing,
                     const char *state)
{
    struct making making = { .app = *app, .arena = arena_new(), .each = arena_new() };
    making.app.database = reading;
    making.app.page_cache = NULL;
    struct buffer bytes = buffer_in(making.arena);
    enum err err = begin(&making);
    if (!err) {
        add_all(&making);
        err = zip_writer_finish(making.zip, &bytes);
    }
    database_end_snapshot(reading);
    if (!err)
        err = keep(writing, &bytes, state);
    arena_free(making.each);
    arena_free(making.arena);
    return err;
}

/* Returns the seconds to wait before the next call. */
static long make_what_is_due(const struct app *app, struct database *reading,
                             struct database *writing)
{
    struct arena *arena = arena_new();
    const char *state = NULL;
    struct batch *batch = batch_new(writing, arena, BATCH_WRITES);
    package_due_ask(batch, &state);
    enum err err = batch_run(batch);
    long pause = err ? PAUSE_MIN : PAUSE;
    if (!err && state) {
        time_t started = time(NULL);
        err = make(app, reading, writing, state);
        if (err)
            log_error("package not made", log_number("error", err));
        pause = (long)(time(NULL) - started) * PAUSE_SHARE;
        pause = pause > PAUSE_MIN ? pause : PAUSE_MIN;
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
