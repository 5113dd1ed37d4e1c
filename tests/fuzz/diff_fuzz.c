/* SPDX-License-Identifier: EUPL-1.2 */
/* Differences: removed and unchanged pieces make the text before, unchanged and added pieces the
 * text after. An input has the two texts, with an empty line between them. */
#include <string.h>

#include "base/buffer.h"
#include "fuzz/fuzz.h"
#include "text/diff.h"

static const char *without(const struct pieces *pieces, enum change change, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    buffer_add(&text, "");
    for (size_t i = 0; i < pieces->count; i++)
        if (pieces->items[i].change != change)
            buffer_add(&text, pieces->items[i].text);
    return text.bytes;
}

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    const char *end = strstr(input, "\n\n");
    if (!end)
        return;
    const char *before = arena_copy_bytes(arena, input, (size_t)(end - input)), *after = end + 2;
    struct pieces pieces = diff_words(before, after, arena);
    must(strcmp(without(&pieces, CHANGE_ADDED, arena), before) == 0);
    must(strcmp(without(&pieces, CHANGE_REMOVED, arena), after) == 0);
}
