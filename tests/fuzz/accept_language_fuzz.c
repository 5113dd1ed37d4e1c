/* SPDX-License-Identifier: EUPL-1.2 */
/* The languages that a client prefers: any bytes are taken. */
#include "fuzz/fuzz.h"
#include "http/accept.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    (void)arena;
    must(accept_language(input) < LANGUAGES);
    accept_gzip(input);
}
