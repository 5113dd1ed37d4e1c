/* Route: the paths of this site, from a path to its row in routes.tbl and back. */
#ifndef HTTP_ROUTE_H
#define HTTP_ROUTE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/language.h"

enum route_id {
#define ROUTE(ID, ACCESS, HANDLER, NL, FR, DE, EN) ROUTE_##ID,
#define SITE_ROUTE(ID, ACCESS, HANDLER, PATH) ROUTE_##ID,
#include "routes.tbl"
#undef ROUTE
#undef SITE_ROUTE
    ROUTES
};

/* LANGUAGE is LANGUAGES for a path that belongs to no language; SLUG is NULL for a pattern without one. */
struct route_match {
    enum route_id id;
    enum language language;
    const char *slug;
};

/* Finds the row for PATH; false when there is none. SLUG is copied to ARENA. */
bool route_match(const char *path, struct arena *arena, struct route_match *match);

/* The path of a row in a language, with SLUG in its place; both are ignored where the pattern has no use for them. */
const char *route_path(struct arena *arena, enum route_id id, enum language language, const char *slug);

/* The language that PATH starts with ("/nl" or "/nl/…"); LANGUAGES when it starts with none. */
enum language route_language(const char *path);

#endif
