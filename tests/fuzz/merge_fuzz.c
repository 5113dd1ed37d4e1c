/* SPDX-License-Identifier: EUPL-1.2 */
/* Merging: three texts with empty lines between them. If one side changed nothing, the result is
 * the other side. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "text/merge.h"

static void must_be(const char *base, const char *own, const char *theirs, const char *text,
                    struct arena *arena)
{
    struct merge merge = merge_texts(base, own, theirs, arena);
    must(!merge.clash && strcmp(merge.text, text) == 0);
}

void fuzz(const char *input, size_t length, struct arena *arena)
{
    const char *end = input + length, *first = strstr(input, "\n\n"),
               *second = first ? strstr(first + 2, "\n\n") : NULL;
    if (!second || strlen(input) != length)
        return;
    const char *base = arena_copy_bytes(arena, input, (size_t)(first - input));
    const char *own = arena_copy_bytes(arena, first + 2, (size_t)(second - first - 2));
    const char *theirs = arena_copy_bytes(arena, second + 2, (size_t)(end - second - 2));
    must_be(base, own, base, own, arena);
    must_be(base, base, theirs, theirs, arena);
    must_be(base, own, own, own, arena);
    struct merge one = merge_texts(base, own, theirs, arena),
                 other = merge_texts(base, theirs, own, arena);
    must(one.text && one.clash == other.clash);
    must(one.clash || strcmp(one.text, other.text) == 0);
}
