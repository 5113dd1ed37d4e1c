/* SPDX-License-Identifier: EUPL-1.2 */
/* The routes: the row of a found path makes the same path again. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "http/route.h"

void fuzz(const char *path, size_t length, struct arena *arena)
{
    (void)length;
    struct route_match match;
    must(route_language(path) <= LANGUAGES);
    if (!route_match(path, arena, &match))
        return;
    must(match.id < ROUTES && match.language <= LANGUAGES);
    must(!match.slug || (*match.slug && !strpbrk(match.slug, "/.")));
    must(match.format == FORMAT_PAGE || (route_formats(match.id) & 1U << match.format));
    enum language language = match.language < LANGUAGES ? match.language : NL;
    const char *made = route_path(arena, match.id, language, match.slug);
    must(strcmp(route_format_path(arena, made, match.format), path) == 0);
}
