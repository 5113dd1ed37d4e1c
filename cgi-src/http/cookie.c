/* SPDX-License-Identifier: EUPL-1.2 */
/* Cookie: the header field Cookie. */
#include "http/cookie.h"

#include <string.h>

const char *cookie_value(const char *field, const char *name, struct arena *arena)
{
    size_t length = strlen(name);
    for (const char *at = field; *at; at += strcspn(at, ";"), at += strspn(at, "; ")) {
        if (strncmp(at, name, length) == 0 && at[length] == '=') {
            const char *value = at + length + 1;
            return arena_copy_bytes(arena, value, strcspn(value, ";"));
        }
    }
    return NULL;
}
