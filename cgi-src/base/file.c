/* SPDX-License-Identifier: EUPL-1.2 */
/* File: reading what the program is shipped with, and writing what it exports. */
#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"

char *file_read(const char *path, size_t max, struct arena *arena, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        log_error("cannot read a file", log_string("path", path),
                  log_string("detail", strerror(errno)));
        return NULL;
    }
    char *bytes = NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        if (size >= 0 && (size_t)size <= max) {
            bytes = arena_alloc(arena, (size_t)size + 1);
            *length = fread(bytes, 1, (size_t)size, file);
            if (*length != (size_t)size)
                bytes = NULL;
        }
    }
    fclose(file);
    if (!bytes)
        log_error("cannot read a file", log_string("path", path),
                  log_string("detail", "not a file, or too large"));
    return bytes;
}

static bool cannot_write(const char *path)
{
    log_error("cannot write a file", log_string("path", path),
              log_string("detail", strerror(errno)));
    return false;
}

FILE *file_create(const char *path)
{
    FILE *file = fopen(path, "wxbe");
    if (!file)
        cannot_write(path);
    return file;
}

bool file_finish(FILE *file, const char *path)
{
    bool failed = fflush(file) != 0 || ferror(file);
    int reason = errno; /* of the flush, which closing may hide */
    if (fclose(file) == 0 && !failed)
        return true;
    if (failed)
        errno = reason;
    return cannot_write(path);
}

bool file_write(const char *path, const char *bytes, size_t length)
{
    FILE *file = file_create(path);
    if (!file)
        return false;
    fwrite(bytes, 1, length, file);
    return file_finish(file, path);
}
