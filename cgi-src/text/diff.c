/* SPDX-License-Identifier: EUPL-1.2 */
/* Diff: what changed from one text to another, by words. */
#include "text/diff.h"

#include <stdlib.h>
#include <string.h>

/* The maximum of steps from one text to the other. Memory and time grow with its square: 8 MiB at
 * most, for a moment only, so they are not taken from the arena. */
enum { STEPS_MAX = 2000 };

static const char spaces[] = " \t\n";

static size_t word_length(const char *text, bool apart)
{
    size_t length = strcspn(text, spaces);
    return length && apart ? length : length + strspn(text + length, spaces);
}

struct words diff_cut(const char *text, bool apart, struct arena *arena)
{
    size_t max = strlen(text) + 1;
    struct words words = { .items = arena_array(arena, max, sizeof *words.items),
                           .lengths = arena_array(arena, max, sizeof *words.lengths) };
    for (; *text; text += words.lengths[words.count++]) {
        words.items[words.count] = text;
        words.lengths[words.count] = word_length(text, apart);
    }
    return words;
}

bool diff_same(const struct words *one, size_t i, const struct words *other, size_t k)
{
    return one->lengths[i] == other->lengths[k] &&
           memcmp(one->items[i], other->items[k], one->lengths[i]) == 0;
}

/* The middles of two lists, without the words that both begin with and end with. */
struct middle {
    const struct words *before, *after;
    size_t first;
    int rows, columns; /* words of each */
};

static bool same_at(const struct middle *middle, int i, int k)
{
    return diff_same(middle->before, middle->first + (size_t)i, middle->after,
                     middle->first + (size_t)k);
}

/* Searches the shortest way from BEFORE to AFTER in steps, each of which removes or adds a word (E.
 * W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986). REACHED has a row for each
 * step: REACHED[step * (step + 1) / 2 + place] is how far into BEFORE that many steps lead on the
 * diagonal 2 * place - step. Returns the steps needed; -1 for more than MAX. */
static int search(const struct middle *middle, int max, int *reached)
{
    for (int step = 0; step <= max; step++) {
        int *row = reached + step * (step + 1) / 2;
        const int *last = row - step;
        for (int place = 0; place <= step; place++) {
            /* From the diagonal above by a word of AFTER, or from that below by one of BEFORE. */
            int i = 0;
            if (step)
                i = place == 0 || (place < step && last[place] > last[place - 1])
                        ? last[place]
                        : last[place - 1] + 1;
            int k = i - (2 * place - step);
            while (i < middle->rows && k >= 0 && k < middle->columns && same_at(middle, i, k))
                i++, k++;
            row[place] = i;
            if (i >= middle->rows && k >= middle->columns)
                return step;
        }
    }
    return -1;
}

/* Follows the way back from the end, and enters the matches on it. */
static void trace(const struct middle *middle, const int *reached, int steps, size_t *matches)
{
    int i = middle->rows, k = middle->columns;
    for (int step = steps; step >= 0; step--) {
        int place = (i - k + step) / 2;
        const int *last = reached + step * (step - 1) / 2;
        bool added = step && (place == 0 || (place < step && last[place] > last[place - 1]));
        int from = !step ? 0 : added ? last[place] : last[place - 1] + 1;
        while (i > from)
            i--, k--, matches[middle->first + (size_t)i] = middle->first + (size_t)k;
        if (added)
            k--;
        else
            i--;
    }
}

static void match_middle(const struct middle *middle, size_t *matches)
{
    int all = middle->rows + middle->columns, max = all < STEPS_MAX ? all : STEPS_MAX;
    int *reached = malloc((size_t)(max + 1) * ((size_t)max + 2) / 2 * sizeof *reached);
    int steps = reached ? search(middle, max, reached) : -1;
    if (steps >= 0)
        trace(middle, reached, steps, matches);
    free(reached);
}

size_t *diff_match(const struct words *before, const struct words *after, struct arena *arena)
{
    size_t *matches = arena_array(arena, before->count + 1, sizeof *matches);
    size_t first = 0, last = 0;
    for (; first < before->count && first < after->count && diff_same(before, first, after, first);
         first++)
        matches[first] = first;
    for (size_t i = first; i < before->count; i++)
        matches[i] = DIFF_GONE;
    for (; last < before->count - first && last < after->count - first; last++) {
        size_t i = before->count - last - 1, k = after->count - last - 1;
        if (!diff_same(before, i, after, k))
            break;
        matches[i] = k;
    }
    struct middle middle = { before, after, first, (int)(before->count - first - last),
                             (int)(after->count - first - last) };
    if (middle.rows && middle.columns)
        match_middle(&middle, matches);
    return matches;
}

/* Adds words FIRST to END, excluded, of WORDS as one piece; nothing when there are none. */
static void add(struct pieces *pieces, enum change change, const struct words *words, size_t first,
                size_t end, struct arena *arena)
{
    if (first == end)
        return;
    size_t length = (size_t)(words->items[end - 1] + words->lengths[end - 1] - words->items[first]);
    pieces->items[pieces->count++] =
        (struct piece){ .change = change,
                        .text = arena_copy_bytes(arena, words->items[first], length) };
}

struct pieces diff_words(const char *before_text, const char *after_text, struct arena *arena)
{
    struct words before = diff_cut(before_text, false, arena),
                 after = diff_cut(after_text, false, arena);
    const size_t *matches = diff_match(&before, &after, arena);
    struct pieces pieces = { .items = arena_array(arena, before.count + after.count + 2,
                                                  sizeof *pieces.items) };
    for (size_t i = 0, k = 0; i < before.count || k < after.count;) {
        size_t same = 0;
        while (i + same < before.count && matches[i + same] == k + same)
            same++;
        add(&pieces, CHANGE_NONE, &after, k, k + same, arena);
        i += same, k += same;
        size_t gone = i;
        while (gone < before.count && matches[gone] == DIFF_GONE)
            gone++;
        size_t added = gone < before.count ? matches[gone] : after.count;
        add(&pieces, CHANGE_REMOVED, &before, i, gone, arena);
        add(&pieces, CHANGE_ADDED, &after, k, added, arena);
        i = gone, k = added;
    }
    return pieces;
}
