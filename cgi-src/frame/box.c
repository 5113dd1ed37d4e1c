/* SPDX-License-Identifier: EUPL-1.2 */
/* Box: a part of the picture of north-western Europe that all maps are drawn from. */
#include "frame/box.h"

/* The size of the picture, the least width of a map, and the margin around what it shows. */
enum { WIDTH = 2000, HEIGHT = 1900, MIN = 560, MARGIN = 40 };

const struct box box_of_all = { 0, 0, WIDTH, HEIGHT };
const struct box box_of_none = { WIDTH, HEIGHT, 0, 0 };

static int smaller(int one, int other)
{
    return one < other ? one : other;
}

static int greater(int one, int other)
{
    return one > other ? one : other;
}

struct box box_around(struct box one, struct box other)
{
    return (struct box){ smaller(one.left, other.left), smaller(one.top, other.top),
                         greater(one.right, other.right), greater(one.bottom, other.bottom) };
}

/* The start of a side of LENGTH, with its middle between FROM and TO, but within the WHOLE. */
static int side_start(int from, int to, int length, int whole)
{
    return smaller(greater((from + to - length) / 2, 0), whole - length);
}

struct box box_to_show(struct box box)
{
    int width = box.right - box.left + 2 * MARGIN, height = box.bottom - box.top + 2 * MARGIN;
    width = smaller(greater(greater(width, height * WIDTH / HEIGHT), MIN), WIDTH);
    height = width * HEIGHT / WIDTH;
    int left = side_start(box.left, box.right, width, WIDTH),
        top = side_start(box.top, box.bottom, height, HEIGHT);
    return (struct box){ left, top, left + width, top + height };
}
