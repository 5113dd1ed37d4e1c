/* SPDX-License-Identifier: EUPL-1.2 */
/* Routes: who may ask for each row of routes.tbl, and which handler answers. */
#ifndef ROUTES_TABLE_H
#define ROUTES_TABLE_H

#include "web/exchange.h"

extern const struct route site_routes[ROUTES];

/* Prints the table as tab-separated values, a heading first: id, access, methods, paths (separated
 * by spaces), milliseconds of the processor that a request may take. */
void routes_print(void);

/* Prints which parameters each page takes, as lines of a "map" of nginx: its path, and the query
 * that is its key. Data, which refuses what it does not know, gets all. */
void routes_print_queries(void);

#endif
