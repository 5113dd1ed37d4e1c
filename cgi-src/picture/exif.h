/* SPDX-License-Identifier: EUPL-1.2 */
/* Exif: the orientation of a picture. Nothing else is read of what cameras write beside the pixels,
 * and none of it is kept (CIPA DC-008, 4.6.4 "Orientation"; WebP Container Specification,
 * "Metadata"). */
#ifndef PICTURE_EXIF_H
#define PICTURE_EXIF_H

#include <stddef.h>

/* Where the stored pixel is that belongs at the top left, in the numbers of the specification. */
enum { EXIF_UPRIGHT = 1, EXIF_ORIENTATIONS = 8 };

/* The orientation in the LENGTH bytes at TIFF, the body of an Exif block; EXIF_UPRIGHT when they
 * have none, or an invalid one. */
int exif_orientation(const unsigned char *tiff, size_t length);

/* The same for a file in WebP. */
int exif_orientation_of_webp(const unsigned char *file, size_t length);

#endif
