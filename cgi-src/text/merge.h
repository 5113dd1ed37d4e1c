/* SPDX-License-Identifier: EUPL-1.2 */
/* Merge: combines the changes that two people made to one text. */
#ifndef TEXT_MERGE_H
#define TEXT_MERGE_H

#include <stdbool.h>

#include "base/arena.h"

struct merge {
    const char *text;
    bool clash; /* both changed the same words, in different ways */
};

/* BASE with the changes of OWN and of THEIRS, by words; where they clash, OWN wins. So merge(b, x,
 * b) = merge(b, b, x) = merge(b, x, x) = x. Owned by ARENA. */
struct merge merge_texts(const char *base, const char *own, const char *theirs,
                         struct arena *arena);

#endif
