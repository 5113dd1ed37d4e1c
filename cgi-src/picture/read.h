/* SPDX-License-Identifier: EUPL-1.2 */
/* Read: the pixels of a JPEG, PNG or WebP. Whoever made the file may mean harm; this runs in a
 * process without rights (picture/main.c). */
#ifndef PICTURE_READ_H
#define PICTURE_READ_H

#include <stddef.h>
#include <stdint.h>
#include <webp/encode.h>

enum {
    PIXELS_MOST = 50 * 1000 * 1000,
    SIDES_RATIO_MOST = 8, /* of the longer side to the shorter */
    WIDTH_MOST = 1920,    /* that anybody is shown */
    SCANS_MOST = 100      /* of a progressive JPEG, each of which costs as much as the whole */
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

/* What was read: the pixels as they are stored (32 bits each, blue in the lowest), which way up
 * they are to be, and the profile of their colours, if there is one. PIXELS is to be given back by
 * WebPPictureFree, PROFILE by free. */
struct picture {
    WebPPicture pixels;
    int orientation;
    unsigned char *profile;
    size_t profile_length;
};

/* Whether ORIENTATION lies the picture on its side, so that its stored height is its width. */
int picture_lies(int orientation);

/* Reads BYTES of LENGTH. A picture much larger than anybody is shown comes smaller where its format
 * allows that while it is read. */
enum picture_fault picture_read(const unsigned char *bytes, size_t length, struct picture *picture);

#endif
