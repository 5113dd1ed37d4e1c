/* SPDX-License-Identifier: EUPL-1.2 */
/* Arena: the memory of a test or of a file of tests; cmocka's set-up makes it. */
#ifndef SUPPORT_ARENA_H
#define SUPPORT_ARENA_H

#include "base/arena.h"

static struct arena *arena;

static inline int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

#endif
