/* Benelux+: the subcommands, and what the program is made of. */
#include <malloc.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "http/gateway.h"
#include "model/content.h"
#include "routes.h"
#include "text/templates.h"
#include "web/dispatch.h"
#include "web/prefork.h"
#include "web/static_errors.h"

enum { CHILDREN_EACH_PROCESSOR = 4 };

static const char usage[] = "usage: benelux-plus COMMAND\n"
                            "  serve                 answer FastCGI requests until SIGTERM\n"
                            "  content load FOLDER   import documents that the database does not have yet (desk role)\n"
                            "  error-pages FOLDER    write the error pages that nginx shows by itself\n"
                            "  config                print the settings\n"
                            "Started with the environment of the CGI and no command, it answers that one request.\n";

/* Reads all that the pages are made of. False, with a line in the log, when something is missing. */
static bool app_build(struct app *app)
{
    struct arena *arena = app->arena = arena_new();
    const char *share = app->config.share;
    struct phrasebook book = { .folder = arena_print(arena, "%s/templates", share) };
    if (sodium_init() < 0)
        return false;
    book.catalogue = app->catalogue = catalogue_load(arena_print(arena, "%s/locale", share), arena);
    book.assets = app->assets = book.catalogue ? assets_load(share, arena) : NULL;
    app->templates = book.assets ? templates_load(&book, app->config.strict) : NULL;
    app->routes = site_routes;
    return app->templates;
}

static void app_release(struct app *app)
{
    templates_free(app->templates);
    arena_free(app->arena);
}

/* What each process that answers requests has to itself. */
static void answer_with(struct app *app, void (*run)(const struct gateway_handler *handler, int socket), int socket)
{
    app->database = database_new(app->config.database, app->config.database_timeout_ms);
    struct dispatcher dispatcher = { .app = app, .arena = arena_new() };
    run(&(struct gateway_handler){ .handle = dispatch, .context = &dispatcher }, socket);
    arena_free(dispatcher.arena);
    database_free(app->database);
}

static void run_cgi(const struct gateway_handler *handler, int socket)
{
    (void)socket;
    gateway_answer(handler);
}

static void run_fastcgi(const struct gateway_handler *handler, int socket)
{
    gateway_serve(socket, handler);
}

struct listener {
    struct app *app;
    int socket;
};

static void serve_child(void *context)
{
    struct listener *listener = context;
    answer_with(listener->app, run_fastcgi, listener->socket);
}

static int serve(struct app *app)
{
    struct listener listener = { .app = app };
    listener.socket = gateway_inherited() ? STDIN_FILENO : gateway_listen(app->config.listen);
    if (listener.socket < 0)
        return EXIT_FAILURE;
    int children = app->config.children;
    if (!children)
        children = CHILDREN_EACH_PROCESSOR * (int)sysconf(_SC_NPROCESSORS_ONLN);
    prefork(children, serve_child, &listener);
    return EXIT_SUCCESS;
}

static int answer_cgi(struct app *app)
{
    answer_with(app, run_cgi, -1);
    return EXIT_SUCCESS;
}

static int write_error_pages(struct app *app, const char *folder)
{
    return static_errors_write(app, folder) ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int load_content(const struct config *config, const char *folder)
{
    struct database *database = database_new(config->database, config->database_timeout_ms);
    enum err err = content_load(database, folder);
    database_free(database);
    return err ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int count, char **arguments)
{
    /* What a request gives back is kept for the next one, rather than returned to the kernel and fetched again. */
    mallopt(M_TRIM_THRESHOLD, 2 * 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);

    struct app app = { 0 };
    const char *command = count > 1 ? arguments[1] : "";
    if (!config_read(&app.config))
        return EXIT_FAILURE;

    if (strcmp(command, "config") == 0 && count == 2) {
        config_print(&app.config);
        return EXIT_SUCCESS;
    }
    if (strcmp(command, "content") == 0 && count == 4 && strcmp(arguments[2], "load") == 0)
        return load_content(&app.config, arguments[3]);

    bool cgi = count == 1 && gateway_is_cgi();
    bool pages = strcmp(command, "error-pages") == 0 && count == 3;
    if (!cgi && !pages && (strcmp(command, "serve") != 0 || count != 2)) {
        fputs(usage, stderr);
        return EXIT_FAILURE;
    }
    int status = EXIT_FAILURE;
    if (app_build(&app))
        status = pages ? write_error_pages(&app, arguments[2]) : cgi ? answer_cgi(&app) : serve(&app);
    app_release(&app);
    return status;
}
