/* SPDX-License-Identifier: EUPL-1.2 */
/* One-time and recovery codes as people type them: spaces and hyphens make no difference, and an
 * account without a secret has no code. */
#include <string.h>

#include "base/one_time_code.h"
#include "fuzz/fuzz.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    enum { NOW = 1700000000, STEP = 30 };
    static const unsigned char secret[CODE_SECRET_BYTES] = "12345678901234567890";
    must(code_step(NULL, input, NOW) == 0);
    long step = code_step(secret, input, NOW);
    must(step == 0 || labs(step - NOW / STEP) <= 1);
    must(code_step(secret, arena_print(arena, " %s ", input), NOW) == step);
    const char *hash = recovery_code_hash(input, arena);
    must(strlen(hash) == 64 && strspn(hash, "0123456789abcdef") == 64);
    must(strcmp(recovery_code_hash(arena_print(arena, "-%s ", input), arena), hash) == 0);
}
