/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels: the names of areas on a map, as far as they fit where the map is narrowest. */
#ifndef FRAME_LABELS_H
#define FRAME_LABELS_H

#include <stdbool.h>

#include "frame/outline.h"
#include "frame/view.h"

/* Where a name stands: the middle and the width of a box in the area, three times as wide as high.
 */
struct room {
    int x, y, width;
};

struct label {
    const char *name;
    const struct room *room;
    bool deep; /* on an area of the deep colour */
};

/* The section LETTERING of MAP: those of LABELS, which are put in order, that fit into their rooms
 * or little beyond, and do not meet. */
void fill_labels(const struct view *view, struct box seen, struct label *labels, size_t count,
                 struct dictionary *map);

#endif
