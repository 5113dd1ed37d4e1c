/* SPDX-License-Identifier: EUPL-1.2 */
/* List: what lists that are read in parts have in common. */
#ifndef RECORD_LIST_H
#define RECORD_LIST_H

#include <stdbool.h>

#include "base/arena.h"

/* Where the part before ended, in the parameter "before": "2021-12-01.123" is a day and as many
 * NUMBERS as COUNT says, each of what a bigint holds. False when TEXT is anything else. */
bool list_place(const char *text, size_t count, struct arena *arena, const char **day,
                const char **numbers);

#endif
