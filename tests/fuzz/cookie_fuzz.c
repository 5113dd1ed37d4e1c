/* SPDX-License-Identifier: EUPL-1.2 */
/* The header field Cookie: the first line is the name, the rest the field. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "http/cookie.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    const char *end = memchr(input, '\n', length);
    const char *name = end ? arena_copy_bytes(arena, input, (size_t)(end - input)) : "desk";
    const char *field = end ? end + 1 : input;
    const char *value = cookie_value(field, name, arena);
    if (!value)
        return;
    must(!strchr(value, ';') && strlen(value) <= strlen(field));
    must(strstr(field, arena_print(arena, "%s=%s", name, value)));
}
