/* SPDX-License-Identifier: EUPL-1.2 */
/* Buffer: bytes that grow in an arena. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

#include "base/arena.h"

/* BYTES always ends in a NUL that LENGTH does not count; it is NULL until something is appended. */
struct buffer {
    struct arena *arena;
    char *bytes;
    size_t length;
    size_t capacity;
};

/* An empty buffer. */
struct buffer buffer_in(struct arena *arena);

/* Makes room for EXTRA more bytes, and returns where they go. The caller adds what it wrote to
 * LENGTH. */
char *buffer_reserve(struct buffer *buffer, size_t extra);

void buffer_append(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add(struct buffer *buffer, const char *string);
void buffer_print(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
