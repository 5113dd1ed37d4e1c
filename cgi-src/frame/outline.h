/* SPDX-License-Identifier: EUPL-1.2 */
/* Outline: as much of the outline of an area as a map shows. */
#ifndef FRAME_OUTLINE_H
#define FRAME_OUTLINE_H

#include "base/arena.h"

/* Kilometres from the upper left corner of the picture. */
struct box {
    int left, top, right, bottom;
};
struct dot {
    int x, y;
};

/* The path of an SVG that looks like PATH within SEEN, and is shorter where PATH goes beyond; NULL
 * when nothing of it is seen. PATH is one of frame/areas.tbl: closed lines of whole numbers, "m1 2
 * 3-4 5 6z", within BOX. */
const char *outline_within(struct arena *arena, const char *path, struct box box, struct box seen);

#endif
