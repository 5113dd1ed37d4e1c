/* SPDX-License-Identifier: EUPL-1.2 */
/* ZIP: several files as one (PKWARE APPNOTE 6.3, "deflate"), whose bytes are the same whenever its
 * files are. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include <stdint.h>

#include "base/buffer.h"

struct zip {
    struct buffer bytes;  /* what is done of the archive */
    struct buffer folder; /* its central directory, which stands at the end */
    uint16_t date, time;  /* of all files, as MS-DOS has them */
    uint16_t count;
};

/* MOMENT is that of all files, "YYYY-MM-DD HH:MM:SS", in 1980 or later. */
struct zip zip_new(struct arena *arena, const char *moment);

/* Adds a file. NAME is a path without a slash at its start. All together has less than 4 GB. */
void zip_add(struct zip *zip, const char *name, const char *bytes, size_t length);

/* The whole archive. */
struct buffer zip_finish(struct zip *zip);

#endif
