/* SPDX-License-Identifier: EUPL-1.2 */
/* Response: status, header fields and body, and the bytes that go to the server (RFC 3875 section
 * 6). */
#include "http/response.h"

#include <libdeflate.h>
#include <stdio.h>
#include <string.h>
#include <xxhash.h>

#include "base/log.h"
#include "base/utf8.h"

enum {
    COMPRESS_MIN = 1000, /* bytes; a smaller body fits one packet anyway */
    COMPRESS_LEVEL = 6,  /* as small as by zlib's level 6, in half the time */
    HEADERS_USUAL = 1024,
    TAG_SIZE = 36, /* 32 hexadecimal digits, two quotes, NUL */
};

struct response response_new(struct arena *arena)
{
    return (struct response){
        .status = 200,
        .content_type = "text/html; charset=utf-8",
        .headers = buffer_in(arena),
        .body = buffer_in(arena),
        .ready = buffer_in(arena),
    };
}

void response_header(struct response *response, const char *name, const char *value)
{
    if (utf8_is_plain(value))
        buffer_print(&response->headers, "%s: %s\r\n", name, value);
}

const char *response_reason(int status)
{
    static const struct {
        int status;
        const char *reason;
    } reasons[] = {
        { 200, "OK" },
        { 301, "Moved Permanently" },
        { 302, "Found" },
        { 303, "See Other" },
        { 304, "Not Modified" },
        { 400, "Bad Request" },
        { 401, "Unauthorized" },
        { 403, "Forbidden" },
        { 404, "Not Found" },
        { 405, "Method Not Allowed" },
        { 409, "Conflict" },
        { 410, "Gone" },
        { 413, "Content Too Large" },
        { 414, "URI Too Long" },
        { 415, "Unsupported Media Type" },
        { 422, "Unprocessable Content" },
        { 429, "Too Many Requests" },
        { 500, "Internal Server Error" },
        { 503, "Service Unavailable" },
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return reasons[i].reason;
    return "Unknown";
}

/* Compresses BODY into memory of its arena; false leaves the body as it is. */
static bool compress_body(const struct buffer *body, struct buffer *compressed)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(COMPRESS_LEVEL);
    if (!compressor)
        return false;
    size_t bound = libdeflate_gzip_compress_bound(compressor, body->length);
    *compressed = buffer_in(body->arena);
    char *output = buffer_reserve(compressed, bound);
    compressed->length =
        libdeflate_gzip_compress(compressor, body->bytes, body->length, output, bound);
    libdeflate_free_compressor(compressor);
    return compressed->length > 0;
}

/* A strong entity tag (RFC 9110 section 8.8.3), made of the bytes that are sent, so that the plain
 * and the compressed body have different tags. */
static void entity_tag(const struct buffer *body, char tag[static TAG_SIZE])
{
    XXH128_hash_t hash = XXH3_128bits(body->bytes, body->length);
    snprintf(tag, TAG_SIZE, "\"%016llx%016llx\"", (unsigned long long)hash.high64,
             (unsigned long long)hash.low64);
}

/* If-None-Match (RFC 9110 section 13.1.2) compares weakly: a W/ before the tag does not matter. */
static bool tag_matches(const char *field, const char *tag)
{
    return strcmp(field, "*") == 0 || strstr(field, tag);
}

static const char *vary(const struct response *response, bool may_compress)
{
    if (!response->varies_by_language)
        return "Accept-Encoding";
    return may_compress ? "Accept-Language, Accept-Encoding" : "Accept-Language";
}

/* X-Accel-Expires has to be the first line: then nginx prefers it to Cache-Control, which is for
 * browsers, and removes it. nginx keeps an entry to the end of the second that it names. So naming
 * the current second gives up to one second; naming the next would give up to two. */
static void add_expiry(const struct response *response, const struct request *request,
                       struct buffer *output)
{
    if (response->cacheable)
        buffer_print(output, "X-Accel-Expires: @%lld\r\n", request->second);
    else
        buffer_add(output, "X-Accel-Expires: 0\r\n");
}

struct buffer response_ready(const struct buffer *output)
{
    struct buffer ready = *output;
    size_t expiry = strcspn(output->bytes, "\n") + 1;
    ready.bytes += expiry;
    ready.length -= expiry;
    return ready;
}

/* Whether RFC 8187 section 3.2.1 allows BYTE without percent-encoding. */
static bool is_plain_in_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (byte && strchr("!#$&+-.^_`|~", byte));
}

void response_attachment(struct response *response, const char *title, const char *extension)
{
    struct buffer value = buffer_in(response->headers.arena);
    buffer_print(&value, "attachment; filename=\"document%s\"; filename*=UTF-8''", extension);
    for (const char *byte = title; *byte; byte++)
        buffer_print(&value, is_plain_in_name(*byte) ? "%c" : "%%%02X", (unsigned char)*byte);
    buffer_add(&value, extension);
    response_header(response, "Content-Disposition", value.bytes);
}

bool response_write(const struct response *response, const struct request *request,
                    struct buffer *output)
{
    struct buffer body = response->body;
    buffer_reserve(output, body.length + HEADERS_USUAL);
    add_expiry(response, request, output);
    if (response->ready.length)
        return false;
    int status = response->status;
    bool may_compress = !response->stream && body.length >= COMPRESS_MIN;
    bool compressed =
        may_compress && request->accepts_gzip && compress_body(&response->body, &body);
    char made[TAG_SIZE] = "";
    if (status == 200 && !response->tag)
        entity_tag(&body, made);
    const char *tag = response->tag ? response->tag : made;
    if (status == 200 && tag_matches(request->if_none_match, tag))
        status = 304;

    buffer_print(output, "Status: %d %s\r\n", status, response_reason(status));
    if (status != 304)
        buffer_print(output, "Content-Type: %s\r\nContent-Length: %zu\r\n", response->content_type,
                     response->stream ? response->stream->length : body.length);
    if (*tag)
        buffer_print(output, "ETag: %s\r\n", tag);
    if (compressed && status != 304)
        buffer_add(output, "Content-Encoding: gzip\r\n");
    if (may_compress || response->varies_by_language)
        buffer_print(output, "Vary: %s\r\n", vary(response, may_compress));
    buffer_print(output, "Cache-Control: %s\r\n",
                 !response->cacheable ? "no-store"
                 : response->lasting  ? "public, max-age=31536000, immutable"
                                      : "max-age=0, s-maxage=1");
    if (response->policy)
        buffer_print(output, "Content-Security-Policy: %s\r\n", response->policy);
    buffer_append(output, response->headers.bytes, response->headers.length);
    buffer_add(output, "\r\n");
    if (status == 304 || request->method == METHOD_HEAD)
        return false;
    if (!response->stream)
        buffer_append(output, body.bytes, body.length);
    return response->stream;
}
