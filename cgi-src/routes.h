/* Routes: who may ask for each row of routes.tbl, and which handler answers. */
#ifndef ROUTES_TABLE_H
#define ROUTES_TABLE_H

#include "web/exchange.h"

extern const struct route site_routes[ROUTES];

/* Prints the table as tab-separated values, a heading first: id, access, methods, paths (separated by spaces). */
void routes_print(void);

#endif
