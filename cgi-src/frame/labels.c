/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels: the names of areas on a map, those that fit when the map is narrowest. */
#include "frame/labels.h"

#include <stdlib.h>
#include <string.h>

/* The least width of a map and the height of its letters, in pixels; the width of a letter and the
 * height of a line, in percent of that height. A name has so many LINES at most. The dot of a town
 * is one DOT-th of the map wide. */
enum { NARROWEST = 246, HIGH = 11, LETTER = 56, LINE = 110, LINES = 3, DOT = 80 };

/* How large a name may be, in percent of its room: larger only if it fits no other of its ground.
 */
static const int percents[] = { 110, 165 };

/* Where a name may stand in its area: beside the smaller areas that are drawn on it, on top of
 * these, or from its coast out over the sea. */
enum ground { BESIDE, ON_TOP, AT_SEA };
struct room {
    const char *code;
    int x, y; /* the middle */
    int width, height;
    enum ground ground;
};
static const struct room rooms[] = {
#define ROOM(code, x, y, width, height, ground) { code, x, y, width, height, ground },
#include "frame/labels.tbl"
#undef ROOM
    { "", 0, 0, 0, 0, BESIDE }, /* of an area without any */
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

static struct box box_of(const struct room *room, const struct lines *lines, int size)
{
    int wide = (int)lines->letters * size * LETTER / 200,
        high = (int)lines->count * size * LINE / 200;
    return (struct box){ room->x - wide, room->y - high, room->x + wide, room->y + high };
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
                    is_free(box_of(end, lines, size), taken))
                    return end;
        start = end;
    }
    return NULL;
}

static void write_lines(const struct view *view, const struct lines *lines, const struct room *room,
                        bool deep, int size, struct dictionary *lettering)
{
    int y = room->y - (int)(lines->count - 1) * size * LINE / 200 + size * 35 / 100;
    for (size_t i = 0; i < lines->count; i++, y += size * LINE / 100) {
        struct dictionary *written = dictionary_section(lettering, "WRITTEN");
        dictionary_set(written, "X", arena_print(view->arena, "%d", room->x));
        dictionary_set(written, "Y", arena_print(view->arena, "%d", y));
        dictionary_set(written, "WORDS",
                       arena_print(view->arena, "%.*s", (int)lines->lengths[i], lines->starts[i]));
        if (deep && room->ground != AT_SEA)
            dictionary_section(written, "ON_DEEP");
    }
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

void fill_labels(const struct view *view, const struct names *names, struct dictionary *map)
{
    struct box seen = names->seen;
    int size = (seen.right - seen.left) * HIGH / NARROWEST + 1;
    struct taken taken = {
        seen, arena_array(view->arena, names->count + names->town_count + 1, sizeof *taken.boxes), 0
    };
    take_dots(names->towns, names->town_count, &taken);
    struct dictionary *lettering = NULL;
    const struct candidate *candidates = in_order(names, view->arena);
    for (size_t i = 0; i < names->count; i++) {
        struct lines lines;
        const struct room *room = find_room(&candidates[i], size, &taken, &lines);
        if (!room)
            continue;
        taken.boxes[taken.count++] = box_of(room, &lines, size);
        if (!lettering)
            lettering = dictionary_section(map, "LETTERING");
        write_lines(view, &lines, room, candidates[i].label->deep, size, lettering);
    }
    if (lettering)
        dictionary_set(lettering, "SIZE", arena_print(view->arena, "%d", size));
}
