/* SPDX-License-Identifier: EUPL-1.2 */
/* ZIP: several files as one. */
#include "base/zip_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { LEVEL = 6 };

struct zip_writer {
    struct arena *arena;
    zip_t *zip;
    zip_source_t *output;
    uint16_t date, time; /* of all files, as MS-DOS has them */
    enum err err;        /* the first one of a file */
};

/* A file while libzip reads it. */
struct reading {
    struct zip_writer *writer;
    zip_write *write;
    const void *file;
    struct arena *arena; /* of its bytes; NULL while there are none */
    struct buffer body;
    size_t read;
};

static void *needed(void *made)
{
    if (!made)
        abort(); /* out of memory: nothing else can fail here */
    return made;
}

static void release(struct reading *reading)
{
    if (reading->arena)
        arena_free(reading->arena);
    reading->arena = NULL;
}

/* libzip asks how long a file is before it opens it, so that its head needs no fields of ZIP64. */
static zip_int64_t tell_length(struct reading *reading, zip_stat_t *stat)
{
    enum err err = OK;
    if (!reading->arena && !reading->body.bytes) {
        reading->arena = arena_new();
        reading->body = buffer_in(reading->arena);
        buffer_add(&reading->body, "");
        err = reading->write(reading->file, &reading->body);
    }
    if (err)
        reading->writer->err = err;
    zip_stat_init(stat);
    stat->valid |= ZIP_STAT_SIZE;
    stat->size = reading->body.length;
    return err ? -1 : (zip_int64_t)sizeof *stat;
}

static zip_int64_t read_some(struct reading *reading, void *bytes, size_t max)
{
    size_t left = reading->body.length - reading->read, length = left < max ? left : max;
    memcpy(bytes, reading->body.bytes + reading->read, length);
    reading->read += length;
    return (zip_int64_t)length;
}

static zip_int64_t answer(void *file, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    struct reading *reading = file;
    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              -1);
    case ZIP_SOURCE_STAT:
        return tell_length(reading, data);
    case ZIP_SOURCE_READ:
        return read_some(reading, data, length);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&(zip_error_t){ .zip_err = ZIP_ER_READ }, data, length);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        release(reading);
        return 0;
    default:
        return 0;
    }
}

struct zip_writer *zip_writer_new(struct arena *arena, const char *moment)
{
    unsigned year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    if (sscanf(moment, "%u-%u-%u %u:%u:%u", &year, &month, &day, &hour, &minute, &second) != 6)
        year = 1980;
    struct zip_writer *writer = arena_alloc(arena, sizeof *writer);
    *writer = (struct zip_writer){ .arena = arena,
                                   .date = (uint16_t)((year - 1980) << 9 | month << 5 | day),
                                   .time = (uint16_t)(hour << 11 | minute << 5 | second / 2) };
    writer->output = needed(zip_source_buffer_create(NULL, 0, 0, NULL));
    writer->zip = needed(zip_open_from_source(writer->output, ZIP_TRUNCATE, NULL));
    zip_source_keep(writer->output); /* which closing the archive would free */
    return writer;
}

void zip_writer_add(struct zip_writer *writer, const char *name, zip_write *write, const void *file)
{
    struct reading *reading = arena_alloc(writer->arena, sizeof *reading);
    *reading = (struct reading){ .writer = writer, .write = write, .file = file };
    zip_source_t *source = needed(zip_source_function(writer->zip, answer, reading));
    zip_int64_t at = zip_file_add(writer->zip, name, source, ZIP_FL_ENC_UTF_8);
    if (at < 0)
        abort();
    zip_set_file_compression(writer->zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, LEVEL);
    zip_file_set_dostime(writer->zip, (zip_uint64_t)at, writer->time, writer->date, 0);
}

static void copy(zip_source_t *output, struct buffer *bytes)
{
    zip_stat_t stat;
    zip_source_stat(output, &stat);
    zip_source_open(output);
    zip_source_read(output, buffer_reserve(bytes, stat.size), stat.size);
    bytes->length += stat.size;
    bytes->bytes[bytes->length] = '\0';
    zip_source_close(output);
}

static void give_up(struct zip_writer *writer)
{
    zip_discard(writer->zip);
    if (!writer->err)
        writer->err = ERR_INTERNAL;
}

enum err zip_writer_finish(struct zip_writer *writer, struct buffer *bytes)
{
    if (zip_close(writer->zip) == 0)
        copy(writer->output, bytes);
    else
        give_up(writer);
    zip_source_free(writer->output);
    return writer->err;
}
