/* SPDX-License-Identifier: EUPL-1.2 */
/* Response: status, header fields and body, and the bytes that go to the server (RFC 3875 section
 * 6). */
#ifndef HTTP_RESPONSE_H
#define HTTP_RESPONSE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "http/request.h"

/* A body that is never in memory as a whole: LENGTH bytes, piece by piece. */
struct stream {
    size_t length;
    bool (*next)(struct stream *stream,
                 struct buffer *piece); /* appends some bytes; false on failure */
};

struct response {
    int status;
    const char *content_type;
    bool cacheable; /* a shared cache may keep it until the second is over, and browsers may keep
                       and revalidate it; otherwise nobody may keep it */
    bool lasting;   /* a cacheable response that never changes: browsers never ask again */
    bool varies_by_language; /* another Accept-Language may get another response */
    const char *policy;      /* Content-Security-Policy; NULL: none */
    struct buffer headers;   /* further header fields, each with its line end */
    struct buffer body;
    struct stream *stream; /* sent instead of BODY, as it is; NULL: BODY is sent */
    const char *tag;       /* entity tag, in quotation marks; NULL: made from the body */
    struct buffer ready;   /* an earlier answer, from response_ready, sent instead of everything but
                              STATUS and CACHEABLE */
};

struct response response_new(struct arena *arena);

/* Adds a header field. A value with a control character is a bug: the field is left out. */
void response_header(struct response *response, const char *name, const char *value);

/* Makes browsers save the body as a file named TITLE with EXTENSION (RFC 6266), rather than show
 * it. */
void response_attachment(struct response *response, const char *title, const char *extension);

/* The reason phrase of a status that this site sends. */
const char *response_reason(int status);

/* Writes the response to REQUEST into OUTPUT: compressed when the client accepts that, with an
 * entity tag for 200, as 304 when the client has it already, and without body for HEAD. READY is
 * not copied: the caller sends it after OUTPUT. True when a stream has to follow. */
bool response_write(const struct response *response, const struct request *request,
                    struct buffer *output);

/* The part of response_write's OUTPUT that does not depend on the time: all but the first line. */
struct buffer response_ready(const struct buffer *output);

#endif
