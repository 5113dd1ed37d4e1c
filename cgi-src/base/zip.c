/* SPDX-License-Identifier: EUPL-1.2 */
/* ZIP: several files as one. Numbers in the comments are sections of PKWARE's APPNOTE 6.3. */
#include "base/zip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { VERSION = 20, DEFLATED = 8, UTF8 = 1 << 11, LEVEL = 6, MEMORY = 8 };

/* Numbers have their lowest byte first. */
static void add_number(struct buffer *buffer, uint32_t number, int bytes)
{
    for (; bytes > 0; bytes--, number >>= 8)
        buffer_append(buffer, (const char[]){ (char)(number & 0xff) }, 1);
}

static void add_short(struct buffer *buffer, uint32_t number)
{
    add_number(buffer, number, 2);
}

static void add_long(struct buffer *buffer, size_t number)
{
    add_number(buffer, (uint32_t)number, 4);
}

struct zip zip_new(struct arena *arena, const char *moment)
{
    unsigned year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    if (sscanf(moment, "%u-%u-%u %u:%u:%u", &year, &month, &day, &hour, &minute, &second) != 6)
        year = 1980;
    return (struct zip){ .bytes = buffer_in(arena),
                         .folder = buffer_in(arena),
                         .date = (uint16_t)((year - 1980) << 9 | month << 5 | day),
                         .time = (uint16_t)(hour << 11 | minute << 5 | second / 2) };
}

/* What the head of a file (4.3.7) and its entry in the directory (4.3.12) have in common. */
static void add_facts(const struct zip *zip, uint32_t sum, size_t packed, size_t length,
                      size_t name_length, struct buffer *buffer)
{
    add_short(buffer, VERSION);
    add_short(buffer, UTF8);
    add_short(buffer, DEFLATED);
    add_short(buffer, zip->time);
    add_short(buffer, zip->date);
    add_long(buffer, sum);
    add_long(buffer, packed);
    add_long(buffer, length);
    add_short(buffer, (uint32_t)name_length);
    add_short(buffer, 0); /* no further fields */
}

/* BYTES as a bare stream of RFC 1951, appended to OUTPUT; returns how long it is. */
static size_t deflate_into(const char *bytes, size_t length, struct buffer *output)
{
    z_stream stream = { .next_in = (Bytef *)(uintptr_t)bytes, .avail_in = (uInt)length };
    if (deflateInit2(&stream, LEVEL, Z_DEFLATED, -MAX_WBITS, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
        abort(); /* out of memory */
    size_t room = deflateBound(&stream, (uLong)length);
    stream.next_out = (Bytef *)buffer_reserve(output, room);
    stream.avail_out = (uInt)room;
    deflate(&stream, Z_FINISH);
    size_t packed = room - stream.avail_out;
    output->length += packed;
    output->bytes[output->length] = '\0';
    deflateEnd(&stream);
    return packed;
}

void zip_add(struct zip *zip, const char *name, const char *bytes, size_t length)
{
    size_t place = zip->bytes.length, name_length = strlen(name);
    uint32_t sum = (uint32_t)crc32(0, (const Bytef *)bytes, (uInt)length);
    struct buffer packed = buffer_in(zip->bytes.arena);
    size_t packed_length = deflate_into(bytes, length, &packed);

    buffer_append(&zip->bytes, "PK\x03\x04", 4);
    add_facts(zip, sum, packed_length, length, name_length, &zip->bytes);
    buffer_append(&zip->bytes, name, name_length);
    buffer_append(&zip->bytes, packed.bytes, packed_length);

    buffer_append(&zip->folder, "PK\x01\x02", 4);
    add_short(&zip->folder, VERSION);
    add_facts(zip, sum, packed_length, length, name_length, &zip->folder);
    add_short(&zip->folder, 0); /* no comment */
    add_short(&zip->folder, 0); /* on the first disk */
    add_short(&zip->folder, 0); /* attributes, which no system has to take */
    add_long(&zip->folder, 0);
    add_long(&zip->folder, place);
    buffer_append(&zip->folder, name, name_length);
    zip->count++;
}

struct buffer zip_finish(struct zip *zip)
{
    struct buffer *bytes = &zip->bytes;
    size_t place = bytes->length;
    buffer_append(bytes, zip->folder.bytes, zip->folder.length);
    buffer_append(bytes, "PK\x05\x06", 4); /* 4.3.16 */
    add_long(bytes, 0);                    /* on the first disk, all of it */
    add_short(bytes, zip->count);
    add_short(bytes, zip->count);
    add_long(bytes, zip->folder.length);
    add_long(bytes, place);
    add_short(bytes, 0); /* no comment */
    return *bytes;
}
