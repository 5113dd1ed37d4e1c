/* Diff: what changed from one text to another, by words. */
#include "text/diff.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { CELLS_MOST = 4 * 1024 * 1024 }; /* of the table: two texts of two thousand words */

struct words {
    const char **items;
    size_t *lengths;
    size_t count;
};

static size_t word_length(const char *text)
{
    size_t length = strcspn(text, " \t\n");
    return length + strspn(text + length, " \t\n");
}

static struct words words_of(const char *text, struct arena *arena)
{
    size_t most = strlen(text) + 1;
    struct words words = { .items = arena_array(arena, most, sizeof *words.items),
                           .lengths = arena_array(arena, most, sizeof *words.lengths) };
    for (; *text; text += words.lengths[words.count++]) {
        words.items[words.count] = text;
        words.lengths[words.count] = word_length(text);
    }
    return words;
}

static bool same(const struct words *one, size_t i, const struct words *other, size_t k)
{
    return one->lengths[i] == other->lengths[k] && memcmp(one->items[i], other->items[k], one->lengths[i]) == 0;
}

/* Adds words FIRST to END of WORDS, to the last piece when that is of the same kind. */
static void add(struct pieces *pieces, enum change change, const struct words *words, size_t first, size_t end,
                struct arena *arena)
{
    if (first == end)
        return;
    size_t length = (size_t)(words->items[end - 1] + words->lengths[end - 1] - words->items[first]);
    const char *text = arena_copy_bytes(arena, words->items[first], length);
    if (pieces->count && pieces->items[pieces->count - 1].change == change) {
        struct piece *last = &pieces->items[pieces->count - 1];
        last->text = arena_print(arena, "%s%s", last->text, text);
    } else {
        pieces->items[pieces->count++] = (struct piece){ .change = change, .text = text };
    }
}

/* The lengths of the longest common subsequences of the ends of two lists, from each pair of places on. */
static uint16_t *table_of(const struct words *before, const struct words *after, size_t first, size_t rows, size_t columns,
                          struct arena *arena)
{
    size_t width = columns + 1;
    uint16_t *table = arena_array(arena, (rows + 1) * width, sizeof *table);
    for (size_t i = rows; i-- > 0;)
        for (size_t k = columns; k-- > 0;) {
            uint16_t down = table[(i + 1) * width + k], right = table[i * width + k + 1];
            if (same(before, first + i, after, first + k))
                table[i * width + k] = (uint16_t)(table[(i + 1) * width + k + 1] + 1);
            else
                table[i * width + k] = down > right ? down : right;
        }
    return table;
}

static void walk(struct pieces *pieces, const struct words *before, const struct words *after, size_t first, size_t rows,
                 size_t columns, struct arena *arena)
{
    size_t width = columns + 1, i = 0, k = 0;
    const uint16_t *table = table_of(before, after, first, rows, columns, arena);
    while (i < rows || k < columns) {
        if (i < rows && k < columns && same(before, first + i, after, first + k)) {
            add(pieces, CHANGE_NONE, after, first + k, first + k + 1, arena);
            i++, k++;
        } else if (k == columns || (i < rows && table[(i + 1) * width + k] >= table[i * width + k + 1])) {
            add(pieces, CHANGE_REMOVED, before, first + i, first + i + 1, arena);
            i++;
        } else {
            add(pieces, CHANGE_ADDED, after, first + k, first + k + 1, arena);
            k++;
        }
    }
}

struct pieces diff_words(const char *before_text, const char *after_text, struct arena *arena)
{
    struct words before = words_of(before_text, arena), after = words_of(after_text, arena);
    struct pieces pieces = { .items = arena_array(arena, before.count + after.count + 2, sizeof *pieces.items) };
    size_t first = 0, last = 0;
    while (first < before.count && first < after.count && same(&before, first, &after, first))
        first++;
    while (last < before.count - first && last < after.count - first &&
           same(&before, before.count - last - 1, &after, after.count - last - 1))
        last++;
    size_t rows = before.count - first - last, columns = after.count - first - last;

    add(&pieces, CHANGE_NONE, &after, 0, first, arena);
    if (rows && columns && rows < UINT16_MAX && columns < CELLS_MOST / rows) {
        walk(&pieces, &before, &after, first, rows, columns, arena);
    } else {
        add(&pieces, CHANGE_REMOVED, &before, first, first + rows, arena);
        add(&pieces, CHANGE_ADDED, &after, first, first + columns, arena);
    }
    add(&pieces, CHANGE_NONE, &after, first + columns, after.count, arena);
    return pieces;
}
