/* SPDX-License-Identifier: EUPL-1.2 */
/* Route: the paths of this site, from a path to its row in routes.tbl and back. */
#ifndef HTTP_ROUTE_H
#define HTTP_ROUTE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/language.h"

enum route_id {
#define ROUTE(ID, ...) ROUTE_##ID,
#define FORM_ROUTE ROUTE
#define SITE_ROUTE ROUTE
#define DESK_ROUTE ROUTE
#define DESK_FORM_ROUTE ROUTE
#include "routes.tbl"
    ROUTES
};

/* The format of a response, by the extension of the path; without one it is the page itself. */
enum format {
    FORMAT_PAGE,
    FORMAT_JSON,
    FORMAT_CSV,
    FORMAT_EXCEL,
    FORMAT_GEOJSON,
    FORMAT_CALENDAR,
    FORMAT_ATOM,
    FORMATS
};

/* Sets of formats, for the rows of the table. Whatever is available as CSV is also for Excel. */
enum {
    AS_JSON = 1 << FORMAT_JSON,
    AS_CSV = 1 << FORMAT_CSV | 1 << FORMAT_EXCEL,
    AS_GEOJSON = 1 << FORMAT_GEOJSON,
    AS_CALENDAR = 1 << FORMAT_CALENDAR,
    AS_ATOM = 1 << FORMAT_ATOM
};

/* LANGUAGE is LANGUAGES for a path that belongs to no language; SLUG is NULL for a pattern without
 * one. */
struct route_match {
    enum route_id id;
    enum language language;
    const char *slug;
    enum format format;
};

/* The id of a row as the table has it: "DESK_LOGIN". */
const char *route_name(enum route_id id);

/* Finds the row for PATH; false when there is none. SLUG is copied to ARENA. */
bool route_match(const char *path, struct arena *arena, struct route_match *match);

/* The path of a row in a language, with SLUG in its place; both are ignored where the pattern has
 * no use for them. */
const char *route_path(struct arena *arena, enum route_id id, enum language language,
                       const char *slug);

/* The set of formats of the pages of a row, beside HTML. */
unsigned route_formats(enum route_id id);

/* The path of the page at PATH in FORMAT. */
const char *route_format_path(struct arena *arena, const char *path, enum format format);

/* The name of a format, the same in every language. */
const char *route_format_name(enum format format);

/* The media type of a format (RFC 8259, 4180, 7946, 5545, 4287). */
const char *route_format_type(enum format format);

/* Whether PATH has an extension of data: then all answers are data, errors included. */
bool route_is_data(const char *path);

/* The language that PATH starts with ("/nl" or "/nl/…"); LANGUAGES when it starts with none. */
enum language route_language(const char *path);

#endif
