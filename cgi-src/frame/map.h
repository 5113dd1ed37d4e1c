/* Map: who takes part in something, as a picture of areas with the list in words:
 * templates/frame/_map.tpl. */
#ifndef FRAME_MAP_H
#define FRAME_MAP_H

#include "frame/view.h"

/* Somebody who takes part. */
struct map_party {
    const char *name; /* in the visitor's language */
    const char *code; /* of the area, in ISO 3166; NULL for who has none */
    const char *role; /* a section of templates/frame/_role.tpl; NULL for a plain member */
};

/* The section MAP of PAGE: as much of north-western Europe as the areas of PARTIES take. None when
 * no party has an area. */
void view_map(const struct view *view, const struct map_party *parties, size_t count,
              struct dictionary *page);

/* An area that leads to a page. */
struct map_link {
    const char *code, *name;  /* of the area: in ISO 3166, and in the visitor's language */
    const char *path, *title; /* of the page */
};

/* The section MAP_OF_ALL of PAGE: the Benelux, and around it the areas of LINKS, those of one page
 * as one link. Links to one page stand together; where several name an area, the first has it. */
void view_map_of_all(const struct view *view, const struct map_link *links, size_t count,
                     struct dictionary *page);

#endif
