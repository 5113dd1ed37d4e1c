/* SPDX-License-Identifier: EUPL-1.2 */
/* ZIP: several files as one, whose bytes are the same whenever its files are.
 *
 * libzip packs all of them at the end. So a file is a function, called only then, and no two files
 * are in memory at once. */
#ifndef BASE_ZIP_WRITER_H
#define BASE_ZIP_WRITER_H

#include "base/buffer.h"
#include "base/err.h"

struct zip_writer;

/* MOMENT is that of all files, "YYYY-MM-DD HH:MM:SS", in 1980 or later. */
struct zip_writer *zip_writer_new(struct arena *arena, const char *moment);

/* Appends to BODY what a file has, FILE being what zip_writer_add was given. */
typedef enum err zip_write(const void *file, struct buffer *body);

/* Adds a file. NAME is a path without a slash at its start. */
void zip_writer_add(struct zip_writer *writer, const char *name, zip_write *write,
                    const void *file);

/* Calls the function of each file in turn, and appends the whole archive to BYTES; the first error
 * of one ends it. There has to be a file. */
enum err zip_writer_finish(struct zip_writer *writer, struct buffer *bytes);

#endif
