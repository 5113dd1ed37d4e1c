/* SPDX-License-Identifier: EUPL-1.2 */
/* Exif: which way up a picture was taken. It is all that is read of what cameras write beside the
 * pixels, and none of it is kept (CIPA DC-008, 4.6.4 "Orientation"; WebP Container Specification,
 * "Metadata"). */
#ifndef PICTURE_EXIF_H
#define PICTURE_EXIF_H

#include <stddef.h>

/* Where the pixel is that stands at the top left: in the numbers of the specification, from
 * UPRIGHT. */
enum { EXIF_UPRIGHT = 1, EXIF_ORIENTATIONS = 8 };

/* The orientation that the LENGTH bytes at TIFF say, the body of an Exif block; EXIF_UPRIGHT when
 * they say none that there is. */
int exif_orientation(const unsigned char *tiff, size_t length);

/* The same of a file of WebP. */
int exif_orientation_of_webp(const unsigned char *file, size_t length);

#endif
