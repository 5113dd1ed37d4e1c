/* Map: who takes part in something, as a picture of areas with the list in words:
 * templates/frame/_map.tpl and _map_of_all.tpl. */
#include "frame/map.h"

#include <string.h>

/* Kilometres from the upper left corner of the picture. */
struct box {
    int left, top, right, bottom;
};
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

/* A map is as high as it is wide in these parts, and shows at least so much of what is around. */
enum { WIDTH = 2000, HEIGHT = 1900, LEAST = 560, MARGIN = 40 };

static int area_find(const char *code)
{
    for (int i = 0; code && i < AREAS; i++)
        if (strcmp(areas[i].code, code) == 0)
            return i;
    return -1;
}

static int smaller(int one, int other)
{
    return one < other ? one : other;
}

static int greater(int one, int other)
{
    return one > other ? one : other;
}

static bool meet(struct box one, struct box other)
{
    return one.left < other.right && other.left < one.right && one.top < other.bottom &&
           other.top < one.bottom;
}

/* A side of LENGTH around the middle between FROM and TO, that does not leave the picture. */
static int side_start(int from, int to, int length, int whole)
{
    return smaller(greater((from + to - length) / 2, 0), whole - length);
}

/* Where to look, for all of BOX to be seen. */
static struct box frame_around(struct box box)
{
    int width = box.right - box.left + 2 * MARGIN, height = box.bottom - box.top + 2 * MARGIN;
    width = smaller(greater(greater(width, height * WIDTH / HEIGHT), LEAST), WIDTH);
    height = width * HEIGHT / WIDTH;
    int left = side_start(box.left, box.right, width, WIDTH),
        top = side_start(box.top, box.bottom, height, HEIGHT);
    return (struct box){ left, top, left + width, top + height };
}

/* Whether a country, the land around, or a region. */
static bool is_region(const struct area *area)
{
    return strlen(area->code) > 2;
}

static void fill_words(const struct map_party *party, const char *section, struct dictionary *map)
{
    struct dictionary *item = dictionary_section(map, section);
    dictionary_set(item, "NAME", party->name);
    if (party->role)
        dictionary_section(item, party->role);
}

/* Who is on the map and who is not: together the list of all. */
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

/* What an area looks like. */
static const char *look_of(const struct map_party *party)
{
    return party->role ? party->role : "MEMBER";
}

/* What each role looks like, where there are several. */
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
    for (size_t i = 0; count > 1 && i < count; i++) {
        if (!key)
            key = dictionary_section(map, "KEY");
        dictionary_section(dictionary_section(key, "ENTRY"), seen[i]);
    }
}

void view_map(const struct view *view, const struct map_party *parties, size_t count,
              struct dictionary *page)
{
    const struct map_party *shown[AREAS] = { NULL };
    struct box box = { WIDTH, HEIGHT, 0, 0 };
    for (size_t i = 0; i < count; i++) {
        int area = area_find(parties[i].code);
        if (area < 0)
            continue;
        shown[area] = &parties[i];
        const struct box *its = &areas[area].box;
        box = (struct box){ smaller(box.left, its->left), smaller(box.top, its->top),
                            greater(box.right, its->right), greater(box.bottom, its->bottom) };
    }
    if (box.right == 0)
        return;
    struct box seen = frame_around(box);
    struct dictionary *map = dictionary_section(page, "MAP");
    dictionary_set(map, "VIEW",
                   arena_print(view->arena, "%d %d %d %d", seen.left, seen.top,
                               seen.right - seen.left, seen.bottom - seen.top));
    fill_lists(parties, count, map);
    for (int i = 0; i < AREAS; i++) {
        if (!meet(areas[i].box, seen) || (is_region(&areas[i]) && !shown[i]))
            continue;
        struct dictionary *area = dictionary_section(map, "AREA");
        dictionary_set(area, "PATH", areas[i].path);
        if (shown[i])
            dictionary_section(area, look_of(shown[i]));
    }
    fill_key(shown, map);
}

/* ---- All at once ---- */

/* A country of the Benelux, or a region of one. */
static bool is_benelux(const struct area *area)
{
    return strncmp(area->code, "BE", 2) == 0 || strncmp(area->code, "NL", 2) == 0 ||
           strncmp(area->code, "LU", 2) == 0;
}

/* The areas of one page, of which those that TAKEN has for it are drawn: its countries, or its
 * regions. */
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
    dictionary_set(map, "VIEW", arena_print(view->arena, "0 0 %d %d", WIDTH, HEIGHT));
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
}
