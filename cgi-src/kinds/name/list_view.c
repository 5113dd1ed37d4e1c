/* SPDX-License-Identifier: EUPL-1.2 */
/* Places: the towns that public documents name, templates/kinds/name/list_page.tpl, and as a table.
 */
#include "kinds/name/list_view.h"

#include <string.h>

#include "text/dates.h"

const char *view_places_lead(const struct view *view)
{
    return view_phrase(view, "The towns where the forums meet and have their seats.");
}

static void fill_seats(const struct view *view, const char *keys, const struct menu *menu,
                       struct dictionary *town)
{
    struct dictionary *seats = dictionary_section(town, "SEATS");
    for (size_t length; *keys; keys += length, keys += *keys == ' ') {
        length = strcspn(keys, " ");
        const struct entry *entry = menu_find(menu, arena_copy_bytes(view->arena, keys, length));
        if (!entry)
            continue;
        struct dictionary *seat = dictionary_section(seats, "SEAT");
        dictionary_set(seat, "NAME", entry->short_title);
        dictionary_set(seat, "PATH", view_path(view, entry->kind, view->language, entry->slug));
        dictionary_set(seat, "TAG", language_tag(entry->language));
    }
}

static void fill_town(const struct view *view, const struct listed_place *place,
                      const struct menu *menu, struct dictionary *town)
{
    dictionary_set(town, "NAME", place->name);
    if (place->seated)
        fill_seats(view, place->seated, menu, town);
    if (strcmp(place->events, "0") != 0)
        dictionary_set(dictionary_section(town, "EVENTS"), "NUMBER", place->events);
    if (!place->slug)
        return;
    struct dictionary *meetings = dictionary_section(town, "MET");
    dictionary_set(meetings, "NUMBER", place->meetings);
    dictionary_set(meetings, "PATH",
                   view_path(view, DOCUMENT_MEETING, view->language, place->slug));
    dictionary_set(meetings, "TITLE", place->title);
    dictionary_set(meetings, "TAG", language_tag(place->language));
    dictionary_set(meetings, "DATE_ISO", place->day);
    dictionary_set(meetings, "DATE", date_written(place->day, view->language, view->arena));
}

/* The towns of one country follow each other in the list. */
void view_places(const struct view *view, const struct listed_places *list, const struct menu *menu,
                 struct dictionary *page)
{
    dictionary_set(page, "LEAD", view_places_lead(view));
    struct dictionary *country = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct listed_place *place = &list->items[i];
        if (i == 0 || strcmp(place->country_key, list->items[i - 1].country_key) != 0) {
            country = dictionary_section(page, "COUNTRY");
            dictionary_set(country, "KEY", place->country_key);
            dictionary_set(country, "NAME", place->country);
        }
        fill_town(view, place, menu, dictionary_section(country, "TOWN"));
    }
}

/* The columns have the names of the members of a place in a record's JSON (record/names.c). */
#define COLUMNS(COLUMN)                                                         \
    COLUMN("key", TEXT, "Name that never changes", place->key)                  \
    COLUMN("name", TEXT, "The name of the town", place->name)                   \
    COLUMN("country.key", TEXT, "Its country (ISO 3166-1)", place->country_key) \
    COLUMN("country.name", TEXT, "The name of the country", place->country)     \
    COLUMN("latitude", NUMBER, "Degrees (WGS 84)", place->latitude)             \
    COLUMN("longitude", NUMBER, "Degrees (WGS 84)", place->longitude)           \
    COLUMN("meetings", NUMBER, "How many meetings are there", place->meetings)  \
    COLUMN("events", NUMBER, "How many events are there", place->events)

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns place_columns = TABLE_COLUMNS(columns);

struct table view_places_table(const struct view *view, const struct listed_places *list)
{
    struct table table = table_new(&place_columns, list->count, view->arena);
    table.places = arena_array(view->arena, list->count, sizeof *table.places);
    const char **cell = table.cells;
    for (size_t i = 0; i < list->count; i++) {
        const struct listed_place *place = &list->items[i];
        table.places[i] = table_point(place->latitude, place->longitude, view->arena);
        COLUMNS(TABLE_CELL)
    }
    return table;
}
