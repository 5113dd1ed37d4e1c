/* SPDX-License-Identifier: EUPL-1.2 */
/* Benelux+: the subcommands, and how the program is put together. */
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
#include "desk/keeper.h"
#include "http/gateway.h"
#include "routes.h"
#include "site/package/make.h"
#include "text/templates.h"
#include "web/dispatch.h"
#include "web/prefork.h"
#include "web/static_errors.h"

_Static_assert((int)CONFIG_CHILDREN_MAX <= (int)PREFORK_CHILDREN_MAX, "a place for each child");

static const char usage[] =
    "usage: benelux-plus COMMAND\n"
    "  serve [desk]          answer FastCGI requests until SIGTERM: those of the site, or those of "
    "the desk\n"
    "  account list          print the accounts of the desk (this and all below: desk role)\n"
    "  account add NAME ROLE add one; ROLE is editor or administrator, the password on standard "
    "input\n"
    "  account password NAME set the password, from standard input; ends its sessions\n"
    "  account role NAME ROLE    make it an editor or an administrator\n"
    "  account disable NAME  lock it and end its sessions\n"
    "  account enable NAME   unlock it\n"
    "  account log-out NAME  end its sessions, everywhere\n"
    "  account reset-codes NAME  remove the one-time codes of an account whose device is lost\n"
    "  account verify NAME   ends with 0 when the password on standard input is that of the "
    "account, else with 1\n"
    "  account count         print the number of accounts\n"
    "  check                 print what needs attention, one line each, at most a thousand of a "
    "kind; ends with 1 when\n"
    "                        there is something, with 2 when the database cannot be queried\n"
    "  content load FOLDER   import documents that the database does not have yet (desk role)\n"
    "  content export FOLDER write all that is public into an empty folder, as files that can be "
    "loaded (desk role)\n"
    "  recompose             compose everything derived in the database anew from facts and texts "
    "(desk role)\n"
    "  error-pages FOLDER    write the error pages that nginx shows by itself\n"
    "  nginx-queries         print the parameters that each page takes, for nginx\n"
    "  config                print the settings\n"
    "  routes                print the table of addresses: who may ask for which, and by which "
    "methods\n"
    "Started with the environment of the CGI and no command, it answers that one request.\n";

/* Reads everything that pages are made of. False, with a line in the log, when something is
 * missing. */
static bool app_build(struct app *app)
{
    struct arena *arena = app->arena = arena_new();
    const char *share = app->config.share;
    struct phrasebook book = { .folder = arena_print(arena, "%s/templates", share) };
    if (sodium_init() < 0)
        return false;
    book.catalogue = app->catalogue = catalogue_load(arena_print(arena, "%s/locale", share), arena);
    book.assets = app->assets = book.catalogue ? assets_load(share, arena) : NULL;
    app->templates = book.assets ? templates_load(&book, app->desk, app->config.strict) : NULL;
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

/* What the processes of "serve" share. */
struct listener {
    struct app *app;
    int socket;
    struct places places;
    const struct sandbox *sandbox, *resolver_sandbox; /* NULL for none */
    struct resolver *resolver;  /* NULL without the sandbox, and where the database has no name */
    struct deadline *deadlines; /* one for each child */
};

/* Runs at each new connection: a database server that has lost the end of its log in a crash may
 * give two states of the site one name. */
static void forget_pages(void *cache)
{
    shared_cache_forget(cache);
}

/* Makes what each process that answers requests has for itself, and runs it. */
static void answer_with(struct app *app, const struct resolver *resolver, struct deadline *deadline,
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
    struct dispatcher dispatcher = { .app = app, .arena = arena_new(), .deadline = deadline };
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

/* Connections to the database, and to nothing else. */
static struct sandbox_network network_to(const struct places *places)
{
    struct sandbox_network network = { .unix_sockets = !places->known, .any_port = !places->known };
    for (size_t i = 0; i < places->count; i++) {
        const struct place *place = &places->items[i];
        network.unix_sockets = network.unix_sockets || place->is_socket;
        network.abstract_sockets = network.abstract_sockets || place->is_abstract;
        if (!place->is_socket && network.port_count < SANDBOX_PORTS_MAX)
            network.ports[network.port_count++] = (uint16_t)place->port;
        else if (!place->is_socket)
            network.any_port = true;
    }
    return network;
}

/* What the processes read after the start: the files of the program; settings of its libraries,
 * time zones, the dictionary of weak passwords, certificates; and the password for the database.
 * NULL when that cannot be determined. */
static const char *const *readable_paths(const struct app *app)
{
    static const char *const usual[] = { "/usr", "/lib",       "/lib64",    "/etc",
                                         "/dev", "/proc/self", "/proc/sys", "/var/cache/cracklib" };
    enum { USUAL = sizeof usual / sizeof *usual };
    const char *const *files = places_files(app->config.database, app->arena);
    size_t count = 0;
    while (files && files[count])
        count++;
    const char **paths = arena_array(app->arena, USUAL + count + 2, sizeof *paths);
    memcpy(paths, usual, sizeof usual);
    paths[USUAL] = app->config.share;
    if (count)
        memcpy(paths + USUAL + 1, files, count * sizeof *paths);
    return files ? paths : NULL;
}

static void log_sandbox(const struct sandbox_network *network)
{
    struct sandbox_offer offer = sandbox_offered();
    bool tcp = network->any_port || network->port_count;
    bool bound = offer.landlock >= SANDBOX_LANDLOCK_PORTS && !network->any_port;
    log_info("sandbox", log_string("seccomp", offer.seccomp ? "yes" : "no"),
             log_number("landlock", offer.landlock),
             log_string("unix_sockets", network->unix_sockets ? "yes" : "no"),
             log_string("tcp", !tcp    ? "no"
                               : bound ? "the port of the database"
                                       : "any port"));
}

/* False when the sandbox is required and the kernel does not offer all of it. */
static bool prepare_sandbox(struct listener *listener)
{
    int wanted = listener->app->config.sandbox;
    if (!wanted) {
        log_info("sandbox off: BENELUX_SANDBOX=0");
        return true;
    }
    listener->places = places_of(listener->app->config.database, listener->app->arena);
    struct sandbox_network network = network_to(&listener->places);
    network.pairs = listener->app->desk; /* for the decoder */
    struct arena *arena = listener->app->arena;
    listener->resolver = resolver_new(&listener->places, arena);
    listener->sandbox = sandbox_new(&network, readable_paths(listener->app), arena);
    if (listener->resolver)
        listener->resolver_sandbox = sandbox_new(
            &(struct sandbox_network){ .resolves = true, .any_port = true }, NULL, arena);
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

static void serve_child(void *context, int number)
{
    const struct listener *listener = context;
    resolver_only_read(listener->resolver);
    enter_sandbox(listener, listener->sandbox);
    answer_with(listener->app, listener->resolver, deadline_of(listener->deadlines, number),
                run_fastcgi, listener->socket);
}

/* The database of a process that answers no requests. */
static struct database *own_database(const struct listener *listener)
{
    const struct app *app = listener->app;
    return database_new(&(struct database_setup){
        .conninfo = app->config.database,
        .timeout_ms = app->config.database_timeout_ms,
        .resolver = listener->resolver,
        .metrics = app->metrics,
    });
}

static void keep(void *context)
{
    const struct listener *listener = context;
    resolver_only_read(listener->resolver);
    enter_sandbox(listener, listener->sandbox);
    struct database *database = own_database(listener);
    keeper_run(database);
    database_free(database);
}

static void pack(void *context)
{
    const struct listener *listener = context;
    resolver_only_read(listener->resolver);
    enter_sandbox(listener, listener->sandbox);
    struct database *reading = own_database(listener), *writing = own_database(listener);
    package_run(listener->app, reading, writing);
    database_free(reading);
    database_free(writing);
}

static void decode(void *context)
{
    const struct listener *listener = context;
    decoder_run(listener->app->decoder);
}

static void resolve(void *context)
{
    const struct listener *listener = context;
    enter_sandbox(listener, listener->resolver_sandbox);
    resolver_run(listener->resolver);
}

static int count_children(const struct config *config)
{
    int usual = CONFIG_CHILDREN_EACH_PROCESSOR_MAX * (int)sysconf(_SC_NPROCESSORS_ONLN);
    if (config->children)
        return config->children;
    return usual < CONFIG_CHILDREN_MAX ? usual : CONFIG_CHILDREN_MAX;
}

static int serve(struct app *app)
{
    struct listener listener = { .app = app };
    int children = count_children(&app->config);
    listener.socket = gateway_inherited() ? STDIN_FILENO : gateway_listen(app->config.listen);
    if (listener.socket < 0 || !prepare_sandbox(&listener))
        return EXIT_FAILURE;
    if (app->desk && !(app->decoder = decoder_new(app->arena)))
        return EXIT_FAILURE;
    if (!app->desk && app->config.cached_pages)
        app->page_cache = shared_cache_new(2 * (size_t)app->config.cached_pages); /* entries */
    app->breaker = breaker_new();
    listener.deadlines = deadline_new(children);
    prefork(&(struct prefork){
        .children = children,
        .child = serve_child,
        .keeper = app->desk ? keep : NULL,
        .packer = app->desk ? pack : NULL,
        .resolver = listener.resolver ? resolve : NULL,
        .decoder = app->decoder ? decode : NULL,
        .context = &listener,
        .metrics = app->metrics,
        .deadlines = listener.deadlines,
    });
    deadline_free(listener.deadlines, children);
    return EXIT_SUCCESS;
}

static int answer_cgi(struct app *app)
{
    answer_with(app, NULL, NULL, run_cgi, -1);
    return EXIT_SUCCESS;
}

static int write_error_pages(struct app *app, const char *folder)
{
    return static_errors_write(app, folder) ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Runs a command of "account" and returns its exit status; negative when there is no such
 * command. */
static int change_accounts(const struct config *config, int count, char **words)
{
    static const struct {
        const char *command, *what;
        bool with_role;
    } changes[] = {
        { "add", "add", true },
        { "role", "role", true },
        { "password", "password", false },
        { "disable", "disable", false },
        { "enable", "enable", false },
        { "log-out", "log-out", false },
        { "reset-codes", "codes", false },
    };
    for (size_t i = 0; count > 0 && i < sizeof changes / sizeof *changes; i++)
        if (strcmp(words[0], changes[i].command) == 0 && count == (changes[i].with_role ? 3 : 2))
            return command_change_account(config, changes[i].what, words[1],
                                          changes[i].with_role ? words[2] : NULL);
    if (count == 2 && strcmp(words[0], "verify") == 0)
        return command_verify_account(config, words[1]);
    if (count == 1 && strcmp(words[0], "list") == 0)
        return command_list_accounts(config);
    if (count == 1 && strcmp(words[0], "count") == 0)
        return command_count_accounts(config);
    return -1;
}

int main(int count, char **arguments)
{
    /* Keeps the memory that a request gives back for the next one, rather than return it to the
     * kernel and fetch it again. */
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
    if (strcmp(command, "nginx-queries") == 0 && count == 2) {
        routes_print_queries();
        return EXIT_SUCCESS;
    }
    if (strcmp(command, "content") == 0 && count == 4 && strcmp(arguments[2], "load") == 0)
        return command_load_content(&app.config, arguments[3]);
    if (strcmp(command, "content") == 0 && count == 4 && strcmp(arguments[2], "export") == 0)
        return command_export_content(&app.config, arguments[3]);
    if (strcmp(command, "recompose") == 0 && count == 2)
        return command_recompose(&app.config);
    if (strcmp(command, "account") == 0 && sodium_init() >= 0) {
        int status = change_accounts(&app.config, count - 2, arguments + 2);
        if (status >= 0)
            return status;
    }

    bool cgi = count == 1 && gateway_is_cgi();
    bool pages = strcmp(command, "error-pages") == 0 && count == 3;
    app.desk =
        cgi ? getenv("BENELUX_DESK") != NULL : count == 3 && strcmp(arguments[2], "desk") == 0;
    if (!cgi && !pages && (strcmp(command, "serve") != 0 || (count != 2 && !app.desk))) {
        fputs(usage, stderr);
        return EXIT_FAILURE;
    }
    int status = EXIT_FAILURE;
    if (app_build(&app))
        status = pages ? write_error_pages(&app, arguments[2])
                 : cgi ? answer_cgi(&app)
                       : serve(&app);
    app_release(&app);
    return status;
}
