/* SPDX-License-Identifier: EUPL-1.2 */
/* Sandbox: what a process that answers strangers gives up, so that whoever takes it over has
 * nothing to go on with.
 *
 * It cannot open a file for writing, change or make one, start a program or a process, look into
 * another one, make memory executable, or have a socket other than one to the database; that it
 * listens on stays as it was. Two parts of the kernel hold that, each for itself: seccomp refuses
 * all system calls but some (with their arguments, where those are numbers), Landlock refuses what
 * concerns files, and TCP ports (from ABI 4, Linux 6.7), signals and abstract sockets (from ABI 6,
 * Linux 6.12). Nothing of it can be undone.
 *
 * What is refused fails with EPERM or EACCES, as if the rights were missing. It does not kill: a
 * call that a library makes once a year and that is not on the list costs a page, not the process
 * with all that waits for it. The kernel's log has a line on each refusal by seccomp where it has
 * an audit log.
 *
 * Files it can read beneath some paths only, as far as there is Landlock: where one user runs both
 * programs and the database, the password of the desk and the files of the database are out of
 * reach.
 *
 * What is not held: where the database is behind a unix socket, connecting to other unix sockets in
 * the file system, since neither part of the kernel sees their paths; other users for the two
 * programs hold that.
 */
#ifndef BASE_SANDBOX_H
#define BASE_SANDBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum {
    SANDBOX_PORTS_MAX = 16,
    SANDBOX_LANDLOCK_PORTS = 4 /* the version of Landlock that knows ports */
};

/* Where a process may connect, and what else it may do beside the usual. */
struct sandbox_network {
    bool unix_sockets;
    bool abstract_sockets; /* those without a file, too */
    bool resolves;         /* asks name servers: datagrams, to anywhere */
    bool any_port;         /* of TCP; otherwise those of PORTS */
    bool pairs;            /* makes pairs of sockets that lead to each other, to hand one over */
    bool forks;            /* starts copies of itself, waits for them, and has them give up more */
    uint16_t ports[SANDBOX_PORTS_MAX];
    int port_count;
};

/* What the kernel offers: LANDLOCK is the version of its interface, 0 without. */
struct sandbox_offer {
    bool seccomp;
    int landlock;
};

struct sandbox_offer sandbox_offered(void);

struct sandbox;

/* Makes ready what sandbox_enter gives up: all but what is needed for NETWORK, and reading beneath
 * the paths READABLE (a list that ends in NULL and lives as long; NULL for all that the user may
 * read), as far as the kernel offers. To be done once, before the processes that enter are started,
 * since it takes some memory that they share then. Owned by ARENA; NULL, with a line in the log,
 * when it cannot be made. */
const struct sandbox *sandbox_new(const struct sandbox_network *network,
                                  const char *const *readable, struct arena *arena);

/* Gives it up, for good. False, with a line in the log, when a part that the kernel offers does not
 * hold. */
bool sandbox_enter(const struct sandbox *sandbox);

#endif
