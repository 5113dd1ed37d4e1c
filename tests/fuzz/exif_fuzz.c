/* SPDX-License-Identifier: EUPL-1.2 */
/* Exif: whatever a camera writes, the result is an existing orientation, read within its bytes. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "picture/exif.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    /* Without the NUL, so that the sanitizer sees a read beyond the end. */
    unsigned char *bytes = malloc(length ? length : 1);
    (void)arena;
    must(bytes);
    memcpy(bytes, input, length);
    int one = exif_orientation(bytes, length), other = exif_orientation_of_webp(bytes, length);
    free(bytes);
    must(one >= EXIF_UPRIGHT && one <= EXIF_ORIENTATIONS);
    must(other >= EXIF_UPRIGHT && other <= EXIF_ORIENTATIONS);
}
