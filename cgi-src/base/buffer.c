/* SPDX-License-Identifier: EUPL-1.2 */
/* Buffer: bytes that grow in an arena. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

struct buffer buffer_in(struct arena *arena)
{
    return (struct buffer){ .arena = arena };
}

char *buffer_reserve(struct buffer *buffer, size_t extra)
{
    size_t needed = buffer->length + extra + 1;
    if (needed > buffer->capacity) {
        size_t capacity = buffer->capacity ? buffer->capacity * 2 : FIRST_CAPACITY;
        if (capacity < needed)
            capacity = needed;
        char *bytes = arena_raw(buffer->arena, capacity);
        if (buffer->length)
            memcpy(bytes, buffer->bytes, buffer->length);
        buffer->bytes = bytes;
        buffer->capacity = capacity;
    }
    return buffer->bytes + buffer->length;
}

void buffer_append(struct buffer *buffer, const char *bytes, size_t length)
{
    char *end = buffer_reserve(buffer, length);
    if (length)
        memcpy(end, bytes, length);
    end[length] = '\0';
    buffer->length += length;
}

void buffer_add(struct buffer *buffer, const char *string)
{
    buffer_append(buffer, string, strlen(string));
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length <= 0)
        return;

    char *end = buffer_reserve(buffer, (size_t)length);
    va_start(arguments, format);
    vsnprintf(end, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}
