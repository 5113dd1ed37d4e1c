/* SPDX-License-Identifier: EUPL-1.2 */
/* Shared memory: what a parent makes before its children, and all of them see. Zeros at first; gone
 * with the last of them.
 *
 * No process trusts memory that others may write to: one of them may have been taken over. So each
 * process keeps lengths, counts and pointers for itself, and copies what it reads before it looks
 * at it. */
#ifndef BASE_SHARED_MEMORY_H
#define BASE_SHARED_MEMORY_H

#include <stddef.h>

/* NULL and one log line when there is none left for PURPOSE. Pages of it are taken when they are
 * first written to. */
void *shared_memory_new(size_t size, const char *purpose);

void shared_memory_free(void *memory, size_t size);

/* Two views of one memory, one to write to and one to read. A process that has freed the first
 * cannot get it back: the kernel (Linux 5.1) seals the memory against being written to by others.
 */
struct shared_views {
    void *writable;
    const void *readable;
};

/* Both NULL, and one log line, when there is none left. */
struct shared_views shared_memory_views(size_t size, const char *purpose);

#endif
