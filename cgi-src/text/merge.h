/* SPDX-License-Identifier: EUPL-1.2 */
/* Merge: what two people made of one text, put together. */
#ifndef TEXT_MERGE_H
#define TEXT_MERGE_H

#include <stdbool.h>

#include "base/arena.h"

struct merge {
    const char *text;
    bool clash; /* both changed the same words, in different ways */
};

/* The changes of OWN and of THEIRS, which both began as BASE, by words; where they clash, OWN has
 * its way. So merge(b, x, b) = merge(b, b, x) = merge(b, x, x) = x. Owned by ARENA. */
struct merge merge_texts(const char *base, const char *own, const char *theirs,
                         struct arena *arena);

#endif
