/* SPDX-License-Identifier: EUPL-1.2 */
/* Request: the parts of a request that this site uses, and checks of them. */
#include "http/request.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/characters.h"
#include "http/accept.h"

enum {
    QUERY_MAX = 4096,       /* bytes */
    PATH_LENGTH_MAX = 1024, /* bytes; the longest address of the site has some 150 */
    COOKIE_MAX = 4096,
    REFERER_MAX = 6144, /* an address of this site, with the longest path and query */
    HEADER_MAX = 1024   /* bytes of a header field; longer ones count as not sent */
};

static const char *variable(const struct variables *variables, struct arena *arena,
                            const char *name, size_t max)
{
    const char *value = variables->get(name, variables->context);
    return value && strlen(value) <= max ? arena_copy(arena, value) : "";
}

static enum method method_from(const char *name)
{
    static const struct {
        const char *name;
        enum method method;
    } methods[] = { { "GET", METHOD_GET }, { "HEAD", METHOD_HEAD }, { "POST", METHOD_POST } };

    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (name && strcmp(name, methods[i].name) == 0)
            return methods[i].method;
    return METHOD_OTHER;
}

/* RFC 9110 section 8.6: Content-Length is one or more digits. */
static bool read_length(const char *text, size_t *length)
{
    *length = 0;
    if (!text || !*text)
        return true;
    if (text[strspn(text, "0123456789")] != '\0')
        return false;
    errno = 0;
    *length = strtoul(text, NULL, 10);
    return errno == 0;
}

/* The seconds of nginx's $msec, "1764547200.123"; this machine's time without it. */
static long long second_of(const char *text)
{
    long long second = strtoll(text, NULL, 10);
    return second > 0 ? second : (long long)time(NULL);
}

int request_read(struct request *request, struct arena *arena, const struct variables *variables)
{
    const char *path = variables->get("PATH_INFO", variables->context);
    const char *query = variables->get("QUERY_STRING", variables->context);
    *request = (struct request){
        .method = method_from(variables->get("REQUEST_METHOD", variables->context)),
        .path =
            path && *path == '/' && strlen(path) <= PATH_LENGTH_MAX ? arena_copy(arena, path) : "/",
        .query = variable(variables, arena, "QUERY_STRING", QUERY_MAX),
        .accept_language = variable(variables, arena, "HTTP_ACCEPT_LANGUAGE", HEADER_MAX),
        .if_none_match = variable(variables, arena, "HTTP_IF_NONE_MATCH", HEADER_MAX),
        .cookie = variable(variables, arena, "HTTP_COOKIE", COOKIE_MAX),
        .origin = variable(variables, arena, "HTTP_ORIGIN", HEADER_MAX),
        .host = variable(variables, arena, "HTTP_HOST", HEADER_MAX),
        .referer = variable(variables, arena, "HTTP_REFERER", REFERER_MAX),
        .content_type = variable(variables, arena, "CONTENT_TYPE", HEADER_MAX),
        .address = variable(variables, arena, "REMOTE_ADDR", 64),
        .id = variable(variables, arena, "REQUEST_ID", 64),
        .second = second_of(variable(variables, arena, "REQUEST_TIME", 24)),
        .navigates = strcmp(variable(variables, arena, "HTTP_SEC_FETCH_MODE", 16), "navigate") == 0,
        .of_operator = strcmp(variable(variables, arena, "BENELUX_OPERATOR", 1), "1") ==
                       0, /* no client can send it: names of header fields begin with HTTP_ */
        .accepts_gzip = accept_gzip(variable(variables, arena, "HTTP_ACCEPT_ENCODING", HEADER_MAX)),
    };

    if (!path || *path != '/')
        return 400;
    if (strlen(path) > PATH_LENGTH_MAX || (query && strlen(query) > QUERY_MAX))
        return 414;
    if (!read_length(variables->get("CONTENT_LENGTH", variables->context), &request->body_length))
        return 400;
    if (!characters_are_text(request->path, false))
        return 400;
    return 0;
}

static bool is_type(const struct request *request, const char *type)
{
    size_t length = strlen(type);
    return strncasecmp(request->content_type, type, length) == 0 &&
           strchr("; \t", request->content_type[length]);
}

/* Accepts only the content types that forms of this site send. */
int request_read_body(struct request *request, struct arena *arena,
                      const struct variables *variables, size_t max)
{
    if (request->body_length > max)
        return 413;
    bool plain = is_type(request, "application/x-www-form-urlencoded");
    if (!plain && !is_type(request, "multipart/form-data"))
        return 415;
    char *body = arena_raw(arena, request->body_length + 1);
    size_t length =
        variables->read ? variables->read(body, request->body_length, variables->context) : 0;
    body[length] = '\0';
    if (length != request->body_length)
        return 400;
    if (plain)
        request->parameters = query_read(body, arena);
    else if (!multipart_read(request->content_type, body, length, arena, &request->parameters,
                             &request->uploads))
        return 400;
    return 0;
}
