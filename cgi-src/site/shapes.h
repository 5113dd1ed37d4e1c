/* SPDX-License-Identifier: EUPL-1.2 */
/* Shapes: the schemas of records and lists as JSON (JSON Schema 2020-12), made from the tables of
 * fields and columns that also make the answers. */
#ifndef SITE_SHAPES_H
#define SITE_SHAPES_H

#include "site/datasets.h"
#include "web/exchange.h"

/* The properties that all records and all lists have, in JSON. */
extern const char shapes_of_records[], shapes_of_lists[];

/* Adds to SCHEMAS the schema of each kind of record ("meeting"), of each list ("meetings"), and of
 * their shared parts. */
void shapes_add(const struct app *app, struct arena *arena, cJSON *schemas);

/* The names of the schema of the records or the list at a route, in JSON and in GeoJSON; NULL when
 * the route has none. */
const char *shape_name(enum route_id id, enum format format, struct arena *arena);

#endif
