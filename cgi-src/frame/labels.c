/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels: the names of areas on a map, those that fit when the map is narrowest. */
#include "frame/labels.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The least width of a map and the height of its letters, in pixels; the width of a letter and the
 * height of a line, in percent of that height. A name has so many LINES at most. The dot of a town
 * is one DOT-th of the map wide. A name off its area is FAR times the height of its letters away at
 * most; a place on another area must be nearer by ELSEWHERE times that height than one that is not.
 */
enum {
    NARROWEST = 246,
    HIGH = 11,
    LETTER = 56,
    LINE = 110,
    LINES = 3,
    DOT = 80,
    FAR = 4,
    ELSEWHERE = 2
};

/* How large a name may be, in percent of its room: larger only if it fits no other of its ground.
 */
static const int percents[] = { 110, 165 };

/* Where a name may stand in its area: beside the smaller areas that are drawn on it, on top of
 * these, or from its coast out over the sea. */
enum ground { BESIDE, ON_TOP, AT_SEA };
struct room {
    const char *code;
    struct dot middle;
    int width, height;
    enum ground ground;
};
static const struct room rooms[] = {
#define ROOM(code, x, y, width, height, ground) { code, { x, y }, width, height, ground },
#include "frame/labels.tbl"
#undef ROOM
    { "", { 0, 0 }, 0, 0, BESIDE }, /* of an area without any */
};
enum { ROOMS = sizeof rooms / sizeof *rooms - 1 };

struct lines {
    const char *starts[LINES];
    size_t lengths[LINES]; /* in bytes */
    size_t count, letters; /* of the longest */
};

static size_t letters_of(const char *text, size_t length)
{
    size_t letters = 0;
    for (size_t i = 0; i < length; i++)
        letters += ((unsigned char)text[i] & 0xc0) != 0x80;
    return letters;
}

/* The length of the word at TEXT, with the space or hyphen after it. */
static size_t word_length(const char *text)
{
    size_t length = strcspn(text, " -");
    return length + (text[length] != '\0');
}

/* Breaks NAME into LINES of at most MAX letters; false when it does not fit. */
static bool break_lines(const char *name, size_t max, struct lines *lines)
{
    *lines = (struct lines){ .count = 0 };
    for (size_t word; *name; name += word) {
        word = word_length(name);
        size_t last = lines->count - 1;
        size_t trimmed = word - (name[word - 1] == ' ');
        if (lines->count &&
            letters_of(lines->starts[last], lines->lengths[last]) + letters_of(name, trimmed) <=
                max) {
            lines->lengths[last] += word;
        } else if (lines->count == LINES || letters_of(name, trimmed) > max) {
            return false;
        } else {
            last = lines->count++;
            lines->starts[last] = name;
            lines->lengths[last] = word;
        }
    }
    for (size_t i = 0; i < lines->count; i++) {
        const char *end = lines->starts[i] + lines->lengths[i];
        lines->lengths[i] -= end[-1] == ' ';
        size_t letters = letters_of(lines->starts[i], lines->lengths[i]);
        lines->letters = letters > lines->letters ? letters : lines->letters;
    }
    return true;
}

static bool meet(struct box one, struct box other)
{
    return one.left < other.right && other.left < one.right && one.top < other.bottom &&
           other.top < one.bottom;
}

/* What a name must keep clear of. */
struct taken {
    struct box seen, *boxes;
    size_t count;
};

static bool is_free(struct box box, const struct taken *taken)
{
    if (box.left < taken->seen.left || box.right > taken->seen.right || box.top < taken->seen.top ||
        box.bottom > taken->seen.bottom)
        return false;
    for (size_t i = 0; i < taken->count; i++)
        if (meet(box, taken->boxes[i]))
            return false;
    return true;
}

static struct box box_of(struct dot middle, const struct lines *lines, int size)
{
    int wide = (int)lines->letters * size * LETTER / 200,
        high = (int)lines->count * size * LINE / 200;
    return (struct box){ middle.x - wide, middle.y - high, middle.x + wide, middle.y + high };
}

/* NAME in lines that go into ROOM; false when it is too large. */
static bool fit(const char *name, const struct room *room, int percent, int size,
                struct lines *lines)
{
    return break_lines(name, (size_t)(room->width * percent / size / LETTER), lines) &&
           (int)lines->count * size * 100 <= room->height * percent;
}

static const struct room *first_room(const char *code)
{
    const struct room *room = rooms;
    while (room < rooms + ROOMS && strcmp(room->code, code) != 0)
        room++;
    return room;
}

static bool is_of(const struct room *room, const char *code, int ground)
{
    return room < rooms + ROOMS && (int)room->ground == ground && strcmp(room->code, code) == 0;
}

/* A label with the first of its rooms. */
struct candidate {
    const struct label *label;
    const struct room *rooms;
};

/* The first room where nothing is in the way; NULL when there is none. */
static const struct room *find_room(const struct candidate *candidate, int size,
                                    const struct taken *taken, struct lines *lines)
{
    const struct label *label = candidate->label;
    const struct room *start = candidate->rooms;
    for (int ground = BESIDE; ground <= AT_SEA; ground++) {
        const struct room *end = start;
        for (size_t i = 0; i < sizeof percents / sizeof *percents; i++)
            for (end = start; is_of(end, label->code, ground); end++)
                if (fit(label->name, end, percents[i], size, lines) &&
                    is_free(box_of(end->middle, lines, size), taken))
                    return end;
        start = end;
    }
    return NULL;
}

static int clamp(int value, int min, int max)
{
    return value < min ? min : value > max ? max : value;
}

/* Whether BOX meets an area that is named, beside that of LABEL. */
static bool is_on_another(struct box box, const struct label *label, const struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->labels[i].code, label->code) != 0 && meet(box, names->labels[i].area))
            return true;
    return false;
}

static void take_dots(const struct dot *dots, size_t count, struct taken *taken)
{
    int half = (taken->seen.right - taken->seen.left) / DOT;
    for (size_t i = 0; i < count; i++)
        taken->boxes[taken->count++] =
            (struct box){ dots[i].x - half, dots[i].y - half, dots[i].x + half, dots[i].y + half };
}

static int by_width(const void *one, const void *other)
{
    return ((const struct candidate *)one)->rooms->width -
           ((const struct candidate *)other)->rooms->width;
}

/* Those with the least room first: the others have more rooms. */
static struct candidate *in_order(const struct names *names, struct arena *arena)
{
    struct candidate *candidates = arena_array(arena, names->count, sizeof *candidates);
    for (size_t i = 0; i < names->count; i++)
        candidates[i] = (struct candidate){ &names->labels[i], first_room(names->labels[i].code) };
    qsort(candidates, names->count, sizeof *candidates, by_width);
    return candidates;
}

/* What is written on one map. */
struct lettering {
    const struct view *view;
    const struct names *names;
    struct dictionary *section;
    int size;
    struct taken taken;
    struct buffer leaders; /* the lines to names beside their areas */
};

static void write_lines(const struct lines *lines, struct dot middle, bool on_deep,
                        struct lettering *lettering)
{
    struct arena *arena = lettering->view->arena;
    int size = lettering->size,
        y = middle.y - (int)(lines->count - 1) * size * LINE / 200 + size * 35 / 100;
    lettering->taken.boxes[lettering->taken.count++] = box_of(middle, lines, size);
    for (size_t i = 0; i < lines->count; i++, y += size * LINE / 100) {
        struct dictionary *written = dictionary_section(lettering->section, "WRITTEN");
        dictionary_set(written, "X", arena_print(arena, "%d", middle.x));
        dictionary_set(written, "Y", arena_print(arena, "%d", y));
        dictionary_set(written, "WORDS",
                       arena_print(arena, "%.*s", (int)lines->lengths[i], lines->starts[i]));
        if (on_deep)
            dictionary_section(written, "ON_DEEP");
    }
}

static bool write_in_room(const struct candidate *candidate, struct lettering *lettering)
{
    struct lines lines;
    const struct room *room = find_room(candidate, lettering->size, &lettering->taken, &lines);
    if (!room)
        return false;
    write_lines(&lines, room->middle, candidate->label->deep && room->ground != AT_SEA, lettering);
    return true;
}

/* The middle of the best place off the area for LINES, in eight directions: the nearest where
 * nothing is in the way; one on another area counts as farther. False when there is none. */
static bool find_place_off(const struct candidate *candidate, const struct lines *lines,
                           const struct lettering *lettering, struct dot *middle)
{
    static const struct dot directions[] = {
        { -1, -1 }, { 1, 1 }, { -1, 1 }, { -1, 0 }, { 1, 0 }, { 0, 1 }, { 1, -1 }, { 0, -1 },
    };
    struct dot point = candidate->rooms->middle;
    struct box box = box_of((struct dot){ 0, 0 }, lines, lettering->size);
    int size = lettering->size, least = INT_MAX;
    for (int distance = size; distance <= FAR * size; distance += size / 2)
        for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
            struct dot there = { point.x + directions[i].x * (box.right + distance),
                                 point.y + directions[i].y * (box.bottom + distance) };
            struct box place = box_of(there, lines, size);
            int cost = distance;
            if (is_on_another(place, candidate->label, lettering->names))
                cost += ELSEWHERE * size;
            if (cost < least && is_free(place, &lettering->taken)) {
                least = cost;
                *middle = there;
            }
        }
    return least < INT_MAX;
}

/* Writes the name of a country beside it and draws a line to it. Regions stand close together, on
 * the ground of others. */
static void write_off_area(const struct candidate *candidate, struct lettering *lettering)
{
    struct lines lines;
    struct dot middle, point = candidate->rooms->middle;
    if (strlen(candidate->rooms->code) != 2 ||
        !break_lines(candidate->label->name, SIZE_MAX, &lines) ||
        !find_place_off(candidate, &lines, lettering, &middle))
        return;
    struct box box = box_of(middle, &lines, lettering->size);
    buffer_print(&lettering->leaders, "M%d %dl%d %d", point.x, point.y,
                 clamp(point.x, box.left, box.right) - point.x,
                 clamp(point.y, box.top, box.bottom) - point.y);
    write_lines(&lines, middle, false, lettering);
}

void fill_labels(const struct view *view, const struct names *names, struct dictionary *map)
{
    if (names->count == 0)
        return;
    struct box seen = names->seen;
    int size = (seen.right - seen.left) * HIGH / NARROWEST + 1;
    struct lettering lettering = {
        .view = view,
        .names = names,
        .section = dictionary_section(map, "LETTERING"),
        .size = size,
        .taken.seen = seen,
        .taken.boxes = arena_array(view->arena, names->count + names->town_count,
                                   sizeof *lettering.taken.boxes),
        .leaders = buffer_in(view->arena),
    };
    dictionary_set(lettering.section, "SIZE", arena_print(view->arena, "%d", size));
    take_dots(names->towns, names->town_count, &lettering.taken);
    struct candidate *candidates = in_order(names, view->arena);
    size_t without = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!write_in_room(&candidates[i], &lettering))
            candidates[without++] = candidates[i];
    while (without)
        write_off_area(&candidates[--without], &lettering);
    if (lettering.leaders.length)
        dictionary_set(dictionary_section(lettering.section, "LEADERS"), "LINES",
                       lettering.leaders.bytes);
}
