/* SPDX-License-Identifier: EUPL-1.2 */
/* Names: the borders, countries, regions and organisations, and the places, that records name by
 * their keys. All strings live in the arena of the batch that brought them. */
#ifndef RECORD_NAMES_H
#define RECORD_NAMES_H

#include "base/language.h"
#include "db/database.h"
#include "text/json.h"
#include "text/table.h"

/* A border, a country, a region or an organisation: where obstacles can be. */
struct area {
    const char *key;
    const char *kind;      /* "border", "country", "region", "organisation" */
    const char *name;      /* in the language that was asked for */
    const char *code;      /* ISO 3166; NULL for none */
    const char *authority; /* URI in the authority tables of the EU; NULL for none */
};

struct areas {
    struct area *items; /* borders, countries, regions, organisations, each by name */
    size_t count;
};

void areas_ask(struct batch *batch, enum language language, struct areas *areas);

/* The area KEY; NULL when there is none. */
const struct area *area_find(const struct areas *areas, const char *key);

/* The names of COUNT areas as the value of a column that is a list (text/table.h); the key of an
 * area without a name. */
const char *areas_names(const struct areas *areas, const char *const *keys, size_t count,
                        struct arena *arena);

struct town {
    const char *key, *name;
    const char *country;              /* key of an area */
    const char *latitude, *longitude; /* degrees (WGS 84) */
};

struct towns {
    struct town *items;
    size_t count;
};

void towns_ask(struct batch *batch, enum language language, struct towns *towns);
const struct town *town_find(const struct towns *towns, const char *key);

/* All names that records refer to. */
struct names {
    struct areas areas;
    struct towns towns;
};

void record_names_ask(struct batch *batch, enum language language, struct names *names);

/* Writes an area, or a place with its country, into ITEM; the key alone when it is unknown. */
void names_fill_area(const struct areas *areas, const char *key, cJSON *item);
void names_fill_place(const struct names *names, const char *key, cJSON *item);

#endif
