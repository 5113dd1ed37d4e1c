/* SPDX-License-Identifier: EUPL-1.2 */
/* Fuzz: libFuzzer's entry, for all fuzzers. */
#include "fuzz/fuzz.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena *arena;
    if (!arena)
        arena = arena_new();
    /* A copy on the heap, so that the sanitizer sees a read beyond its end. */
    char *input = malloc(size + 1);
    for (size_t i = 0; i < size; i++)
        input[i] = (char)data[i];
    input[size] = '\0';
    fuzz(input, size, arena);
    free(input);
    arena_reset(arena);
    return 0;
}
