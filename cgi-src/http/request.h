/* SPDX-License-Identifier: EUPL-1.2 */
/* Request: what a client asks, as far as this site looks at it, and its checks. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "http/multipart.h"
#include "http/query.h"

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

/* Strings live in the arena of the request; none is NULL. */
struct request {
    enum method method;
    const char *path;  /* decoded (RFC 3875 section 4.1.5), starts with '/', UTF-8 without control
                          characters */
    const char *query; /* as sent, without the question mark */
    const char *accept_language; /* as sent */
    const char *if_none_match;   /* as sent */
    const char *cookie;          /* as sent */
    const char *origin;          /* as sent (RFC 6454 section 7) */
    const char *host;            /* as sent (RFC 9110 section 7.2); of the desk alone */
    const char *referer;         /* as sent (RFC 9110 section 10.1.3) */
    const char *content_type;    /* as sent */
    const char *address; /* the client's, an IP address; for forms and the desk, and in no log but
                            the desk's own */
    const char *id;      /* nginx's $request_id, for the log; empty without one */
    long long second;    /* since 1970, by the clock of the server that asks, or else by ours */
    bool accepts_gzip;
    bool navigates;     /* a browser says that it shows the answer, and keeps it in its history (W3C
                           Fetch Metadata); at the desk alone */
    bool of_operator;   /* it came by the server of nginx that is not public */
    size_t body_length; /* bytes announced */
    struct parameters
        parameters; /* of the body, and the files in it: none until request_read_body */
    struct uploads uploads;
};

/* What the server hands over: the variables of the CGI (RFC 3875 section 4.1), NULL for one that is
 * not set; and the body, MOST bytes of it at a time, fewer only at its end. */
struct variables {
    const char *(*get)(const char *name, void *context);
    size_t (*read)(char *into, size_t most, void *context);
    void *context;
};

/* Fills REQUEST. Returns 0, or the status that answers a request that is not to be looked at
 * further: 400 malformed, 414 path too long. REQUEST is filled as far as possible then too. */
int request_read(struct request *request, struct arena *arena, const struct variables *variables);

/* Reads the body of a POST, for a page that takes a form. Returns 0, or the status that answers it:
 * 413 when it is longer than MAX bytes, of which none is read then, 415 when it is no form, 400
 * when it is shorter than announced or malformed. */
int request_read_body(struct request *request, struct arena *arena,
                      const struct variables *variables, size_t max);

#endif
