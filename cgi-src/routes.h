/* SPDX-License-Identifier: EUPL-1.2 */
/* Routes: who may ask for each row of routes.tbl, and which handler answers. */
#ifndef ROUTES_TABLE_H
#define ROUTES_TABLE_H

#include "web/exchange.h"

extern const struct route site_routes[ROUTES];

/* Prints the table as tab-separated values, a heading first: id, access, methods, paths (separated
 * by spaces), milliseconds of the processor that a request may take. */
void routes_print(void);

/* Prints the parameters that each page takes, as lines of a "map" of nginx: its path, and the query
 * in the key of its cache. Data gets all parameters, since it refuses unknown ones. */
void routes_print_queries(void);

#endif
