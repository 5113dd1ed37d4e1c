/* SPDX-License-Identifier: EUPL-1.2 */
/* QR code: a text as a picture that a camera reads (ISO/IEC 18004). */
#ifndef TEXT_QR_H
#define TEXT_QR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What an SVG needs to draw it: the number of squares on each side, with the quiet zone, and the
 * data of a path over the dark ones. */
struct qr {
    size_t size;
    const char *path;
};

/* TEXT (at most some 1,000 bytes) as a QR code, owned by ARENA. False when it is too long. */
bool qr_make(const char *text, struct arena *arena, struct qr *qr);

#endif
