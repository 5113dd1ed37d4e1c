/* SPDX-License-Identifier: EUPL-1.2 */
/* Place: where a connection string leads, before anything is connected. */
#include "db/place.h"

#include <arpa/inet.h>
#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

enum { PORT_DEFAULT = 5432 };

static const char *value_of(const PQconninfoOption *options, const char *keyword)
{
    for (; options && options->keyword; options++)
        if (strcmp(options->keyword, keyword) == 0)
            return options->val && *options->val ? options->val : NULL;
    return NULL;
}

static size_t count_of(const char *list)
{
    size_t count = 1;
    for (; *list; list++)
        count += *list == ',';
    return count;
}

/* Item INDEX of a list with commas; the last one where there are fewer. */
static const char *item_of(const char *list, size_t index, struct arena *arena)
{
    for (const char *comma; index > 0 && (comma = strchr(list, ',')); index--)
        list = comma + 1;
    return arena_copy_bytes(arena, list, strcspn(list, ","));
}

static bool is_address(const char *host)
{
    unsigned char address[sizeof(struct in6_addr)];
    return inet_pton(AF_INET, host, address) == 1 || strchr(host, ':');
}

/* As libpq has it: an address goes before a host; a host that begins with a slash is a folder, one
 * with @ a socket without a file; none is the folder that libpq was built with. */
static struct place place_of(const char *host, const char *address, const char *port)
{
    bool is_socket = !*address && (!*host || *host == '/' || *host == '@');
    return (struct place){
        .host = host,
        .address = *address ? address : NULL,
        .port = *port ? atoi(port) : PORT_DEFAULT,
        .is_socket = is_socket,
        .is_abstract = is_socket && *host == '@',
        .is_named = !is_socket && !*address && !is_address(host),
    };
}

static struct places places_from(const char *hosts, const char *addresses, const char *ports,
                                 struct arena *arena)
{
    struct places places = { .known = true,
                             .count = count_of(addresses ? addresses
                                               : hosts   ? hosts
                                                         : "") };
    places.items = arena_array(arena, places.count, sizeof *places.items);
    for (size_t i = 0; i < places.count; i++)
        places.items[i] = place_of(hosts ? item_of(hosts, i, arena) : "",
                                   addresses ? item_of(addresses, i, arena) : "",
                                   ports ? item_of(ports, i, arena) : "");
    return places;
}

/* A connection string without an equals sign is the name of a database. */
static PQconninfoOption *parse(const char *conninfo)
{
    return PQconninfoParse(strchr(conninfo, '=') || strstr(conninfo, "://") ? conninfo : "", NULL);
}

const char *const *places_files(const char *conninfo, struct arena *arena)
{
    static const char *const keywords[] = { "passfile",    "sslcert", "sslkey",
                                            "sslrootcert", "sslcrl",  "sslcrldir" };
    enum { FILES = sizeof keywords / sizeof *keywords };
    PQconninfoOption *said = parse(conninfo), *usual = PQconndefaults();
    const char **files = NULL, *home = getenv("HOME");
    if (said && usual && !value_of(said, "service") && !value_of(usual, "service")) {
        size_t count = 0;
        files = arena_array(arena, FILES + 3, sizeof *files);
        for (size_t i = 0; i < FILES; i++) {
            const char *file = value_of(said, keywords[i]);
            file = file ? file : value_of(usual, keywords[i]);
            if (file)
                files[count++] = arena_copy(arena, file);
        }
        if (home && *home == '/') {
            files[count++] = arena_print(arena, "%s/.pgpass", home);
            files[count++] = arena_print(arena, "%s/.postgresql", home);
        }
    }
    PQconninfoFree(said);
    PQconninfoFree(usual);
    return files;
}

struct places places_of(const char *conninfo, struct arena *arena)
{
    PQconninfoOption *said = parse(conninfo);
    PQconninfoOption *usual = PQconndefaults();
    struct places places = { 0 };
    if (said && usual && !value_of(said, "service")) {
        const char *hosts = value_of(said, "host"), *addresses = value_of(said, "hostaddr"),
                   *ports = value_of(said, "port");
        places = places_from(hosts ? hosts : value_of(usual, "host"),
                             addresses ? addresses : value_of(usual, "hostaddr"),
                             ports ? ports : value_of(usual, "port"), arena);
    }
    PQconninfoFree(said);
    PQconninfoFree(usual);
    return places;
}
