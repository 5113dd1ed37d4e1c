/* Routes: who may ask for each row of routes.tbl, and which handler answers. */
#include "routes.h"

#include "pages/pages.h"

const struct route site_routes[ROUTES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORMS, NL, FR, DE, EN) [ROUTE_##ID] = { ACCESS, HANDLER },
#define SITE_ROUTE(ID, ACCESS, HANDLER, PATH) [ROUTE_##ID] = { ACCESS, HANDLER },
#include "routes.tbl"
#undef ROUTE
#undef SITE_ROUTE
};
