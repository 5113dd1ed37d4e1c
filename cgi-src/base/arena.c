/* SPDX-License-Identifier: EUPL-1.2 */
/* Arena: memory that lives as long as one request. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum {
    BLOCK_SIZE = 256 * 1024
}; /* a page with all its parts fits one: no further block is taken or given back */

struct block {
    struct block *next;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
    struct deferred *next;
    void (*release)(void *target);
    void *target;
};

struct arena {
    struct block *current;
    size_t used; /* of the current block */
    struct deferred *deferred;
};

static void out_of_memory(void)
{
    log_error("out of memory");
    exit(EXIT_FAILURE);
}

static struct block *block_new(size_t size, struct block *next)
{
    struct block *block = malloc(sizeof *block + size);
    if (!block)
        out_of_memory();
    block->next = next;
    block->size = size;
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        out_of_memory();
    arena->current = block_new(BLOCK_SIZE, NULL);
    return arena;
}

void arena_reset(struct arena *arena)
{
    while (arena->deferred) {
        struct deferred *deferred = arena->deferred;
        arena->deferred = deferred->next;
        deferred->release(deferred->target);
    }
    while (arena->current->next) {
        struct block *block = arena->current;
        arena->current = block->next;
        free(block);
    }
    arena->used = 0;
}

void arena_free(struct arena *arena)
{
    arena_reset(arena);
    free(arena->current);
    free(arena);
}

void *arena_raw(struct arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        out_of_memory();
    size = (size + unit - 1) / unit * unit;

    if (size > arena->current->size - arena->used) {
        arena->current = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE, arena->current);
        arena->used = 0;
    }
    void *memory = arena->current->bytes + arena->used;
    arena->used += size;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_raw(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        out_of_memory();
    return arena_alloc(arena, count * size);
}

char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_raw(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_copy(struct arena *arena, const char *string)
{
    return arena_copy_bytes(arena, string, strlen(string));
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    /* Written where it may stay; only what does not fit the block is written twice. */
    char *end = (char *)arena->current->bytes + arena->used;
    size_t room = arena->current->size - arena->used;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(end, room, format, arguments);
    va_end(arguments);
    if (length < 0)
        out_of_memory();

    char *string = arena_raw(arena, (size_t)length + 1);
    if (string != end) {
        va_start(arguments, format);
        vsnprintf(string, (size_t)length + 1, format, arguments);
        va_end(arguments);
    }
    return string;
}

void arena_defer(struct arena *arena, void (*release)(void *target), void *target)
{
    struct deferred *deferred = arena_alloc(arena, sizeof *deferred);
    *deferred = (struct deferred){ .next = arena->deferred, .release = release, .target = target };
    arena->deferred = deferred;
}
