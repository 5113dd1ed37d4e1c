/* SPDX-License-Identifier: EUPL-1.2 */
/* The parameters of an address or a form: writing them and reading them again gives the same. */
#include <string.h>

#include "base/characters.h"
#include "fuzz/fuzz.h"
#include "http/query.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    struct parameters parameters = query_read(input, arena);
    must(parameters.count <= PARAMETERS_MAX);
    const char *written = query_write(parameters.items, parameters.count, arena);
    struct parameters again = query_read(*written ? written + 1 : written, arena);
    must(again.count == parameters.count);
    for (size_t i = 0; i < parameters.count; i++) {
        must(strcmp(parameters.items[i].name, again.items[i].name) == 0);
        must(strcmp(parameters.items[i].value, again.items[i].value) == 0);
    }
    char *raw = query_raw(input, "q", arena);
    must(!raw || strlen(raw) <= length);
    const char *value;
    if (query_value(input, "q", 20, arena, &value) == OK && value)
        must(strlen(value) <= 20 && characters_are_text(value, false));
}
