/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels: the names of areas on a map, those that fit when the map is narrowest. */
#ifndef FRAME_LABELS_H
#define FRAME_LABELS_H

#include <stdbool.h>

#include "frame/box.h"
#include "frame/view.h"

struct label {
    const char *name, *code; /* of the area */
    struct box area;
    bool deep; /* on an area of the deep colour */
};

struct names {
    struct box seen;
    const struct label *labels;
    size_t count;
    const struct dot *towns;
    size_t town_count;
};

/* Adds section LETTERING to MAP, with those of the labels that fit into a room of their area,
 * little beyond, or else beside it at the end of a line, and cover neither each other nor a town.
 */
void fill_labels(const struct view *view, const struct names *names, struct dictionary *map);

#endif
