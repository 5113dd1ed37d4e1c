/* Resolver: a process that asks for the addresses of the database's hosts, so that those that connect need not.
 *
 * A process in the sandbox has no way to a name server. The resolver asks every other second and leaves what it learns in memory
 * that all share, so that a database that is started anew at another address is found. While there is no answer, the last one
 * stays.
 */
#ifndef DB_RESOLVER_H
#define DB_RESOLVER_H

#include "db/place.h"

struct resolver;

/* PLACES live as long. NULL when none of them has a name to ask for, or there is no memory. To be made before the processes that
 * use it. */
struct resolver *resolver_new(const struct places *places);

/* Asks until SIGTERM. */
void resolver_run(struct resolver *resolver);

enum { RESOLVED_MOST = 4096 };

/* Lists with commas for libpq, one item for each address of each host. */
struct resolved {
    char hosts[RESOLVED_MOST], addresses[RESOLVED_MOST], ports[RESOLVED_MOST];
};

/* What is known; NULL when nothing is, after having waited for a moment. It stays as it is for some seconds at least. */
const struct resolved *resolver_read(const struct resolver *resolver);

#endif
