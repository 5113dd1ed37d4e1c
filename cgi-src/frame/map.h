/* SPDX-License-Identifier: EUPL-1.2 */
/* Map: shows who takes part in something, as a picture of areas with a list in words:
 * templates/frame/_map.tpl, _map_of_borders.tpl and _map_of_all.tpl. */
#ifndef FRAME_MAP_H
#define FRAME_MAP_H

#include "base/point.h"
#include "frame/view.h"

/* A party that takes part. */
struct map_party {
    const char *name; /* in the visitor's language */
    const char *code; /* of the area, in ISO 3166; NULL for none */
    const char *role; /* a section of templates/frame/_role.tpl; NULL for a plain member */
};

/* A town in which something took place. */
struct map_town {
    const char *name;
    double latitude, longitude;
};

/* The parties that take part, and the towns of their meetings. */
struct map_content {
    const struct map_party *parties;
    size_t party_count;
    const struct map_town *towns;
    size_t town_count;
};

/* Adds section MAP to PAGE: the part of north-western Europe around the areas of the parties, with
 * the towns in it. No section when no party has an area. */
void view_map(const struct view *view, const struct map_content *content, struct dictionary *page);

/* A border between two countries. */
struct map_border {
    const char *key;  /* their codes in ISO 3166, in small letters: "be-nl" */
    const char *name; /* in the visitor's language */
};

/* A point in the middle of the border with KEY, for data; NULL for an unknown border. */
const struct point *map_border_middle(const char *key);

/* Borders, the parties that they concern, and the names of areas. */
struct map_of_borders {
    const struct map_border *borders;
    size_t border_count;
    const struct map_party *parties;
    size_t party_count;
    const struct map_party *names;
    size_t name_count;
};

/* Adds section MAP_OF_BORDERS to PAGE: borders as lines, and the areas of the parties. No section
 * when no border is known. */
void view_map_of_borders(const struct view *view, const struct map_of_borders *content,
                         struct dictionary *page);

/* An area that leads to a page. */
struct map_link {
    const char *code, *name;  /* of the area: in ISO 3166, and in the visitor's language */
    const char *path, *title; /* of the page */
};

/* Adds section MAP_OF_ALL to PAGE: the Benelux, and around it the areas of LINKS. Links to one page
 * follow one another, and their areas are one link; an area of several pages goes to the first. */
void view_map_of_all(const struct view *view, const struct map_link *links, size_t count,
                     struct dictionary *page);

#endif
