/* SPDX-License-Identifier: EUPL-1.2 */
/* Exif: the orientation of a picture. */
#include "picture/exif.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    TIFF_HEAD = 8,
    ENTRY = 12,
    TAG_ORIENTATION = 0x0112,
    TYPE_SHORT = 3,
    RIFF_HEAD = 12,
    CHUNK_HEAD = 8
};

struct bytes {
    const unsigned char *at;
    size_t length;
    bool big_endian;
};

/* The number of SIZE bytes at OFFSET; 0 where there are no such bytes. */
static uint32_t number_at(const struct bytes *bytes, size_t offset, size_t size)
{
    uint32_t number = 0;
    if (offset > bytes->length || bytes->length - offset < size)
        return 0;
    for (size_t i = 0; i < size; i++)
        number = number << 8 | bytes->at[offset + (bytes->big_endian ? i : size - 1 - i)];
    return number;
}

int exif_orientation(const unsigned char *tiff, size_t length)
{
    struct bytes bytes = { .at = tiff, .length = length };
    if (length < TIFF_HEAD || (memcmp(tiff, "MM\0*", 4) != 0 && memcmp(tiff, "II*\0", 4) != 0))
        return EXIF_UPRIGHT;
    bytes.big_endian = tiff[0] == 'M';
    size_t directory = number_at(&bytes, 4, 4), count = number_at(&bytes, directory, 2);
    for (size_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * ENTRY;
        if (number_at(&bytes, entry, 2) != TAG_ORIENTATION ||
            number_at(&bytes, entry + 2, 2) != TYPE_SHORT)
            continue;
        uint32_t orientation = number_at(&bytes, entry + 8, 2);
        return orientation >= EXIF_UPRIGHT && orientation <= EXIF_ORIENTATIONS ? (int)orientation
                                                                               : EXIF_UPRIGHT;
    }
    return EXIF_UPRIGHT;
}

/* The chunks of RIFF are padded to an even length. Some programs put the six bytes before the TIFF
 * that JPEG has there. */
int exif_orientation_of_webp(const unsigned char *file, size_t length)
{
    static const char jpeg_mark[] = "Exif\0";
    const struct bytes bytes = { .at = file, .length = length };
    for (size_t at = RIFF_HEAD; at < length && length - at >= CHUNK_HEAD;) {
        size_t size = number_at(&bytes, at + 4, 4), rest = length - at - CHUNK_HEAD;
        const unsigned char *body = file + at + CHUNK_HEAD;
        if (size > rest)
            size = rest;
        if (memcmp(file + at, "EXIF", 4) == 0) {
            size_t mark = size >= sizeof jpeg_mark && memcmp(body, jpeg_mark, sizeof jpeg_mark) == 0
                              ? sizeof jpeg_mark
                              : 0;
            return exif_orientation(body + mark, size - mark);
        }
        at += CHUNK_HEAD + size + size % 2;
    }
    return EXIF_UPRIGHT;
}
