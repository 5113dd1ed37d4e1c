/* Routes: who may ask for each row of routes.tbl, which handler answers, and the form that it takes. */
#include "routes.h"

#include "desk/desk.h"
#include "pages/pages.h"

const struct route site_routes[ROUTES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORMATS, NL, FR, DE, EN) [ROUTE_##ID] = { ACCESS, HANDLER, NULL },
#define SITE_ROUTE(ID, ACCESS, HANDLER, PATH) [ROUTE_##ID] = { ACCESS, HANDLER, NULL },
#define DESK_ROUTE(ID, ACCESS, HANDLER, FORM, NL, FR, DE, EN) [ROUTE_##ID] = { ACCESS, HANDLER, FORM },
#include "routes.tbl"
#undef ROUTE
#undef SITE_ROUTE
#undef DESK_ROUTE
};
