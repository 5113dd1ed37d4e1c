/* SPDX-License-Identifier: EUPL-1.2 */
/* Fuzz: what every fuzzer includes. A file NAME_fuzz.c is one fuzzer: it defines fuzz(), and has
 * some inputs to start from in corpus/NAME/; words that its format knows may stand in NAME.dict
 * (libFuzzer's format). "make fuzz" and tests/run find it by itself. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdlib.h>

#include "base/arena.h"

/* Feeds INPUT of LENGTH bytes, behind which is a NUL, to what is under test. ARENA is emptied
 * afterwards. */
void fuzz(const char *input, size_t length, struct arena *arena);

/* What has to be true of any input. */
#define must(condition)   \
    do {                  \
        if (!(condition)) \
            abort();      \
    } while (0)

#endif
