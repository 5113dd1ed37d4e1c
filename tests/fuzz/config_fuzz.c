/* SPDX-License-Identifier: EUPL-1.2 */
/* The settings: an input has a line for each, in the order of the table. Accepted values keep
 * within the bounds of the table. */
#include <string.h>

#include "base/config.h"
#include "base/utf8.h"
#include "fuzz/fuzz.h"

static char *set(const char *variable, char *line)
{
    char *end = line ? strchr(line, '\n') : NULL;
    if (end)
        *end = '\0';
    if (line)
        setenv(variable, line, 1);
    else
        unsetenv(variable);
    return end ? end + 1 : NULL;
}

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    char *line = arena_copy(arena, input);
#define TEXT(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) line = set(VARIABLE, line);
#define NUMBER(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) line = set(VARIABLE, line);
    CONFIG_TABLE(TEXT, NUMBER)
#undef TEXT
#undef NUMBER
    struct config config;
    if (!config_read(&config))
        return;
#define TEXT(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) \
    must(*config.FIELD &&utf8_is_plain(config.FIELD));
#define NUMBER(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) \
    must(config.FIELD >= MIN && config.FIELD <= MAX);
    CONFIG_TABLE(TEXT, NUMBER)
#undef TEXT
#undef NUMBER
    must(strncmp(config.site_url, "http", 4) == 0 &&
         config.site_url[strlen(config.site_url) - 1] != '/');
}
