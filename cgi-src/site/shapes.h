/* SPDX-License-Identifier: EUPL-1.2 */
/* Shapes: what records and lists are as JSON, as schemas (JSON Schema 2020-12), made of the tables
 * of fields and columns that the answers are made of. */
#ifndef SITE_SHAPES_H
#define SITE_SHAPES_H

#include "site/datasets.h"
#include "web/exchange.h"

/* What all records and all lists have, as JSON: the properties of their schemas. */
extern const char shapes_of_records[], shapes_of_lists[];

/* Adds the schema of each kind of record ("meeting"), of each list ("meetings"), and of what they
 * are made of, to SCHEMAS. */
void shapes_add(const struct app *app, struct arena *arena, cJSON *schemas);

/* The names of the schema of the records or the list at a route, in JSON and in GeoJSON; NULL when
 * the route has none. */
const char *shape_name(enum route_id id, enum format format, struct arena *arena);

#endif
