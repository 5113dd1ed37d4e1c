/* SPDX-License-Identifier: EUPL-1.2 */
/* List: where a list that is read in parts goes on. */
#ifndef RECORD_LIST_H
#define RECORD_LIST_H

#include <stdbool.h>

#include "base/arena.h"

/* Reads the parameter "before", the end of the part before: "2021-12-01.123" is a day and COUNT
 * NUMBERS, each within a bigint. False when TEXT is anything else. */
bool list_place(const char *text, size_t count, struct arena *arena, const char **day,
                const char **numbers);

#endif
