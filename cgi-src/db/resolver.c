/* SPDX-License-Identifier: EUPL-1.2 */
/* Resolver: a process that asks for the addresses of the database's hosts. */
#include "db/resolver.h"

#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#include "base/log.h"
#include "base/shared_memory.h"

enum { PAUSE = 2 /* seconds */, WAIT_ROUNDS = 100 /* of 10 ms, for the first answer */ };

/* What is learnt goes to the slot that is not read, and then becomes the one that is: LATEST
 * counts, 0 is nothing yet. */
struct shared {
    atomic_uint latest;
    struct resolved slots[2];
};

struct resolver {
    const struct places *places;
    struct shared *writable; /* NULL but in the resolver */
    const struct shared *readable;
};

struct resolver *resolver_new(const struct places *places, struct arena *arena)
{
    bool named = false;
    for (size_t i = 0; i < places->count; i++)
        named = named || places->items[i].is_named;
    if (!named)
        return NULL;
    struct shared_views views = shared_memory_views(sizeof(struct shared), "addresses");
    if (!views.writable || !views.readable)
        return NULL;
    struct resolver *resolver = arena_alloc(arena, sizeof *resolver);
    *resolver = (struct resolver){ .places = places,
                                   .writable = views.writable,
                                   .readable = views.readable };
    return resolver;
}

void resolver_only_read(struct resolver *resolver)
{
    if (resolver && resolver->writable)
        shared_memory_free(resolver->writable, sizeof *resolver->writable);
    if (resolver)
        resolver->writable = NULL;
}

/* An item may be empty: commas count. */
static void add(char *list, const char *item, bool first)
{
    size_t length = strlen(list);
    snprintf(list + length, RESOLVED_MAX - length, "%s%s", first ? "" : ",", item);
}

/* False when it does not fit. */
static bool add_address(struct resolved *resolved, const struct place *place, const char *address)
{
    char port[16];
    snprintf(port, sizeof port, "%d", place->port);
    if (strlen(resolved->hosts) + strlen(place->host) + 2 > RESOLVED_MAX ||
        strlen(resolved->addresses) + strlen(address) + 2 > RESOLVED_MAX ||
        strlen(resolved->ports) + strlen(port) + 2 > RESOLVED_MAX)
        return false;
    bool first = !*resolved->ports;
    add(resolved->hosts, place->host, first);
    add(resolved->addresses, address, first);
    add(resolved->ports, port, first);
    return true;
}

static bool ask(struct resolved *resolved, const struct place *place)
{
    const struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM };
    struct addrinfo *found = NULL;
    if (getaddrinfo(place->host, NULL, &hints, &found) != 0)
        return false;
    bool any = false;
    for (const struct addrinfo *one = found; one; one = one->ai_next) {
        char address[NI_MAXHOST];
        if (getnameinfo(one->ai_addr, one->ai_addrlen, address, sizeof address, NULL, 0,
                        NI_NUMERICHOST) == 0)
            any = add_address(resolved, place, address) || any;
    }
    freeaddrinfo(found);
    return any;
}

/* A host of which nothing is known is left out; the others may answer. */
static bool ask_all(struct resolved *resolved, const struct places *places)
{
    bool any = false;
    for (size_t i = 0; i < places->count; i++) {
        const struct place *place = &places->items[i];
        if (place->is_named)
            any = ask(resolved, place) || any;
        else
            any = add_address(resolved, place,
                              place->address     ? place->address
                              : place->is_socket ? ""
                                                 : place->host) ||
                  any;
    }
    return any;
}

/* Name servers give the same addresses in another order each time. */
static bool has_all(const char *list, const char *items)
{
    char item[NI_MAXHOST + 2], all[RESOLVED_MAX + 2];
    snprintf(all, sizeof all, ",%.*s,", RESOLVED_MAX - 1, list);
    for (bool last = false; !last; items += strcspn(items, ",") + 1) {
        size_t length = strcspn(items, ",");
        last = !items[length];
        snprintf(item, sizeof item, ",%.*s,", (int)length, items);
        if (!strstr(all, item))
            return false;
    }
    return true;
}

static bool is_same(const struct resolved *one, const struct resolved *other)
{
    return strlen(one->addresses) == strlen(other->addresses) &&
           has_all(one->addresses, other->addresses) && strlen(one->hosts) == strlen(other->hosts);
}

static void keep(struct shared *shared, const struct resolved *resolved)
{
    unsigned latest = atomic_load(&shared->latest);
    if (latest && is_same(&shared->slots[latest % 2], resolved))
        return;
    shared->slots[(latest + 1) % 2] = *resolved;
    atomic_store(&shared->latest, latest + 1);
    log_info("the database is at", log_string("hosts", resolved->hosts),
             log_string("addresses", resolved->addresses));
}

void resolver_run(struct resolver *resolver)
{
    const struct timespec pause = { .tv_sec = PAUSE };
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigprocmask(SIG_BLOCK, &stop, NULL);
    int signal;
    do {
        struct resolved resolved;
        memset(&resolved, 0, sizeof resolved);
        if (ask_all(&resolved, resolver->places))
            keep(resolver->writable, &resolved);
        while ((signal = sigtimedwait(&stop, NULL, &pause)) < 0 && errno == EINTR)
            ;
    } while (signal != SIGTERM);
}

bool resolver_read(const struct resolver *resolver, struct resolved *found)
{
    unsigned latest = atomic_load(&resolver->readable->latest);
    for (int round = 0; !latest && round < WAIT_ROUNDS; round++) {
        nanosleep(&(struct timespec){ .tv_nsec = 10000000 }, NULL);
        latest = atomic_load(&resolver->readable->latest);
    }
    if (!latest)
        return false;
    *found = resolver->readable->slots[latest % 2];
    found->hosts[RESOLVED_MAX - 1] = found->addresses[RESOLVED_MAX - 1] =
        found->ports[RESOLVED_MAX - 1] = '\0';
    return true;
}
