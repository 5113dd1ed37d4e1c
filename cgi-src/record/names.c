/* SPDX-License-Identifier: EUPL-1.2 */
/* Names: the borders, countries, regions and organisations, and the places, that records name by
 * their keys. */
#include "record/names.h"

#include <string.h>

/* The prefix of codes of NUTS, the regions of European statistics. */
#define NUTS "http://data.europa.eu/nuts/code/"

STATEMENT(record_areas,
          "select key, kind, name, code, authority from visitor.area where for_language = $1"
          " order by array_position(array['border', 'country', 'region', "
          "'organisation'], kind), name collate \"und-x-icu\"");

STATEMENT(record_places, "select key, name, country, latitude, longitude from visitor.place"
                         " where for_language = $1 order by key");

static void read_areas(const struct rows *rows, struct arena *arena, void *into)
{
    struct areas *areas = into;
    areas->count = rows_count(rows);
    areas->items = arena_array(arena, areas->count, sizeof *areas->items);
    for (size_t i = 0; i < areas->count; i++)
        areas->items[i] = (struct area){ .key = rows_text(rows, i, 0),
                                         .kind = rows_text(rows, i, 1),
                                         .name = rows_text(rows, i, 2),
                                         .code = rows_text(rows, i, 3),
                                         .authority = rows_text(rows, i, 4) };
}

void areas_ask(struct batch *batch, enum language language, struct areas *areas)
{
    BATCH_ASK(batch, &record_areas, read_areas, areas, language_tag(language));
}

const struct area *area_find(const struct areas *areas, const char *key)
{
    for (size_t i = 0; i < areas->count; i++)
        if (strcmp(areas->items[i].key, key) == 0)
            return &areas->items[i];
    return NULL;
}

const char *areas_names(const struct areas *areas, const char *const *keys, size_t count,
                        struct arena *arena)
{
    const char **names = arena_array(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        const struct area *area = area_find(areas, keys[i]);
        names[i] = area ? area->name : keys[i];
    }
    return table_list(names, count, arena);
}

static void read_towns(const struct rows *rows, struct arena *arena, void *into)
{
    struct towns *towns = into;
    towns->count = rows_count(rows);
    towns->items = arena_array(arena, towns->count, sizeof *towns->items);
    for (size_t i = 0; i < towns->count; i++)
        towns->items[i] = (struct town){ .key = rows_text(rows, i, 0),
                                         .name = rows_text(rows, i, 1),
                                         .country = rows_text(rows, i, 2),
                                         .latitude = rows_text(rows, i, 3),
                                         .longitude = rows_text(rows, i, 4) };
}

void towns_ask(struct batch *batch, enum language language, struct towns *towns)
{
    BATCH_ASK(batch, &record_places, read_towns, towns, language_tag(language));
}

const struct town *town_find(const struct towns *towns, const char *key)
{
    for (size_t i = 0; i < towns->count; i++)
        if (strcmp(towns->items[i].key, key) == 0)
            return &towns->items[i];
    return NULL;
}

void record_names_ask(struct batch *batch, enum language language, struct names *names)
{
    areas_ask(batch, language, &names->areas);
    towns_ask(batch, language, &names->towns);
}

void names_fill_area(const struct areas *areas, const char *key, cJSON *item)
{
    const struct area *area = area_find(areas, key);
    json_text(item, "key", key);
    if (!area)
        return;
    json_text(item, "kind", area->kind);
    json_text(item, "name", area->name);
    json_text(item, "iso_3166", area->code);
    if (area->authority && strncmp(area->authority, NUTS, strlen(NUTS)) == 0)
        json_text(item, "nuts", area->authority + strlen(NUTS));
    json_text(item, "authority", area->authority);
}

void names_fill_place(const struct names *names, const char *key, cJSON *item)
{
    const struct town *town = town_find(&names->towns, key);
    json_text(item, "key", key);
    if (!town)
        return;
    json_text(item, "name", town->name);
    names_fill_area(&names->areas, town->country, json_member(item, "country"));
    cJSON_AddRawToObject(item, "latitude", town->latitude);
    cJSON_AddRawToObject(item, "longitude", town->longitude);
}
