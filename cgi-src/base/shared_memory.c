/* SPDX-License-Identifier: EUPL-1.2 */
/* Shared memory: what a parent makes before its children, and all of them see. */
#include "base/shared_memory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"

static void *checked(void *memory, const char *purpose)
{
    if (memory != MAP_FAILED)
        return memory;
    log_error("cannot allocate shared memory", log_string("purpose", purpose),
              log_string("detail", strerror(errno)));
    return NULL;
}

void *shared_memory_new(size_t size, const char *purpose)
{
    return checked(mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0),
                   purpose);
}

void shared_memory_free(void *memory, size_t size)
{
    munmap(memory, size);
}

struct shared_views shared_memory_views(size_t size, const char *purpose)
{
    struct shared_views views = { 0 };
    int file = memfd_create(purpose, MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0 || ftruncate(file, (off_t)size) != 0) {
        checked(MAP_FAILED, purpose);
    } else {
        /* The seal keeps the view that is there already, and lets none be made or changed to write.
         */
        views.writable =
            checked(mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), purpose);
        if (fcntl(file, F_ADD_SEALS,
                  F_SEAL_FUTURE_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
            log_error("cannot seal shared memory", log_string("purpose", purpose),
                      log_string("detail", strerror(errno)));
        views.readable = checked(mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0), purpose);
    }
    if (file >= 0)
        close(file);
    return views;
}
