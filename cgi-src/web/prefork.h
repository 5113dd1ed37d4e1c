/* SPDX-License-Identifier: EUPL-1.2 */
/* Prefork: a parent that keeps a number of children answering requests. */
#ifndef WEB_PREFORK_H
#define WEB_PREFORK_H

#include "base/metrics.h"
#include "web/deadline.h"

/* The functions that the processes run, each with CONTEXT. CHILD gets its number, too, from 0; each
 * of the others is one process, or none when it is NULL. METRICS counts children, restarts, and
 * requests that DEADLINES cut off. */
struct prefork {
    int children;
    void (*child)(void *context, int number);
    void (*keeper)(void *context), (*packer)(void *context), (*resolver)(void *context),
        (*decoder)(void *context);
    void *context;
    struct metrics *metrics;
    struct deadline *deadlines;
};

enum { PREFORK_CHILDREN_MAX = 64 };

/* Starts them, and another one for each that ends. Returns after SIGTERM, SIGINT or SIGHUP, when
 * all have finished the request in hand; those that take longer than ten seconds are killed. */
void prefork(const struct prefork *processes);

#endif
