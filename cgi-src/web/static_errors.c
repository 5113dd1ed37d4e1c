/* Static errors: the error pages that nginx shows when the program cannot, as files. */
#include "web/static_errors.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "view/error.h"

/* What nginx answers by itself: malformed or too large requests, the rate limit, and an application that is away. */
static const int statuses[] = { 400, 404, 405, 413, 429, 500, 503 };

static bool write_page(const struct exchange *exchange, const char *path)
{
    FILE *file = fopen(path, "wb");
    bool written =
        file && fwrite(exchange->response.body.bytes, 1, exchange->response.body.length, file) == exchange->response.body.length;
    if (file && fclose(file) != 0)
        written = false;
    if (!written)
        log_error("cannot write", log_string("path", path), log_string("detail", strerror(errno)));
    return written;
}

bool static_errors_write(const struct app *app, const char *folder)
{
    struct arena *arena = arena_new();
    bool written = true;
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        for (enum language language = 0; language < LANGUAGES && written; language++) {
            struct exchange exchange = {
                .app = app,
                .arena = arena,
                .request = { .path = arena_print(arena, "/%s/", language_tag(language)) },
                .view = { .arena = arena, .templates = app->templates, .site_url = app->config.site_url, .language = language },
            };
            exchange_error(&exchange, statuses[i]);
            written = write_page(&exchange, arena_print(arena, "%s/%d.%s.html", folder, statuses[i], language_tag(language)));
        }
    }
    arena_free(arena);
    return written;
}
