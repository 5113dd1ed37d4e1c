/* SPDX-License-Identifier: EUPL-1.2 */
/* Map: shows who takes part in something, as a picture of areas with a list in words:
 * templates/frame/_map.tpl, _map_of_borders.tpl and _map_of_all.tpl. */
#include "frame/map.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "frame/box.h"
#include "frame/labels.h"
#include "frame/outline.h"

struct area {
    const char *code;
    struct box box;
    const char *path;
};
static const struct area areas[] = {
#define AREA(code, left, top, right, bottom, path) { code, { left, top, right, bottom }, path },
#include "frame/areas.tbl"
#undef AREA
};
enum { AREAS = sizeof areas / sizeof *areas };

/* Borders between two countries; the key has their codes in small letters: "be-nl". */
static const struct border {
    const char *key;
    struct box box;
    struct point middle;
    const char *path;
} borders[] = {
#define BORDER(key, left, top, right, bottom, latitude, longitude, path) \
    { key, { left, top, right, bottom }, { latitude, longitude }, path },
#include "frame/borders.tbl"
#undef BORDER
};

static int area_find(const char *code)
{
    for (int i = 0; code && i < AREAS; i++)
        if (strcmp(areas[i].code, code) == 0)
            return i;
    return -1;
}

/* Neither a country nor the land around ("-"), whose codes are shorter. */
static bool is_region(const struct area *area)
{
    return strlen(area->code) > 2;
}

static struct label label_of(const struct area *area, const char *name, bool deep)
{
    return (struct label){ name, area->code, area->box, deep };
}

static void fill_words(const struct map_party *party, const char *section, struct dictionary *map)
{
    struct dictionary *item = dictionary_section(map, section);
    dictionary_set(item, "NAME", party->name);
    if (party->role)
        dictionary_section(item, party->role);
}

/* The list of all parties: those on the map, and those that are not. */
static void fill_lists(const struct map_party *parties, size_t count, struct dictionary *map)
{
    struct dictionary *missing = NULL;
    for (size_t i = 0; i < count; i++) {
        if (area_find(parties[i].code) >= 0) {
            fill_words(&parties[i], "SHOWN", map);
            continue;
        }
        if (!missing)
            missing = dictionary_section(map, "MISSING");
        fill_words(&parties[i], "ABSENT", missing);
    }
}

/* The look of an area: a section of the template. */
static const char *look_of(const struct map_party *party)
{
    return party->role ? party->role : "MEMBER";
}

static bool is_deep(const struct map_party *party)
{
    return !party->role || strcmp(party->role, "CO_CHAIR") == 0;
}

/* The key of the map: the look of each role. */
static void fill_key(const struct map_party *const *shown, struct dictionary *map)
{
    struct dictionary *key = NULL;
    const char *seen[AREAS];
    size_t count = 0;
    for (int i = 0; i < AREAS; i++) {
        bool known = !shown[i];
        for (size_t j = 0; !known && j < count; j++)
            known = strcmp(seen[j], look_of(shown[i])) == 0;
        if (!known)
            seen[count++] = look_of(shown[i]);
    }
    for (size_t i = 0; i < count; i++) {
        if (!key)
            key = dictionary_section(map, "KEY");
        dictionary_section(dictionary_section(key, "ENTRY"), seen[i]);
    }
}

static void fill_view(const struct view *view, struct box seen, struct dictionary *map)
{
    dictionary_set(map, "VIEW",
                   arena_print(view->arena, "%d %d %d %d", seen.left, seen.top,
                               seen.right - seen.left, seen.bottom - seen.top));
}

/* The point of a town in the picture, in kilometres: EPSG:3035, the azimuthal equal-area projection
 * around 52° north and 10° east, here on a sphere, which is off by some kilometres at most. The
 * picture begins at 2900 km east and 4150 km north. */
static struct dot project(const struct map_town *town)
{
    static const double degree = 3.14159265358979323846 / 180, radius = 6371,
                        middle_north = 52 * degree, middle_east = 10 * degree;
    double north = town->latitude * degree, east = town->longitude * degree - middle_east;
    double scale =
        radius *
        sqrt(2 / (1 + sin(middle_north) * sin(north) + cos(middle_north) * cos(north) * cos(east)));
    return (struct dot){
        (int)lround(4321 - 2900 + scale * cos(north) * sin(east)),
        (int)lround(
            4150 - 3210 -
            scale * (cos(middle_north) * sin(north) - sin(middle_north) * cos(north) * cos(east))),
    };
}

/* Shows the towns within SEEN as dots, puts these into SHOWN and returns how many they are. */
static size_t fill_towns(const struct view *view, const struct map_content *content,
                         struct box seen, struct dot *shown, struct dictionary *map)
{
    size_t count = 0;
    struct buffer dots = buffer_in(view->arena);
    struct dictionary *towns = NULL;
    for (size_t i = 0; i < content->town_count; i++) {
        struct dot town = project(&content->towns[i]);
        if (town.x <= seen.left || town.x >= seen.right || town.y <= seen.top ||
            town.y >= seen.bottom)
            continue;
        if (!towns)
            towns = dictionary_section(map, "TOWNS");
        dictionary_set(dictionary_section(towns, "TOWN"), "NAME", content->towns[i].name);
        buffer_print(&dots, "M%d %dh0", town.x, town.y);
        shown[count++] = town;
    }
    if (towns)
        dictionary_set(towns, "DOTS", dots.bytes);
    return count;
}

void view_map(const struct view *view, const struct map_content *content, struct dictionary *page)
{
    const struct map_party *shown[AREAS] = { NULL }, *parties = content->parties;
    size_t count = content->party_count;
    struct box box = box_of_none;
    for (size_t i = 0; i < count; i++) {
        int area = area_find(parties[i].code);
        if (area < 0)
            continue;
        shown[area] = &parties[i];
        box = box_around(box, areas[area].box);
    }
    if (box.right == 0)
        return;
    struct box seen = box_to_show(box);
    struct dictionary *map = dictionary_section(page, "MAP");
    fill_view(view, seen, map);
    fill_lists(parties, count, map);
    struct label labels[AREAS];
    size_t label_count = 0;
    for (int i = 0; i < AREAS; i++) {
        if (is_region(&areas[i]) && !shown[i])
            continue;
        const char *outline = outline_within(view->arena, areas[i].path, areas[i].box, seen);
        if (!outline)
            continue;
        struct dictionary *area = dictionary_section(map, "AREA");
        dictionary_set(area, "PATH", outline);
        if (!shown[i])
            continue;
        dictionary_section(area, look_of(shown[i]));
        labels[label_count++] = label_of(&areas[i], shown[i]->name, is_deep(shown[i]));
    }
    struct dot *towns = arena_array(view->arena, content->town_count + 1, sizeof *towns);
    size_t town_count = fill_towns(view, content, seen, towns, map);
    fill_labels(view, &(struct names){ seen, labels, label_count, towns, town_count }, map);
    fill_key(shown, map);
}

/* ---- Borders ---- */

static const struct border *border_find(const char *key)
{
    for (size_t i = 0; i < sizeof borders / sizeof *borders; i++)
        if (strcmp(borders[i].key, key) == 0)
            return &borders[i];
    return NULL;
}

/* Whether the country with CODE is on a side of BORDER. */
static bool is_side(const struct border *border, const char *code)
{
    for (const char *side = border->key; side; side = strchr(side, '-')) {
        side += *side == '-';
        if (toupper((unsigned char)side[0]) == code[0] &&
            toupper((unsigned char)side[1]) == code[1])
            return true;
    }
    return false;
}

/* Adds the lines of the borders, sets SIDES for the countries on both sides, and returns the box
 * around the lines. */
static struct box fill_borders(const struct map_border *items, size_t count, bool sides[AREAS],
                               struct dictionary *map)
{
    struct box box = box_of_none;
    for (size_t i = 0; i < count; i++) {
        const struct border *border = border_find(items[i].key);
        if (!border)
            continue;
        struct dictionary *item = dictionary_section(map, "BORDER");
        dictionary_set(item, "NAME", items[i].name);
        dictionary_set(item, "LINE", border->path);
        box = box_around(box, border->box);
        for (int area = 0; area < AREAS; area++)
            sides[area] =
                sides[area] || (!is_region(&areas[area]) && is_side(border, areas[area].code));
    }
    return box;
}

const struct point *map_border_middle(const char *key)
{
    const struct border *border = border_find(key);
    return border ? &border->middle : NULL;
}

/* Adds the regions that the borders concern; their countries are on the sides. */
static struct box fill_concerned(const struct map_party *parties, size_t count,
                                 bool concerned[AREAS], struct dictionary *map)
{
    struct box box = box_of_none;
    for (size_t i = 0; i < count; i++) {
        int area = area_find(parties[i].code);
        if (area < 0 || !is_region(&areas[area]))
            continue;
        concerned[area] = true;
        box = box_around(box, areas[area].box);
        dictionary_set(dictionary_section(map, "CONCERNED"), "NAME", parties[i].name);
    }
    return box;
}

static bool has_line(const struct map_border *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (border_find(items[i].key))
            return true;
    return false;
}

/* The names of the countries on the sides and of the regions. */
static void fill_names(const struct view *view, const struct map_of_borders *content,
                       const bool *drawn, struct box seen, struct dictionary *map)
{
    struct label labels[AREAS];
    bool named[AREAS] = { false };
    size_t count = 0;
    for (size_t i = 0; i < content->name_count; i++) {
        int area = area_find(content->names[i].code);
        if (area < 0 || !drawn[area] || named[area])
            continue;
        named[area] = true;
        labels[count++] = label_of(&areas[area], content->names[i].name, false);
    }
    fill_labels(view, &(struct names){ seen, labels, count, NULL, 0 }, map);
}

void view_map_of_borders(const struct view *view, const struct map_of_borders *content,
                         struct dictionary *page)
{
    if (!has_line(content->borders, content->border_count))
        return;
    bool sides[AREAS] = { false }, concerned[AREAS] = { false }, drawn[AREAS];
    struct dictionary *map = dictionary_section(page, "MAP_OF_BORDERS");
    struct box box =
        box_around(fill_borders(content->borders, content->border_count, sides, map),
                   fill_concerned(content->parties, content->party_count, concerned, map));
    struct box seen = box_to_show(box);
    fill_view(view, seen, map);
    for (int i = 0; i < AREAS; i++) {
        drawn[i] = concerned[i] || sides[i];
        if (is_region(&areas[i]) && !concerned[i])
            continue;
        const char *outline = outline_within(view->arena, areas[i].path, areas[i].box, seen);
        if (!outline)
            continue;
        struct dictionary *area = dictionary_section(map, "AREA");
        dictionary_set(area, "OUTLINE", outline);
        if (drawn[i])
            dictionary_section(area, concerned[i] ? "REGION" : "SIDE");
    }
    fill_names(view, content, drawn, seen, map);
}

/* ---- All at once ---- */

/* A country of the Benelux, or a region of one. */
static bool is_benelux(const struct area *area)
{
    return strncmp(area->code, "BE", 2) == 0 || strncmp(area->code, "NL", 2) == 0 ||
           strncmp(area->code, "LU", 2) == 0;
}

/* Draws those areas of one page, its countries or its REGIONS, that TAKEN gives to that page. */
static void fill_group(const struct map_link *links, size_t count,
                       const struct map_link *const *taken, bool regions, struct dictionary *map)
{
    struct dictionary *group = NULL;
    for (size_t i = 0; i < count; i++) {
        int found = area_find(links[i].code);
        if (found < 0 || taken[found] != &links[i] || is_region(&areas[found]) != regions)
            continue;
        if (!group) {
            group = dictionary_section(map, "GROUP");
            dictionary_set(group, "PATH", links[i].path);
            dictionary_set(group, "TITLE", links[i].title);
        }
        dictionary_set(dictionary_section(group, "NAMED"), "NAME", links[i].name);
        struct dictionary *area = dictionary_section(group, "AREA");
        dictionary_set(area, "OUTLINE", areas[found].path);
        dictionary_section(area, regions ? "REGION" : "COUNTRY");
    }
}

void view_map_of_all(const struct view *view, const struct map_link *links, size_t count,
                     struct dictionary *page)
{
    const struct map_link *taken[AREAS] = { NULL };
    for (size_t i = 0; i < count; i++) {
        int found = area_find(links[i].code);
        if (found >= 0 && !taken[found] && !is_benelux(&areas[found]))
            taken[found] = &links[i];
    }
    struct dictionary *map = dictionary_section(page, "MAP_OF_ALL");
    fill_view(view, box_of_all, map);
    for (int i = 0; i < AREAS; i++) {
        if (taken[i] || is_region(&areas[i]))
            continue;
        struct dictionary *area = dictionary_section(map, "REST");
        dictionary_set(area, "OUTLINE", areas[i].path);
        if (is_benelux(&areas[i]))
            dictionary_section(area, "BENELUX");
    }
    for (int regions = 0; regions < 2; regions++) /* on top of their countries */
        for (size_t i = 0, end; i < count; i = end) {
            for (end = i; end < count && strcmp(links[end].path, links[i].path) == 0; end++)
                continue;
            fill_group(&links[i], end - i, taken, regions, map);
        }
    struct label labels[AREAS];
    size_t label_count = 0;
    for (int i = 0; i < AREAS; i++)
        if (taken[i] && !is_region(&areas[i])) /* regions are too small here */
            labels[label_count++] = label_of(&areas[i], taken[i]->name, false);
    fill_labels(view, &(struct names){ box_of_all, labels, label_count, NULL, 0 }, map);
}
