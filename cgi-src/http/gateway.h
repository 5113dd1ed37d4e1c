/* SPDX-License-Identifier: EUPL-1.2 */
/* Gateway: the protocols by which a web server hands over a request, FastCGI and plain CGI (RFC
 * 3875).
 *
 * The only file that includes libfcgi. A handler sees variables and an outlet, whichever protocol
 * is used.
 */
#ifndef HTTP_GATEWAY_H
#define HTTP_GATEWAY_H

#include <stdbool.h>

#include "base/buffer.h"
#include "http/request.h"

/* Takes an answer, header fields and body. WRITE returns false when the client is gone. */
struct outlet {
    bool (*write)(const char *bytes, size_t length, void *context);
    void *context;
};

/* Answers one request: reads VARIABLES and writes to OUTLET. An aborted answer has fewer bytes than
 * its Content-Length: nginx (since 1.19.1) neither keeps it nor passes it on as complete. */
struct gateway_handler {
    void (*handle)(const struct variables *variables, const struct outlet *outlet, void *context);
    void *context;
};

/* A unix socket that listens at PATH (at most 107 bytes), open to the group; an old socket there is
 * replaced. -1 and one log line when it cannot be made. */
int gateway_listen(const char *path);

/* Whether descriptor 0 is a listening socket, as spawn-fcgi and systemd hand it over. */
bool gateway_inherited(void);

/* Whether the process was started as plain CGI. */
bool gateway_is_cgi(void);

/* Answers one plain CGI request on standard output. */
void gateway_answer(const struct gateway_handler *handler);

/* Serves FastCGI on the listening socket until gateway_stop; the request in hand is finished. */
void gateway_serve(int socket, const struct gateway_handler *handler);

/* Makes gateway_serve return. May be called from a signal handler, which must not restart system
 * calls. */
void gateway_stop(void);

#endif
