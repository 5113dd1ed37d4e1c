/* SPDX-License-Identifier: EUPL-1.2 */
/* Picture: any file is read within its bounds or refused, and leaves nothing behind. Files that say
 * they are large are skipped, since reading them takes long. */
#include "fuzz/fuzz.h"
#include "picture/exif.h"
#include "picture/read.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)arena;
    struct picture picture;
    enum picture_fault fault = picture_read((const unsigned char *)input, length, &picture);
    if (!fault) {
        must(picture.pixels.argb && picture.pixels.width > 0 && picture.pixels.height > 0);
        must((long)picture.pixels.width * picture.pixels.height <= PIXELS_MAX);
        must(picture.orientation >= EXIF_UPRIGHT && picture.orientation <= EXIF_ORIENTATIONS);
    }
    WebPPictureFree(&picture.pixels);
    free(picture.profile);
}
