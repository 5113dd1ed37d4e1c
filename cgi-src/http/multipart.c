/* SPDX-License-Identifier: EUPL-1.2 */
/* Multipart: a form that may carry files. */
#include "http/multipart.h"

#include <string.h>
#include <strings.h>

enum {
    BOUNDARY_MAX = 70, /* RFC 2046 section 5.1.1 */
    HEADERS_MAX = 4096 /* bytes of the header of a part */
};

/* The rest of the body. */
struct reader {
    const char *at, *end;
    const char *delimiter; /* "\r\n--boundary" */
};

/* The delimiter that the Content-Type TYPE names; NULL when it names none, or one of a wrong
 * length. */
static const char *delimiter_of(const char *type, struct arena *arena)
{
    const char *at = strcasestr(type, "boundary=");
    if (!at)
        return NULL;
    at += strlen("boundary=");
    bool quoted = *at == '"';
    at += quoted;
    size_t length = strcspn(at, quoted ? "\"" : "; \t");
    if (length == 0 || length > BOUNDARY_MAX)
        return NULL;
    return arena_print(arena, "\r\n--%.*s", (int)length, at);
}

static bool starts_with(const struct reader *reader, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(reader->end - reader->at) >= length && memcmp(reader->at, text, length) == 0;
}

/* The parameter NAME of a Content-Disposition, as browsers write it: in quotation marks, with %22
 * for a quotation mark. NULL when there is none. */
static const char *disposition_value(const char *header, const char *name, struct arena *arena)
{
    const char *wanted = arena_print(arena, "; %s=\"", name), *at = strcasestr(header, wanted);
    if (!at)
        return NULL;
    at += strlen(wanted);
    char *value = arena_copy_bytes(arena, at, strcspn(at, "\"")), *end = value;
    for (const char *from = value; *from; from++)
        if (strncmp(from, "%22", 3) == 0) {
            *end++ = '"';
            from += 2;
        } else {
            *end++ = *from;
        }
    *end = '\0';
    return value;
}

/* The header fields of a part, as lines; NULL when they do not end, are too long, or contain a
 * NUL. */
static const char *read_headers(struct reader *reader, struct arena *arena)
{
    static const char end[] = "\r\n\r\n";
    const char *found = memmem(reader->at, (size_t)(reader->end - reader->at), end, sizeof end - 1);
    size_t length = found ? (size_t)(found - reader->at) : 0;
    if (!length || length > HEADERS_MAX || memchr(reader->at, '\0', length))
        return NULL;
    const char *headers = arena_copy_bytes(arena, reader->at, length);
    reader->at = found + sizeof end - 1;
    return headers;
}

/* A NUL would hide the rest of the text. U+0001 replaces it, which is refused as a control
 * character, as in a query. */
static const char *text_of(const char *bytes, size_t length, struct arena *arena)
{
    char *text = arena_copy_bytes(arena, bytes, length);
    for (char *at = text; (at = memchr(at, '\0', length - (size_t)(at - text))); at++)
        *at = '\x01';
    return text;
}

/* The last part of a path: some clients send folders. */
static const char *base_name(const char *path)
{
    const char *name = path;
    for (const char *at = path; *at; at++)
        if (*at == '/' || *at == '\\')
            name = at + 1;
    return name;
}

/* Reads one part; the reader is at the line after its boundary. */
static bool read_part(struct reader *reader, struct arena *arena, struct parameters *parameters,
                      struct uploads *uploads)
{
    const char *headers = read_headers(reader, arena),
               *disposition = headers ? strcasestr(headers, "content-disposition:") : NULL;
    const char *name = disposition ? disposition_value(disposition, "name", arena) : NULL;
    const char *end = memmem(reader->at, (size_t)(reader->end - reader->at), reader->delimiter,
                             strlen(reader->delimiter));
    if (!name || !end)
        return false;
    size_t length = (size_t)(end - reader->at);
    const char *file_name = disposition_value(disposition, "filename", arena);
    if (file_name && uploads->count < UPLOADS_MAX)
        uploads->items[uploads->count++] = (struct upload){
            .name = name, .file_name = base_name(file_name), .bytes = reader->at, .length = length
        };
    else if (!file_name && parameters->count < PARAMETERS_MAX)
        parameters->items[parameters->count++] =
            (struct parameter){ .name = name, .value = text_of(reader->at, length, arena) };
    reader->at = end + strlen(reader->delimiter);
    return true;
}

bool multipart_read(const char *type, const char *body, size_t length, struct arena *arena,
                    struct parameters *parameters, struct uploads *uploads)
{
    struct reader reader = { .at = body,
                             .end = body + length,
                             .delimiter = delimiter_of(type, arena) };
    *parameters = (struct parameters){ .items = arena_array(arena, PARAMETERS_MAX,
                                                            sizeof *parameters->items) };
    *uploads = (struct uploads){ .items = arena_array(arena, UPLOADS_MAX, sizeof *uploads->items) };
    if (!reader.delimiter ||
        !starts_with(&reader, reader.delimiter + 2)) /* no line end before the first one */
        return false;
    reader.at += strlen(reader.delimiter) - 2;
    while (starts_with(&reader, "\r\n")) {
        reader.at += 2;
        if (!read_part(&reader, arena, parameters, uploads))
            return false;
    }
    return starts_with(&reader, "--");
}

bool uploads_chosen(const struct uploads *uploads)
{
    for (size_t i = 0; i < uploads->count; i++)
        if (uploads->items[i].length)
            return true;
    return false;
}
