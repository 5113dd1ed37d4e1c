/* SPDX-License-Identifier: EUPL-1.2 */
/* Read: the pixels of a JPEG, PNG or WebP. The file may be an attack; this runs in a process
 * without rights (picture/main.c). */
#ifndef PICTURE_READ_H
#define PICTURE_READ_H

#include <stddef.h>
#include <stdint.h>
#include <webp/encode.h>

enum {
    PIXELS_MAX = 50 * 1000 * 1000,
    SIDES_RATIO_MAX = 8, /* of the longer side to the shorter */
    WIDTH_MAX = 1920,    /* that pages show */
    SCANS_MAX = 100      /* of a progressive JPEG, each of which costs as much as the whole */
};

enum picture_fault {
    PICTURE_SOUND,
    PICTURE_OF_NO_TYPE,
    PICTURE_TOO_MANY_PIXELS,
    PICTURE_TOO_NARROW,
    PICTURE_ANIMATED,
    PICTURE_CMYK,
    PICTURE_DAMAGED,
    PICTURE_TOO_COSTLY,
};

/* A picture: the pixels as they are stored (32 bits each, blue in the lowest), its orientation
 * (picture/exif.h), and the profile of its colours, NULL for none. WebPPictureFree frees PIXELS,
 * and free the PROFILE. */
struct picture {
    WebPPicture pixels;
    int orientation;
    unsigned char *profile;
    size_t profile_length;
};

/* Whether ORIENTATION puts the picture on its side, so that its stored height is its width. */
int picture_lies(int orientation);

/* Reads BYTES of LENGTH. A picture much larger than pages show is scaled down while it is read, if
 * its format allows that. */
enum picture_fault picture_read(const unsigned char *bytes, size_t length, struct picture *picture);

#endif
