/* SPDX-License-Identifier: EUPL-1.2 */
/* List: where a list that is read in parts goes on. */
#include "record/list.h"

#include <string.h>

#include "text/dates.h"

enum { DIGITS_MAX = 18 /* a bigint */ };

bool list_place(const char *text, size_t count, struct arena *arena, const char **day,
                const char **numbers)
{
    size_t length = strcspn(text, ".");
    *day = arena_copy_bytes(arena, text, length);
    text += length;
    for (size_t i = 0; i < count; i++, text += length) {
        if (*text++ != '.')
            return false;
        length = strspn(text, "0123456789");
        if (length == 0 || length > DIGITS_MAX)
            return false;
        numbers[i] = arena_copy_bytes(arena, text, length);
    }
    return *text == '\0' && date_is_day(*day);
}
