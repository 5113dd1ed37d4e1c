/* SPDX-License-Identifier: EUPL-1.2 */
/* Request: the parts of a request that this site uses, and checks of them. */
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
    const char *host;            /* as sent (RFC 9110 section 7.2); at the desk only */
    const char *referer;         /* as sent (RFC 9110 section 10.1.3) */
    const char *content_type;    /* as sent */
    const char *address; /* the client's IP address; for forms and the desk, and only in the desk's
                            own log */
    const char *id;      /* nginx's $request_id, for the log; empty without one */
    long long second;    /* since 1970, by the clock of the web server, or else by ours */
    bool accepts_gzip;
    bool navigates;     /* a browser will show the answer and keep it in its history (W3C Fetch
                           Metadata); at the desk only */
    bool of_operator;   /* it came through the server of nginx that is not public */
    size_t body_length; /* bytes announced */
    struct parameters parameters; /* of the body; none before request_read_body */
    struct uploads uploads;       /* the files in the body; none before request_read_body */
};

/* What the web server hands over. GET: a variable of the CGI (RFC 3875 section 4.1), NULL when it
 * is not set. READ: the next MAX bytes of the body; fewer at its end only. */
struct variables {
    const char *(*get)(const char *name, void *context);
    size_t (*read)(char *into, size_t max, void *context);
    void *context;
};

/* Fills REQUEST. Returns 0, or the status with which to refuse it: 400 malformed, 414 path or query
 * too long. Even then REQUEST is filled as far as possible. */
int request_read(struct request *request, struct arena *arena, const struct variables *variables);

/* Reads the body of a POST, which has to be a form. Returns 0, or the status with which to refuse
 * it: 413 when it is longer than MAX bytes (none of it is read), 415 when it is not a form, 400
 * when it is malformed or shorter than announced. */
int request_read_body(struct request *request, struct arena *arena,
                      const struct variables *variables, size_t max);

#endif
