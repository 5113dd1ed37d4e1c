/* SPDX-License-Identifier: EUPL-1.2 */
/* Arena: memory that lives as long as one request.
 *
 * One arena serves one request and is reset after it. Nothing is freed one by one; things that are
 * not plain memory (query results, template dictionaries) register a deferred release, run in
 * reverse order at the reset.
 *
 * Allocation never returns NULL. A process that is out of memory logs one line and exits: it costs
 * one request, and the parent starts another child. Callers therefore carry no failure paths for
 * memory; sizes that strangers choose are bounded before anything is allocated for them.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Runs the deferred releases, then takes all memory back. The first block is kept for the next
 * request. */
void arena_reset(struct arena *arena);

/* Zeroed memory, aligned for any type, owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size) __attribute__((returns_nonnull));

/* The same, but not zeroed: for bytes that are written at once. */
void *arena_raw(struct arena *arena, size_t size) __attribute__((returns_nonnull));

/* Zeroed memory for COUNT elements of SIZE bytes; exits on overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size) __attribute__((returns_nonnull));

/* Copies, owned by the arena, always ending in NUL. */
char *arena_copy(struct arena *arena, const char *string);
char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length);
char *arena_print(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Calls RELEASE(TARGET) at the next reset. */
void arena_defer(struct arena *arena, void (*release)(void *target), void *target);

#endif
