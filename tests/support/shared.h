/* SPDX-License-Identifier: EUPL-1.2 */
/* Shared: the memory that processes of the program share, as somebody who has taken one of them
 * over finds it. */
#ifndef SUPPORT_SHARED_H
#define SUPPORT_SHARED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct shared_bytes {
    unsigned char *bytes;
    size_t length;
};

/* The only piece of shared memory of this process with RIGHTS ("rw-s"); no bytes when there is
 * none. */
static inline struct shared_bytes shared_bytes(const char *rights)
{
    struct shared_bytes found = { 0 };
    char line[512], said[8];
    unsigned long start, end;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps && !found.bytes && fgets(line, sizeof line, maps))
        if (sscanf(line, "%lx-%lx %7s", &start, &end, said) == 3 && strcmp(said, rights) == 0 &&
            strstr(line, "(deleted)"))
            found = (struct shared_bytes){ (unsigned char *)start, end - start };
    if (maps)
        fclose(maps);
    return found;
}

/* Overwrites a piece anywhere in the memory, with one repeated byte or with random ones. */
static inline void shared_scribble(const struct shared_bytes *memory, size_t longest)
{
    size_t first = (size_t)random() % memory->length, length = 1 + (size_t)random() % longest;
    int byte = random() % 2 ? -1 : (int)(random() % 256);
    for (size_t i = first; i < first + length && i < memory->length; i++)
        memory->bytes[i] = (unsigned char)(byte < 0 ? random() : byte);
}

/* The wait status of a process that runs ACT: 0 if all is well. */
static inline int shared_end_of(int (*act)(void))
{
    int status = -1;
    pid_t pid = fork();
    if (pid == 0)
        _exit(act());
    waitpid(pid, &status, 0);
    return status;
}

#endif
