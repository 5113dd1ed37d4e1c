/* SPDX-License-Identifier: EUPL-1.2 */
/* Fuzz: every fuzzer includes this. A file NAME_fuzz.c is one fuzzer: it defines fuzz(), and has
 * some first inputs in corpus/NAME/. NAME.dict may have words of its format (libFuzzer's form).
 * "make fuzz" and tests/run find it by its name. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdlib.h>

#include "base/arena.h"

/* Feeds INPUT of LENGTH bytes, and a NUL after them, to the code under test. ARENA is emptied
 * afterwards. */
void fuzz(const char *input, size_t length, struct arena *arena);

/* States what has to hold for any input. */
#define must(condition)   \
    do {                  \
        if (!(condition)) \
            abort();      \
    } while (0)

#endif
