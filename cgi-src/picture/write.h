/* SPDX-License-Identifier: EUPL-1.2 */
/* Write: a picture as pages show it, upright, in sRGB, without anything but its pixels. */
#ifndef PICTURE_WRITE_H
#define PICTURE_WRITE_H

#include <stdbool.h>

#include "picture/read.h"

/* Writes the renditions of PICTURE to FILE (record/renditions.h has their form), and frees the
 * picture. */
enum picture_fault picture_write(struct picture *picture, int file);

/* Writes all of BYTES; false when whoever reads them is gone. */
bool picture_send(int file, const void *bytes, size_t length);

#endif
