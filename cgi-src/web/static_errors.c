/* SPDX-License-Identifier: EUPL-1.2 */
/* Static errors: the error pages that nginx shows when the program cannot, as files. */
#include "web/static_errors.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "frame/error.h"

/* The statuses that nginx answers by itself: to malformed, too large or forbidden requests, at the
 * limit of requests, and while the program is away. */
static const int statuses[] = { 400, 401, 404, 405, 413, 429, 503 };

static bool write_file(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    bool written = file && fwrite(bytes, 1, length, file) == length;
    if (file && fclose(file) != 0)
        written = false;
    if (!written)
        log_error("cannot write", log_string("path", path), log_string("detail", strerror(errno)));
    return written;
}

static bool write_page(const struct app *app, struct arena *arena, const char *folder, int status,
                       enum language language)
{
    const char *tag = language_tag(language);
    struct exchange exchange = {
        .app = app,
        .arena = arena,
        .request = { .path = arena_print(arena, "/%s/", tag) },
        .view = { .arena = arena,
                  .templates = app->templates,
                  .catalogue = app->catalogue,
                  .config = &app->config,
                  .site_url = app->config.site_url,
                  .language = language },
    };
    exchange_error(&exchange, status);
    return write_file(arena_print(arena, "%s/%d.%s.html", folder, status, tag),
                      exchange.response.body.bytes, exchange.response.body.length);
}

/* The same for programs, in English: nginx has one file for data in all languages. */
static bool write_problem(const struct app *app, struct arena *arena, const char *folder,
                          int status)
{
    struct view view = {
        .arena = arena, .templates = app->templates, .catalogue = app->catalogue, .language = EN
    };
    struct buffer problem = buffer_in(arena);
    view_problem(&view, status, response_reason(status), &(struct query_names){ 0 }, &problem);
    return write_file(arena_print(arena, "%s/%d.json", folder, status), problem.bytes,
                      problem.length);
}

static bool write_policy(const struct app *app, struct arena *arena, const char *folder)
{
    const char *directive =
        arena_print(arena, "add_header Content-Security-Policy \"%s\" always;\n",
                    exchange_content_policy(app, "frame/error.tpl", arena));
    return write_file(arena_print(arena, "%s/policy.conf", folder), directive, strlen(directive));
}

bool static_errors_write(const struct app *app, const char *folder)
{
    struct arena *arena = arena_new();
    bool written = write_policy(app, arena, folder);
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses && written; i++) {
        written = write_problem(app, arena, folder, statuses[i]);
        for (enum language language = 0; language < LANGUAGES && written; language++)
            written = write_page(app, arena, folder, statuses[i], language);
    }
    arena_free(arena);
    return written;
}
