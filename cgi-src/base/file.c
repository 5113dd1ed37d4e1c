/* File: reading what the program is shipped with. */
#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"

char *file_read(const char *path, size_t most, struct arena *arena, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        log_error("cannot read a file", log_string("path", path), log_string("detail", strerror(errno)));
        return NULL;
    }
    char *bytes = NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        if (size >= 0 && (size_t)size <= most) {
            bytes = arena_alloc(arena, (size_t)size + 1);
            *length = fread(bytes, 1, (size_t)size, file);
            if (*length != (size_t)size)
                bytes = NULL;
        }
    }
    fclose(file);
    if (!bytes)
        log_error("cannot read a file", log_string("path", path), log_string("detail", "not a file, or too large"));
    return bytes;
}
