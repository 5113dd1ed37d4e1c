/* SPDX-License-Identifier: EUPL-1.2 */
/* Parameters: what those of routes.tbl mean, for what describes the data. */
#ifndef SITE_PARAMETERS_H
#define SITE_PARAMETERS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/choice.h"

struct parameter_words {
    const char *name, *words;     /* in English */
    const struct choice *choices; /* of one that takes no value but some; NULL for others */
    bool is_number;
};

/* Takes the next name off *NAMES, the third column of routes.tbl; NULL at its end. One that nothing
 * is said of has no words. */
const struct parameter_words *parameter_words_next(const char **names, struct arena *arena);

#endif
