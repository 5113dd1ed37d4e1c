/* SPDX-License-Identifier: EUPL-1.2 */
/* Response: status, header fields and body, and the bytes that go to the server (RFC 3875 section
 * 6). */
#ifndef HTTP_RESPONSE_H
#define HTTP_RESPONSE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "http/request.h"

/* A body that is not held in memory whole: LENGTH bytes, piece by piece. */
struct stream {
    size_t length;
    bool (*next)(struct stream *stream,
                 struct buffer *piece); /* appends some bytes; false when they cannot be had */
};

struct response {
    int status;
    const char *content_type;
    bool cacheable; /* a shared cache may keep it until the second is over, and browsers for
                       revalidation; otherwise nobody keeps it */
    bool lasting;   /* what is cacheable never changes: browsers keep it without asking again */
    bool varies_by_language; /* it would be another for another Accept-Language */
    const char *policy;      /* Content-Security-Policy; NULL: none */
    struct buffer headers;   /* further fields, each "Name: value\r\n" */
    struct buffer body;
    struct stream *stream; /* in the place of BODY, sent as it is; NULL for a body */
    const char *tag;       /* entity tag, in quotation marks; NULL: one is made of the body */
    struct buffer ready;   /* in the place of all but STATUS and CACHEABLE: what response_ready gave
                              of an earlier answer */
};

struct response response_new(struct arena *arena);

/* Adds a header field. A value with a control character is a mistake of ours: it is left out. */
void response_header(struct response *response, const char *name, const char *value);

/* Has the body saved as a file named TITLE with EXTENSION (RFC 6266), rather than shown. */
void response_attachment(struct response *response, const char *title, const char *extension);

/* The reason phrase of a status that this site sends. */
const char *response_reason(int status);

/* Writes the response to OUTPUT as the answer to REQUEST: compressed when the client takes it, with
 * an entity tag for 200, as 304 when the client has it already, and without body for HEAD. What is
 * READY goes out behind OUTPUT, and is no part of it. True when a stream is to follow. */
bool response_write(const struct response *response, const struct request *request,
                    struct buffer *output);

/* The part of OUTPUT, of response_write, that does not hang on the time. */
struct buffer response_ready(const struct buffer *output);

#endif
