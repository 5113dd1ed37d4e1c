/* SPDX-License-Identifier: EUPL-1.2 */
/* Outline: the part of the outline of an area that a map shows. */
#include "frame/outline.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

enum { STROKE = 9 }; /* how far beyond the edge a line can run and still show at the edge */
enum { BEYOND_LEFT = 1, BEYOND_RIGHT = 2, BEYOND_TOP = 4, BEYOND_BOTTOM = 8 };

/* The edges that DOT lies beyond, as bits. */
static int beyond(struct dot dot, struct box seen)
{
    return (dot.x < seen.left - STROKE ? BEYOND_LEFT : 0) |
           (dot.x > seen.right + STROKE ? BEYOND_RIGHT : 0) |
           (dot.y < seen.top - STROKE ? BEYOND_TOP : 0) |
           (dot.y > seen.bottom + STROKE ? BEYOND_BOTTOM : 0);
}

/* Reads the dots of the line at *PATH, which are relative to *FROM; both move on to the next
 * line. */
static size_t read_line(const char **path, struct dot *from, struct dot *dots)
{
    size_t count = 0;
    struct dot at = *from;
    const char *next = *path + 1; /* after the m */
    while (*next != 'z') {
        at.x += (int)strtol(next, (char **)&next, 10);
        at.y += (int)strtol(next, (char **)&next, 10);
        dots[count++] = at;
    }
    *from = dots[0];
    *path = next + 1;
    return count;
}

/* Leaves out each dot that lies beyond one edge together with the dots before and after it. */
static size_t cut_line(struct dot *dots, size_t count, struct box seen)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct dot before = kept ? dots[kept - 1] : dots[count - 1],
                   after = i + 1 < count ? dots[i + 1] : dots[0];
        if (!(beyond(before, seen) & beyond(dots[i], seen) & beyond(after, seen)))
            dots[kept++] = dots[i];
    }
    return kept;
}

/* Writes NUMBER behind LEAD; of a negative number the sign replaces a space. By hand, which is
 * faster: a map has a thousand numbers. */
static void write_number(struct buffer *buffer, char lead, int number)
{
    char digits[16], *at = digits + sizeof digits;
    for (int rest = abs(number); rest || at == digits + sizeof digits; rest /= 10)
        *--at = (char)('0' + rest % 10);
    if (number < 0)
        *--at = '-';
    if (number >= 0 || lead == 'm')
        *--at = lead;
    buffer_append(buffer, at, (size_t)(digits + sizeof digits - at));
}

static void write_line(const struct dot *dots, size_t count, struct dot *from,
                       struct buffer *buffer)
{
    struct dot at = *from;
    for (size_t i = 0; i < count; i++) {
        write_number(buffer, i == 0 ? 'm' : ' ', dots[i].x - at.x);
        write_number(buffer, ' ', dots[i].y - at.y);
        at = dots[i];
    }
    buffer_add(buffer, "z");
    *from = dots[0];
}

const char *outline_within(struct arena *arena, const char *path, struct box box, struct box seen)
{
    if (!beyond((struct dot){ box.left, box.top }, seen) &&
        !beyond((struct dot){ box.right, box.bottom }, seen))
        return path;
    if (beyond((struct dot){ box.right, box.bottom }, seen) & (BEYOND_LEFT | BEYOND_TOP) ||
        beyond((struct dot){ box.left, box.top }, seen) & (BEYOND_RIGHT | BEYOND_BOTTOM))
        return NULL;
    struct buffer buffer = buffer_in(arena);
    struct dot *dots = arena_array(arena, strlen(path) / 2 + 1,
                                   sizeof *dots); /* a dot takes three bytes at least: "1-2" */
    struct dot read = { 0, 0 }, written = { 0, 0 };
    while (*path == 'm') {
        size_t count = cut_line(dots, read_line(&path, &read, dots), seen);
        if (count > 2)
            write_line(dots, count, &written, &buffer);
    }
    return buffer.bytes;
}
