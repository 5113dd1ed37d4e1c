/* SPDX-License-Identifier: EUPL-1.2 */
/* File: reading what the program is shipped with, and writing what it exports. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"

/* The bytes of the file at PATH, with a NUL behind them that LENGTH does not count, owned by ARENA.
 * NULL, and one log line, when it cannot be read or has more than MAX bytes. */
char *file_read(const char *path, size_t max, struct arena *arena, size_t *length);

/* Opens a new file for writing; one that is there already, be it a link, is left alone. NULL, and
 * one log line, when it cannot.
 */
FILE *file_create(const char *path);

/* Closes what file_create opened. False, and one log line, when something that was written to it
 * did not arrive: a full disk says so as late as here. */
bool file_finish(FILE *file, const char *path);

/* Writes a whole new file: the two above in one. */
bool file_write(const char *path, const char *bytes, size_t length);

#endif
