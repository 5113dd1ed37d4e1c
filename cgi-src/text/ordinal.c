/* SPDX-License-Identifier: EUPL-1.2 */
/* Ordinals: the place in a series, as each language writes it. */
#include "text/ordinal.h"

#include <stdlib.h>
#include <string.h>

/* In every hundred, 11, 12 and 13 end in "th", unlike 1, 2 and 3. */
static const char *english_ending(long number)
{
    static const char *const endings[] = { "th", "st", "nd", "rd" };
    long tens = number / 10 % 10, units = number % 10;
    return tens == 1 || units > 3 ? endings[0] : endings[units];
}

const char *ordinal_written(const char *number, enum language language, struct arena *arena)
{
    const char *ending = "e";
    if (language == FR && strcmp(number, "1") == 0)
        ending = "re";
    if (language == DE)
        ending = ".";
    if (language == EN)
        ending = english_ending(strtol(number, NULL, 10));
    return arena_print(arena, "%s%s", number, ending);
}
