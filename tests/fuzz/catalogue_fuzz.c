/* SPDX-License-Identifier: EUPL-1.2 */
/* Catalogues (.mo): an accepted one can be searched, whatever is in it. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz/fuzz.h"
#include "text/catalogue.h"

static char folder[] = "/tmp/catalogue_fuzz.XXXXXX";
static int file;

static const char *path_of(const char *name, struct arena *arena)
{
    return arena_print(arena, "%s/%s.mo", folder, name);
}

static const char *const names[] = { "nl", "fr", "de" };

static void remove_folder(void)
{
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(path_of(names[i], arena));
    rmdir(folder);
    arena_free(arena);
}

/* The three languages are one file, in memory. */
static void make_folder(struct arena *arena)
{
    file = memfd_create("catalogue", MFD_CLOEXEC);
    must(file >= 0 && mkdtemp(folder));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        must(symlink(arena_print(arena, "/proc/self/fd/%d", file), path_of(names[i], arena)) == 0);
    atexit(remove_folder);
}

void fuzz(const char *input, size_t length, struct arena *arena)
{
    if (!file)
        make_folder(arena);
    must(ftruncate(file, 0) == 0 && pwrite(file, input, length, 0) == (ssize_t)length);
    struct catalogue *catalogue = catalogue_load(folder, arena);
    static const char *const sought[] = { "", "Search", "a", "zzz", "\xff" };
    for (size_t i = 0; catalogue && i < sizeof sought / sizeof *sought; i++) {
        const char *found = catalogue_find(catalogue, FR, sought[i]);
        must(!found || strlen(found) < length);
    }
}
