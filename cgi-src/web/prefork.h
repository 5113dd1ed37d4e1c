/* Prefork: a parent that keeps a number of children answering requests. */
#ifndef WEB_PREFORK_H
#define WEB_PREFORK_H

#include "base/metrics.h"

/* Starts COUNT children, each running CHILD(CONTEXT), and one beside them that runs KEEPER(CONTEXT), and one RESOLVER(CONTEXT)
 * (NULL for none); starts another for each that ends. Returns after SIGTERM, SIGINT or SIGHUP, when all have finished the request
 * in hand; those that take longer than ten seconds are killed. METRICS learns of children and of new ones. */
void prefork(int count, void (*child)(void *context), void (*keeper)(void *context), void (*resolver)(void *context),
             void *context, struct metrics *metrics);

#endif
