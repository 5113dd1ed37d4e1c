/* SPDX-License-Identifier: EUPL-1.2 */
/* Whole requests, through dispatch, to both programs while their database is away: each is
 * answered, and its content never becomes a header field of its own. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "routes.h"
#include "text/templates.h"
#include "web/dispatch.h"

/* An input has a line for each of these, and then the body. */
static const char *const names[] = { "REQUEST_METHOD",       "PATH_INFO",
                                     "QUERY_STRING",         "HTTP_ACCEPT_LANGUAGE",
                                     "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH",
                                     "HTTP_COOKIE",          "HTTP_ORIGIN",
                                     "HTTP_REFERER",         "CONTENT_TYPE" };
enum { LINES = sizeof names / sizeof *names };

struct message {
    char *lines[LINES];
    const char *body;
    size_t left;
    char length[24];
};

static struct message read_message(char *text, size_t length)
{
    struct message message = { .body = "" };
    char *end = text + length;
    for (size_t i = 0; i < LINES && text < end; i++) {
        char *line_end = memchr(text, '\n', (size_t)(end - text));
        message.lines[i] = text;
        text = line_end ? line_end + 1 : end;
        if (line_end)
            *line_end = '\0';
    }
    message.body = text;
    message.left = (size_t)(end - text);
    snprintf(message.length, sizeof message.length, "%zu", message.left);
    return message;
}

static const char *variable(const char *name, void *context)
{
    struct message *message = context;
    for (size_t i = 0; i < LINES; i++)
        if (strcmp(name, names[i]) == 0)
            return message->lines[i];
    return strcmp(name, "CONTENT_LENGTH") == 0 ? message->length : NULL;
}

static size_t read_body(char *into, size_t max, void *context)
{
    struct message *message = context;
    size_t length = message->left < max ? message->left : max;
    memcpy(into, message->body, length);
    message->body += length;
    message->left -= length;
    return length;
}

static bool keep(const char *bytes, size_t length, void *context)
{
    buffer_append(context, bytes, length);
    return true;
}

/* Whether LINE is a field that the program sends; any other field would come from the request. */
static bool is_ours(const char *line, size_t length)
{
    static const char *const fields[] = { "Status",
                                          "Content-Type",
                                          "Content-Length",
                                          "Content-Language",
                                          "Location",
                                          "Vary",
                                          "ETag",
                                          "Cache-Control",
                                          "Content-Encoding",
                                          "Set-Cookie",
                                          "X-Accel-Expires",
                                          "Last-Modified",
                                          "Retry-After",
                                          "Allow",
                                          "Link",
                                          "Content-Security-Policy",
                                          "Content-Disposition",
                                          "X-Robots-Tag",
                                          "Accept-Ranges" };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        size_t name = strlen(fields[i]);
        if (length > name && strncmp(line, fields[i], name) == 0 && line[name] == ':')
            return true;
    }
    return false;
}

static void must_be_an_answer(const char *text)
{
    const char *status = text ? strstr(text, "\r\nStatus: ") : NULL,
               *end = text ? strstr(text, "\r\n\r\n") : NULL;
    must(status && end && status < end && status[10] >= '2' && status[10] <= '5');
    for (const char *line = text; line < end; line = strstr(line, "\r\n") + 2) {
        size_t length = strcspn(line, "\r\n");
        must(line[length] == '\r' && line[length + 1] == '\n' && is_ours(line, length));
    }
}

static void ask(struct app *app, const char *input, size_t length, struct arena *arena)
{
    struct dispatcher dispatcher = { .app = app, .arena = arena };
    char *copy = malloc(length + 1);
    memcpy(copy, input, length + 1);
    struct message message = read_message(copy, length);
    struct variables variables = { .get = variable, .read = read_body, .context = &message };
    struct arena *kept = arena_new();
    struct buffer answer = buffer_in(kept);
    dispatch(&variables, &(struct outlet){ .write = keep, .context = &answer }, &dispatcher);
    buffer_append(&answer, "", 1);
    must_be_an_answer(answer.bytes);
    arena_free(kept);
    free(copy);
}

static void build(struct app *app)
{
    const char *share = getenv("BENELUX_SHARE");
    must(config_read(&app->config));
    app->arena = arena_new();
    struct phrasebook book = { .folder = arena_print(app->arena, "%s/templates", share) };
    book.catalogue = app->catalogue =
        catalogue_load(arena_print(app->arena, "%s/locale", share), app->arena);
    must(book.catalogue);
    book.assets = app->assets = assets_load(share, app->arena);
    must(book.assets);
    app->templates = templates_load(&book, true, false);
    must(app->templates);
    app->routes = site_routes;
    app->database = database_new(
        &(struct database_setup){ .conninfo = "host=/nonexistent", .timeout_ms = 100 });
}

/* Changes one line, or the body, and leaves the rest alone; one path in four becomes that of a
 * route. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed);

static size_t route_into(char *part, size_t max, unsigned seed)
{
    struct arena *arena = arena_new();
    const char *path = route_path(arena, (enum route_id)(seed % ROUTES),
                                  (enum language)(seed / ROUTES % LANGUAGES), "penta");
    size_t length = path && strlen(path) <= max ? strlen(path) : 0;
    memcpy(part, path ? path : "", length);
    arena_free(arena);
    return length;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
    unsigned line = seed % (LINES + 1);
    uint8_t *start = data, *end = data + size, *stop;
    for (unsigned i = 0; i < line && (stop = memchr(start, '\n', (size_t)(end - start))); i++)
        start = stop + 1;
    stop = line < LINES ? memchr(start, '\n', (size_t)(end - start)) : NULL;
    size_t length = (size_t)((stop ? stop : end) - start), rest = (size_t)(end - start) - length;
    size_t room = max - (size_t)(start - data) - rest;
    uint8_t *part = malloc(room + 1), *tail = malloc(rest + 1);
    memcpy(part, start, length);
    memcpy(tail, start + length, rest);
    length = strcmp(line < LINES ? names[line] : "", "PATH_INFO") == 0 && seed / 16 % 4 == 0
                 ? route_into((char *)part, room, seed / 64)
                 : LLVMFuzzerMutate(part, length, room);
    for (size_t i = 0; i < length; i++)
        start[i] = line < LINES && part[i] == '\n' ? ' ' : part[i];
    memcpy(start + length, tail, rest);
    free(part);
    free(tail);
    return (size_t)(start - data) + length + rest;
}

void fuzz(const char *input, size_t length, struct arena *arena)
{
    static struct app app;
    if (!app.arena)
        build(&app);
    app.desk = false;
    ask(&app, input, length, arena);
    app.desk = true;
    ask(&app, input, length, arena);
}
