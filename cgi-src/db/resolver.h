/* SPDX-License-Identifier: EUPL-1.2 */
/* Resolver: a process that asks for the addresses of the database's hosts, so that those that
 * connect need not.
 *
 * A process in the sandbox has no way to a name server. The resolver asks every other second and
 * leaves what it learns in memory that all share, so that a database that is started anew at
 * another address is found. While there is no answer, the last one stays.
 *
 * Each process knows by itself which names are asked for, and only the resolver can write what it
 * learns: the processes that answer strangers give that up for good (resolver_only_read). So none
 * of them can have another name asked for, or tell others where the database is. Whoever takes the
 * resolver over, by an answer of a name server, can lead all processes to another database.
 */
#ifndef DB_RESOLVER_H
#define DB_RESOLVER_H

#include "db/place.h"

struct resolver;

/* Lives in ARENA, and PLACES have to live as long. NULL when none of them has a name to ask for, or
 * there is no memory. To be made before the processes that use it. */
struct resolver *resolver_new(const struct places *places, struct arena *arena);

/* This process is not the resolver. */
void resolver_only_read(struct resolver *resolver);

/* Asks until SIGTERM. */
void resolver_run(struct resolver *resolver);

enum { RESOLVED_MAX = 4096 };

/* Lists with commas for libpq, one item for each address of each host. */
struct resolved {
    char hosts[RESOLVED_MAX], addresses[RESOLVED_MAX], ports[RESOLVED_MAX];
};

/* Fills FOUND with what is known; false when nothing is, after having waited for a moment. */
bool resolver_read(const struct resolver *resolver, struct resolved *found);

#endif
