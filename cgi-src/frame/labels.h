/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels: the names of areas on a map, those that fit when the map is narrowest. */
#ifndef FRAME_LABELS_H
#define FRAME_LABELS_H

#include <stdbool.h>

#include "frame/box.h"
#include "frame/view.h"

/* The place of a name: the middle and the width of a box in the area, three times as wide as
 * high. */
struct room {
    int x, y, width;
};

struct label {
    const char *name;
    const struct room *room;
    bool deep; /* on an area of the deep colour */
};

/* Adds section LETTERING to MAP, with those of LABELS that fit into their rooms, or little beyond,
 * and do not overlap. Sorts LABELS. */
void fill_labels(const struct view *view, struct box seen, struct label *labels, size_t count,
                 struct dictionary *map);

#endif
