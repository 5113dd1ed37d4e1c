/* Shared memory: what a parent makes before its children, and all of them see. */
#include "base/shared_memory.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "base/log.h"

void *shared_memory_new(size_t size, const char *purpose)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED)
        return memory;
    log_error("no memory to share", log_string("purpose", purpose), log_string("detail", strerror(errno)));
    return NULL;
}

void shared_memory_free(void *memory, size_t size)
{
    munmap(memory, size);
}
