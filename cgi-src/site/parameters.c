/* SPDX-License-Identifier: EUPL-1.2 */
/* Parameters: what the parameters of routes.tbl mean. */
#include "site/parameters.h"

#include <string.h>

#include "kinds/meeting/model.h"
#include "kinds/register/model.h"

static const struct parameter_words parameters[] = {
    { "forum", "Key of the topic or partner that meets.", NULL, false },
    { "type", "Kind of meeting.", meeting_types, false },
    { "year", "Year in which it takes place, such as 2021.", NULL, false },
    { "state", "What became of the conclusion.", conclusion_states, false },
    { "q", "Words to look for.", NULL, false },
    { "border", "Key of a border, country, region, organisation, topic or partner.", NULL, false },
    { "field", "Field of life that it is about.", register_fields, false },
    { "status", "How far an obstacle has come.", register_statuses, false },
    { "before", "Where the part before ended, as \"next\" has it.", NULL, false },
    { "since", "Where the last reading ended, as \"since\" of its answer has it.", NULL, false },
    { "limit", "How many items the answer may hold; at most as many as without it.", NULL, true },
    { "page", "Number of the part, from 1 on.", NULL, true },
};

static const struct parameter_words *find(const char *name, struct arena *arena)
{
    for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
        if (strcmp(parameters[i].name, name) == 0)
            return &parameters[i];
    struct parameter_words *other = arena_alloc(arena, sizeof *other);
    other->name = name;
    return other;
}

const struct parameter_words *parameter_words_next(const char **names, struct arena *arena)
{
    *names += strspn(*names, " |");
    size_t length = strcspn(*names, " |");
    if (!length)
        return NULL;
    const char *name = arena_copy_bytes(arena, *names, length);
    *names += length;
    return find(name, arena);
}
