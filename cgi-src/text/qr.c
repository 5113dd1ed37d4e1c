/* SPDX-License-Identifier: EUPL-1.2 */
/* QR code: a text as a picture that a camera reads. */
#include "text/qr.h"

#include <qrencode.h>

#include "base/buffer.h"

enum { QUIET = 4 }; /* squares of margin, as the standard requires */

/* Each run of dark squares in a row is one rectangle. */
static const char *path_of(const QRcode *code, struct arena *arena)
{
    struct buffer path = buffer_in(arena);
    for (int y = 0; y < code->width; y++)
        for (int x = 0, run; x < code->width; x += run + 1) {
            const unsigned char *row = code->data + (ptrdiff_t)y * code->width;
            for (run = 0; x + run < code->width && row[x + run] & 1; run++)
                ;
            if (run)
                buffer_print(&path, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, run, run);
        }
    return path.bytes;
}

bool qr_make(const char *text, struct arena *arena, struct qr *qr)
{
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (!code)
        return false;
    *qr = (struct qr){ .size = (size_t)code->width + (size_t)2 * QUIET,
                       .path = path_of(code, arena) };
    QRcode_free(code);
    return true;
}
