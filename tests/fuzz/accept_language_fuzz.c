/* SPDX-License-Identifier: EUPL-1.2 */
/* What a client prefers: any bytes are a valid field. */
#include "fuzz/fuzz.h"
#include "http/accept.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    (void)arena;
    must(accept_language(input) < LANGUAGES);
    accept_gzip(input);
}
