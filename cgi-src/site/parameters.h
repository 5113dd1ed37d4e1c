/* SPDX-License-Identifier: EUPL-1.2 */
/* Parameters: what the parameters of routes.tbl mean, for the documents that describe the data. */
#ifndef SITE_PARAMETERS_H
#define SITE_PARAMETERS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/choice.h"

struct parameter_words {
    const char *name, *words;     /* in English */
    const struct choice *choices; /* the only values that it takes; NULL when it takes others */
    bool is_number;
};

/* Takes the next name off *NAMES, the third column of routes.tbl; NULL at its end. An undescribed
 * parameter has no words. */
const struct parameter_words *parameter_words_next(const char **names, struct arena *arena);

#endif
