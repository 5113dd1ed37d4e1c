/* SPDX-License-Identifier: EUPL-1.2 */
/* Labels: the names of areas on a map, those that fit when the map is narrowest. */
#include "frame/labels.h"

#include <stdlib.h>
#include <string.h>

/* The least width of a map and the height of its letters, in pixels; the width of a letter and the
 * height of a line, in percent of that height. A name may take BEYOND percent of the width of its
 * room, and so many LINES. */
enum { NARROWEST = 246, HIGH = 11, LETTER = 56, LINE = 110, BEYOND = 160, LINES = 3 };

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

/* Breaks NAME into LINES of at most MOST letters; false when it does not fit. */
static bool break_lines(const char *name, size_t most, struct lines *lines)
{
    *lines = (struct lines){ .count = 0 };
    for (size_t word; *name; name += word) {
        word = word_length(name);
        size_t last = lines->count - 1;
        size_t trimmed = word - (name[word - 1] == ' ');
        if (lines->count &&
            letters_of(lines->starts[last], lines->lengths[last]) + letters_of(name, trimmed) <=
                most) {
            lines->lengths[last] += word;
        } else if (lines->count == LINES || letters_of(name, trimmed) > most) {
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

static bool is_free(struct box box, const struct box *taken, size_t count, struct box seen)
{
    if (box.left < seen.left || box.right > seen.right || box.top < seen.top ||
        box.bottom > seen.bottom)
        return false;
    for (size_t i = 0; i < count; i++)
        if (meet(box, taken[i]))
            return false;
    return true;
}

static void write_lines(const struct view *view, const struct lines *lines,
                        const struct label *label, int size, struct dictionary *lettering)
{
    int y = label->room->y - (int)(lines->count - 1) * size * LINE / 200 + size * 35 / 100;
    for (size_t i = 0; i < lines->count; i++, y += size * LINE / 100) {
        struct dictionary *written = dictionary_section(lettering, "WRITTEN");
        dictionary_set(written, "X", arena_print(view->arena, "%d", label->room->x));
        dictionary_set(written, "Y", arena_print(view->arena, "%d", y));
        dictionary_set(written, "WORDS",
                       arena_print(view->arena, "%.*s", (int)lines->lengths[i], lines->starts[i]));
        if (label->deep)
            dictionary_section(written, "ON_DEEP");
    }
}

static int by_room(const void *one, const void *other)
{
    return ((const struct label *)other)->room->width - ((const struct label *)one)->room->width;
}

void fill_labels(const struct view *view, struct box seen, struct label *labels, size_t count,
                 struct dictionary *map)
{
    if (count == 0)
        return;
    int size = (seen.right - seen.left) * HIGH / NARROWEST + 1;
    struct box *taken = arena_array(view->arena, count, sizeof *taken);
    size_t taken_count = 0;
    struct dictionary *lettering = NULL;
    qsort(labels, count, sizeof *labels, by_room); /* the widest first */
    for (size_t i = 0; i < count; i++) {
        const struct room *room = labels[i].room;
        struct lines lines;
        if (!break_lines(labels[i].name, (size_t)(room->width * BEYOND / size / LETTER), &lines))
            continue;
        int wide = (int)lines.letters * size * LETTER / 200,
            high = (int)lines.count * size * LINE / 200;
        struct box box = { room->x - wide, room->y - high, room->x + wide, room->y + high };
        if (!is_free(box, taken, taken_count, seen))
            continue;
        taken[taken_count++] = box;
        if (!lettering)
            lettering = dictionary_section(map, "LETTERING");
        write_lines(view, &lines, &labels[i], size, lettering);
    }
    if (lettering)
        dictionary_set(lettering, "SIZE", arena_print(view->arena, "%d", size));
}
