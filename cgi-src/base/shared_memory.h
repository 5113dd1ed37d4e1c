/* Shared memory: what a parent makes before its children, and all of them see. Zeros at first; gone with the last of them. */
#ifndef BASE_SHARED_MEMORY_H
#define BASE_SHARED_MEMORY_H

#include <stddef.h>

/* NULL and one log line when there is none left for PURPOSE. Pages of it are taken when they are first written to. */
void *shared_memory_new(size_t size, const char *purpose);

void shared_memory_free(void *memory, size_t size);

#endif
