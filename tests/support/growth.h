/* SPDX-License-Identifier: EUPL-1.2 */
/* Growth: whether the work of a function grows with its input, and not with the square of it.
 *
 * This measures processor time, and takes the least of some rounds, so that a busy machine tells
 * the same. Sixteen times the input is sixteen times the work, and 256 times if the work is
 * quadratic: the bound is between, far from both, since processor time grows with the load of a
 * machine, too, and more so for what takes longer. */
#ifndef SUPPORT_GROWTH_H
#define SUPPORT_GROWTH_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"

/* A text of any length: FIRST, then OPEN as often as needed, MIDDLE, and CLOSE as often as OPEN.
 * A part may be "". */
struct shape {
    const char *name, *first, *open, *middle, *close;
};

enum {
    GROWTH_LENGTH = 4096,
    GROWTH_STEP = 16,
    GROWTH_RATIO_MAX = 48,
    GROWTH_ROUNDS_MIN = 2,
    GROWTH_ROUNDS_MAX = 40
};
#define GROWTH_SLACK 0.002 /* seconds by which clocks and caches may differ */
#define GROWTH_HOPELESS 5  /* seconds after which no second round is needed */

static inline char *growth_repeat(char *end, const char *part, size_t times)
{
    size_t length = strlen(part);
    for (; times; times--, end += length)
        memcpy(end, part, length);
    return end;
}

/* A text of LENGTH bytes or a few less. To be freed. */
static inline char *growth_text(const struct shape *shape, size_t length)
{
    char *text = malloc(length + strlen(shape->first) + strlen(shape->middle) + 1);
    size_t times = length / (strlen(shape->open) + strlen(shape->close));
    char *end = growth_repeat(text, shape->first, 1);
    end = growth_repeat(end, shape->open, times);
    end = growth_repeat(end, shape->middle, 1);
    *growth_repeat(end, shape->close, times) = '\0';
    return text;
}

static inline double growth_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline double growth_once(const char *text,
                                 void (*work)(const char *text, struct arena *arena))
{
    struct arena *arena = arena_new();
    double started = growth_now();
    work(text, arena);
    double cost = growth_now() - started;
    arena_free(arena);
    return cost;
}

/* Compares the work for TEXT and for LONGER, of GROWTH_STEP times the length. Quadratic work is so
 * in every round; of a busy machine the least of some rounds counts. NAME is for the message. */
static inline bool growth_is_between(const char *name, const char *text, const char *longer,
                                     void (*work)(const char *text, struct arena *arena))
{
    double min = 1e9, max = 1e9;
    bool linear = false;
    for (int round = 0; round < GROWTH_ROUNDS_MAX && !(linear && round >= GROWTH_ROUNDS_MIN);
         round++) {
        double cost = growth_once(text, work), more = growth_once(longer, work);
        min = cost < min ? cost : min;
        max = more < max ? more : max;
        linear = max <= min * GROWTH_RATIO_MAX + GROWTH_SLACK;
        if (!linear && more > GROWTH_HOPELESS)
            break;
    }
    if (!linear)
        fprintf(stderr, "%s: %.1f ms, and %.1f ms for %d times the length\n", name, min * 1000,
                max * 1000, GROWTH_STEP);
    return linear;
}

static inline bool growth_is_linear(const struct shape *shape,
                                    void (*work)(const char *text, struct arena *arena))
{
    char *text = growth_text(shape, GROWTH_LENGTH),
         *longer = growth_text(shape, GROWTH_STEP * GROWTH_LENGTH);
    bool linear = growth_is_between(shape->name, text, longer, work);
    free(text);
    free(longer);
    return linear;
}

#define assert_all_linear(SHAPES, WORK)                                \
    do {                                                               \
        bool all = true;                                               \
        for (size_t i = 0; i < sizeof(SHAPES) / sizeof *(SHAPES); i++) \
            all = growth_is_linear(&(SHAPES)[i], WORK) && all;         \
        assert_true(all);                                              \
    } while (0)

#endif
