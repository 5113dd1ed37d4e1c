/* File: reading what the program is shipped with. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stddef.h>

#include "base/arena.h"

/* The bytes of the file at PATH, with a NUL behind them that LENGTH does not count, owned by ARENA. NULL, and one log line, when
 * it cannot be read or has more than MOST bytes. */
char *file_read(const char *path, size_t most, struct arena *arena, size_t *length);

#endif
