/* SPDX-License-Identifier: EUPL-1.2 */
/* Box: a part of the picture of north-western Europe that all maps are drawn from. */
#ifndef FRAME_BOX_H
#define FRAME_BOX_H

/* Kilometres from the upper left corner of the picture. */
struct box {
    int left, top, right, bottom;
};
struct dot {
    int x, y;
};

extern const struct box box_of_all;  /* the whole picture */
extern const struct box box_of_none; /* around nothing: its RIGHT is 0 */

/* The smallest box around ONE and OTHER. */
struct box box_around(struct box one, struct box other);

/* The part of the picture to show, so that all of BOX is seen: in the proportions of the picture,
 * of a least size, and with a margin. */
struct box box_to_show(struct box box);

#endif
