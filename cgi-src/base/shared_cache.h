/* SPDX-License-Identifier: EUPL-1.2 */
/* Shared cache: what one process has made, for the others to use. A table of bytes by key, in
 * memory that the parent makes before its children and shares with them.
 *
 * No process waits for another, and one that is killed while it writes leaves nothing behind: each
 * place holds a tag of all that is in it, its key and its length too, and whoever reads takes a
 * copy and looks whether it is whole and what it was asked for. What is not is as if it were not
 * there. Two keys may fall on one place; the later one has it then.
 *
 * The tag is made with a secret of this start (SipHash-2-4, 128 bits), so that whoever can write to
 * the memory and nothing more, by a fault in one of the processes, cannot make up a page nor move
 * one to another address; the worst that comes of it is that a page is made anew. Whoever has taken
 * over a process that keeps pages has the secret: what they keep, others show. They can also begin
 * an earlier epoch again, in which what was kept under the same key and validator is true once
 * more.
 */
#ifndef BASE_SHARED_CACHE_H
#define BASE_SHARED_CACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* The most bytes that are kept under one key. */
enum { SHARED_CACHE_MAX = 65536 };

struct shared_cache;

/* With room for PLACES; the memory is taken as they are filled. NULL and one log line when there is
 * none. */
struct shared_cache *shared_cache_new(size_t places);
void shared_cache_free(struct shared_cache *cache);

/* Begins another epoch: nothing that was kept in an earlier one is found any longer. */
void shared_cache_forget(struct shared_cache *cache);
unsigned long shared_cache_epoch(const struct shared_cache *cache);

/* Notes for all processes that VALIDATOR was asked for at the microsecond ASKED (base/clock.h), in
 * EPOCH. */
void shared_cache_note(struct shared_cache *cache, unsigned long epoch, const char *validator,
                       long asked);

/* The validator that was noted last, in memory of ARENA, if it was asked for in this epoch and
 * since the microsecond SINCE; otherwise NULL. */
const char *shared_cache_noted(const struct shared_cache *cache, long since, struct arena *arena);

/* A cheap look whether something is there for KEY. */
bool shared_cache_may_have(const struct shared_cache *cache, const char *key);

/* Keeps BYTES, which are true as long as VALIDATOR is the same; EPOCH is that in which VALIDATOR
 * was asked for. Keeps nothing that is too large, or whose key or validator has more than 511
 * bytes.
 */
void shared_cache_keep(struct shared_cache *cache, unsigned long epoch, const char *key,
                       const char *validator, const struct buffer *bytes);

/* Puts into FOUND, which is empty, what was kept for KEY and VALIDATOR in this epoch; false when
 * there is nothing, or nothing whole. */
bool shared_cache_find(const struct shared_cache *cache, const char *key, const char *validator,
                       struct buffer *found);

#endif
