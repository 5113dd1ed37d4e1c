/* SPDX-License-Identifier: EUPL-1.2 */
/* Place: where a connection string leads, before anything is connected. */
#ifndef DB_PLACE_H
#define DB_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* One server of a connection string. */
struct place {
    const char *host; /* a name, an address, or a folder of unix sockets; "" where only the address
                         is given */
    const char *address; /* of IP; NULL where none is given */
    int port;
    bool is_socket;   /* of unix, */
    bool is_abstract; /* without a file */
    bool is_named;    /* its address has to be asked for */
};

struct places {
    struct place *items;
    size_t count;
    bool known; /* false when the string does not say, since it names a service, or is not one */
};

/* The files that libpq may read for CONNINFO, those of the environment and of the user's home among
 * them; a list that ends in NULL. NULL where it cannot be known, as with a service. */
const char *const *places_files(const char *conninfo, struct arena *arena);

/* Of CONNINFO and of what libpq takes from the environment (PGHOST and the like). Strings live in
 * ARENA. */
struct places places_of(const char *conninfo, struct arena *arena);

#endif
