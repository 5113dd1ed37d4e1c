/* SPDX-License-Identifier: EUPL-1.2 */
/* Exif: of whatever a camera writes, an orientation that there is, from within its bytes. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "picture/exif.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    /* Without the NUL, so that a byte too far is seen. */
    unsigned char *bytes = malloc(length ? length : 1);
    (void)arena;
    must(bytes);
    memcpy(bytes, input, length);
    int one = exif_orientation(bytes, length), other = exif_orientation_of_webp(bytes, length);
    free(bytes);
    must(one >= EXIF_UPRIGHT && one <= EXIF_ORIENTATIONS);
    must(other >= EXIF_UPRIGHT && other <= EXIF_ORIENTATIONS);
}
