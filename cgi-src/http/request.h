/* Request: what a client asks, as far as this site looks at it, and its checks. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

/* Strings live in the arena of the request; none is NULL. */
struct request {
    enum method method;
    const char *path;            /* decoded (RFC 3875 section 4.1.5), starts with '/', UTF-8 without control characters */
    const char *query;           /* as sent, without the question mark */
    const char *accept_language; /* as sent */
    const char *if_none_match;   /* as sent */
    const char *id;              /* nginx's $request_id, for the log; empty without one */
    bool accepts_gzip;
    size_t body_length; /* bytes announced */
};

/* Reads one of the variables of the CGI (RFC 3875 section 4.1); NULL when it is not set. */
struct variables {
    const char *(*get)(const char *name, void *context);
    void *context;
};

/* Fills REQUEST. Returns 0, or the status that answers a request that is not to be looked at further: 400 malformed, 413 body
 * longer than BODY_MOST bytes, 414 path too long. REQUEST is filled as far as possible then too. */
int request_read(struct request *request, struct arena *arena, const struct variables *variables, size_t body_most);

#endif
