/* Routes: who may ask for each row of routes.tbl, and which handler answers. */
#ifndef ROUTES_TABLE_H
#define ROUTES_TABLE_H

#include "web/exchange.h"

extern const struct route site_routes[ROUTES];

#endif
