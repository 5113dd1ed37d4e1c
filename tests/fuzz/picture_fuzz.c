/* SPDX-License-Identifier: EUPL-1.2 */
/* Picture: whatever is sent, it is read within its bounds or refused, and nothing is left behind.
 * What says that it is large is let go, since that takes its time. */
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
        must((long)picture.pixels.width * picture.pixels.height <= PIXELS_MOST);
        must(picture.orientation >= EXIF_UPRIGHT && picture.orientation <= EXIF_ORIENTATIONS);
    }
    WebPPictureFree(&picture.pixels);
    free(picture.profile);
}
