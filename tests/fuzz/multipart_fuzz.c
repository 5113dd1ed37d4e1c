/* SPDX-License-Identifier: EUPL-1.2 */
/* A form with files: whatever the body, all values lie within it, and texts have no NUL. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "http/multipart.h"

/* The first line is the content type, the rest the body. */
void fuzz(const char *input, size_t length, struct arena *arena)
{
    struct parameters parameters;
    struct uploads uploads;
    const char *line_end = memchr(input, '\n', length);
    if (!line_end)
        return;
    const char *type = arena_copy_bytes(arena, input, (size_t)(line_end - input));
    size_t rest = length - (size_t)(line_end + 1 - input);
    char *body = arena_raw(
        arena,
        rest ? rest
             : 1); /* without a NUL behind it, so that the sanitizer sees what is read beyond */
    memcpy(body, line_end + 1, rest);
    if (!multipart_read(type, body, rest, arena, &parameters, &uploads))
        return;
    must(parameters.count <= PARAMETERS_MAX && uploads.count <= UPLOADS_MAX);
    for (size_t i = 0; i < parameters.count; i++)
        must(parameters.items[i].name && strlen(parameters.items[i].value) <= rest);
    for (size_t i = 0; i < uploads.count; i++) {
        const struct upload *upload = &uploads.items[i];
        must(upload->bytes >= body && upload->bytes + upload->length <= body + rest);
        must(!strpbrk(upload->file_name, "/\\"));
    }
}
