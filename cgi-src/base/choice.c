/* SPDX-License-Identifier: EUPL-1.2 */
/* Choice: one of several values. */
#include "base/choice.h"

#include <string.h>

size_t choice_find(const struct choice *choices, const char *name)
{
    size_t place = 0;
    while (choices[place].name && (!name || strcmp(choices[place].name, name) != 0))
        place++;
    return place;
}
