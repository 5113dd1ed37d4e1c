/* Benelux+: the subcommands, and what the program is made of. */
#include <malloc.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/sandbox.h"
#include "commands.h"
#include "db/place.h"
#include "db/resolver.h"
#include "http/gateway.h"
#include "routes.h"
#include "text/templates.h"
#include "web/dispatch.h"
#include "web/keeper.h"
#include "web/prefork.h"
#include "web/static_errors.h"

enum { CHILDREN_EACH_PROCESSOR = 4 };

static const char usage[] =
    "usage: benelux-plus COMMAND\n"
    "  serve [desk]          answer FastCGI requests until SIGTERM: those of the site, or those of the desk\n"
    "  account add NAME ROLE add an account of the desk; ROLE is editor or administrator, the password on\n"
    "                        standard input (desk role)\n"
    "  account reset-codes NAME  take the one-time codes of an account away, whose device is lost (desk role)\n"
    "  account count         print how many accounts there are (desk role)\n"
    "  check                 print what needs care, a line each, at most a thousand of a kind; ends with 1 when\n"
    "                        there is something, with 2 when the database cannot be asked (desk role)\n"
    "  content load FOLDER   import documents that the database does not have yet (desk role)\n"
    "  content export FOLDER write all that is public into an empty folder, as files that can be loaded (desk role)\n"
    "  error-pages FOLDER    write the error pages that nginx shows by itself\n"
    "  config                print the settings\n"
    "  routes                print the table of addresses: who may ask for which, and by which methods\n"
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
    app->templates =
        book.assets ? templates_load(&book, app->desk ? "pages,feeds,desk" : "pages,feeds", app->config.strict) : NULL;
    app->routes = site_routes;
    app->metrics = metrics_new(COUNTED_ROWS);
    return app->templates && app->metrics;
}

static void app_release(struct app *app)
{
    templates_free(app->templates);
    metrics_free(app->metrics);
    shared_cache_free(app->page_cache);
    breaker_free(app->breaker);
    arena_free(app->arena);
}

/* What the processes that "serve" starts share. */
struct listener {
    struct app *app;
    int socket;
    struct places places;
    const struct sandbox *sandbox, *resolver_sandbox; /* NULL for none */
    struct resolver *resolver;                        /* NULL without the sandbox, and where the database has no name */
};

/* A server that came back may call two states of the site by one name, if it lost the end of its log. */
static void forget_pages(void *cache)
{
    shared_cache_forget(cache);
}

/* What each process that answers requests has to itself. */
static void answer_with(struct app *app, const struct resolver *resolver,
                        void (*run)(const struct gateway_handler *handler, int socket), int socket)
{
    app->database = database_new(&(struct database_setup){
        .conninfo = app->config.database,
        .timeout_ms = app->config.database_timeout_ms,
        .reads_anywhere = !app->desk,
        .resolver = resolver,
        .breaker = app->breaker,
        .metrics = app->metrics,
        .connected = app->page_cache ? forget_pages : NULL,
        .context = app->page_cache,
    });
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

/* The way to the database, and nothing else. */
static struct sandbox_network network_to(const struct places *places)
{
    struct sandbox_network network = { .unix_sockets = !places->known, .any_port = !places->known };
    for (size_t i = 0; i < places->count; i++) {
        const struct place *place = &places->items[i];
        network.unix_sockets = network.unix_sockets || place->is_socket;
        network.abstract_sockets = network.abstract_sockets || place->is_abstract;
        if (!place->is_socket && network.port_count < SANDBOX_PORTS_MOST)
            network.ports[network.port_count++] = (uint16_t)place->port;
        else if (!place->is_socket)
            network.any_port = true;
    }
    return network;
}

static void log_sandbox(const struct sandbox_network *network)
{
    struct sandbox_offer offer = sandbox_offered();
    bool tcp = network->any_port || network->port_count;
    bool bound = offer.landlock >= SANDBOX_LANDLOCK_PORTS && !network->any_port;
    log_info("sandbox", log_string("seccomp", offer.seccomp ? "yes" : "no"), log_number("landlock", offer.landlock),
             log_string("unix_sockets", network->unix_sockets ? "yes" : "no"),
             log_string("tcp", !tcp    ? "no"
                               : bound ? "the port of the database"
                                       : "any port"));
}

/* False when it was asked for and the kernel does not offer it. */
static bool prepare_sandbox(struct listener *listener)
{
    int wanted = listener->app->config.sandbox;
    if (!wanted) {
        log_info("sandbox: none, as BENELUX_SANDBOX says");
        return true;
    }
    listener->places = places_of(listener->app->config.database, listener->app->arena);
    struct sandbox_network network = network_to(&listener->places);
    struct arena *arena = listener->app->arena;
    listener->resolver = resolver_new(&listener->places);
    listener->sandbox = sandbox_new(&network, arena);
    if (listener->resolver)
        listener->resolver_sandbox = sandbox_new(&(struct sandbox_network){ .resolves = true, .any_port = true }, arena);
    log_sandbox(&network);
    struct sandbox_offer offer = sandbox_offered();
    if (wanted == 2 && (!listener->sandbox || !offer.seccomp || !offer.landlock)) {
        log_error("this kernel does not offer what BENELUX_SANDBOX=2 asks for");
        return false;
    }
    return true;
}

static void enter_sandbox(const struct listener *listener, const struct sandbox *sandbox)
{
    if (sandbox && !sandbox_enter(sandbox) && listener->app->config.sandbox == 2)
        exit(EXIT_FAILURE);
}

static void serve_child(void *context)
{
    const struct listener *listener = context;
    enter_sandbox(listener, listener->sandbox);
    answer_with(listener->app, listener->resolver, run_fastcgi, listener->socket);
}

static void keep(void *context)
{
    const struct listener *listener = context;
    enter_sandbox(listener, listener->sandbox);
    const struct app *app = listener->app;
    struct database *database = database_new(&(struct database_setup){
        .conninfo = app->config.database,
        .timeout_ms = app->config.database_timeout_ms,
        .resolver = listener->resolver,
        .metrics = app->metrics,
    });
    keeper_run(database);
    database_free(database);
}

static void resolve(void *context)
{
    const struct listener *listener = context;
    enter_sandbox(listener, listener->resolver_sandbox);
    resolver_run(listener->resolver);
}

static int serve(struct app *app)
{
    struct listener listener = { .app = app };
    listener.socket = gateway_inherited() ? STDIN_FILENO : gateway_listen(app->config.listen);
    if (listener.socket < 0 || !prepare_sandbox(&listener))
        return EXIT_FAILURE;
    int children = app->config.children;
    if (!children)
        children = CHILDREN_EACH_PROCESSOR * (int)sysconf(_SC_NPROCESSORS_ONLN);
    if (!app->desk && app->config.cached_pages)
        app->page_cache = shared_cache_new((size_t)app->config.cached_pages);
    app->breaker = breaker_new();
    prefork(children, serve_child, app->desk ? keep : NULL, listener.resolver ? resolve : NULL, &listener, app->metrics);
    return EXIT_SUCCESS;
}

static int answer_cgi(struct app *app)
{
    answer_with(app, NULL, run_cgi, -1);
    return EXIT_SUCCESS;
}

static int write_error_pages(struct app *app, const char *folder)
{
    return static_errors_write(app, folder) ? EXIT_SUCCESS : EXIT_FAILURE;
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
    if (strcmp(command, "check") == 0 && count == 2)
        return command_check(&app.config);
    if (strcmp(command, "routes") == 0 && count == 2) {
        routes_print();
        return EXIT_SUCCESS;
    }
    if (strcmp(command, "content") == 0 && count == 4 && strcmp(arguments[2], "load") == 0)
        return command_load_content(&app.config, arguments[3]);
    if (strcmp(command, "content") == 0 && count == 4 && strcmp(arguments[2], "export") == 0)
        return command_export_content(&app.config, arguments[3]);
    if (strcmp(command, "account") == 0 && sodium_init() >= 0) {
        if (count == 5 && strcmp(arguments[2], "add") == 0)
            return command_add_account(&app.config, arguments[3], arguments[4]);
        if (count == 4 && strcmp(arguments[2], "reset-codes") == 0)
            return command_reset_codes(&app.config, arguments[3]);
        if (count == 3 && strcmp(arguments[2], "count") == 0)
            return command_count_accounts(&app.config);
    }

    bool cgi = count == 1 && gateway_is_cgi();
    bool pages = strcmp(command, "error-pages") == 0 && count == 3;
    app.desk = cgi ? getenv("BENELUX_DESK") != NULL : count == 3 && strcmp(arguments[2], "desk") == 0;
    if (!cgi && !pages && (strcmp(command, "serve") != 0 || (count != 2 && !app.desk))) {
        fputs(usage, stderr);
        return EXIT_FAILURE;
    }
    int status = EXIT_FAILURE;
    if (app_build(&app))
        status = pages ? write_error_pages(&app, arguments[2]) : cgi ? answer_cgi(&app) : serve(&app);
    app_release(&app);
    return status;
}
