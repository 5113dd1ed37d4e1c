/* SPDX-License-Identifier: EUPL-1.2 */
/* Gateway: the protocols by which a web server hands over a request, FastCGI and plain CGI (RFC
 * 3875). */
#include "http/gateway.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

enum {
    BACKLOG = 1024, /* connections that may wait for a child; nginx answers 502 to more */
    BODY_DRAIN_MAX =
        65536 /* bytes of an unread body that are read before the request is finished */
};

static volatile sig_atomic_t stopping;

int gateway_listen(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t length = strlen(path);
    if (length >= sizeof address.sun_path) {
        log_error("socket path too long", log_string("path", path));
        return -1;
    }
    memcpy(address.sun_path, path, length + 1);

    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    unlink(path);
    mode_t mask = umask(0117); /* rw-rw----: whoever may write to the socket may ask anything */
    bool bound = listener >= 0 && bind(listener, (struct sockaddr *)&address, sizeof address) == 0;
    umask(mask);
    if (bound && listen(listener, BACKLOG) == 0)
        return listener;
    log_error("cannot listen", log_string("path", path), log_string("detail", strerror(errno)));
    if (listener >= 0)
        close(listener);
    return -1;
}

bool gateway_inherited(void)
{
    int listening = 0;
    socklen_t size = sizeof listening;
    return getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) == 0 && listening;
}

bool gateway_is_cgi(void)
{
    return getenv("GATEWAY_INTERFACE") && getenv("REQUEST_METHOD");
}

static const char *environment_variable(const char *name, void *context)
{
    (void)context;
    return getenv(name);
}

static bool write_output(const char *bytes, size_t length, void *context)
{
    (void)context;
    return fwrite(bytes, 1, length, stdout) == length;
}

static size_t environment_body(char *into, size_t max, void *context)
{
    (void)context;
    return fread(into, 1, max, stdin);
}

void gateway_answer(const struct gateway_handler *handler)
{
    struct variables variables = { .get = environment_variable, .read = environment_body };
    struct outlet outlet = { .write = write_output };
    handler->handle(&variables, &outlet, handler->context);
    fflush(stdout);
}

static const char *fastcgi_variable(const char *name, void *context)
{
    FCGX_Request *request = context;
    return FCGX_GetParam(name, request->envp);
}

static size_t fastcgi_body(char *into, size_t max, void *context)
{
    FCGX_Request *request = context;
    size_t length = 0;
    while (length < max) {
        int count = FCGX_GetStr(into + length, (int)(max - length), request->in);
        if (count <= 0)
            break;
        length += (size_t)count;
    }
    return length;
}

static bool write_fastcgi(const char *bytes, size_t length, void *context)
{
    FCGX_Request *request = context;
    return FCGX_PutStr(bytes, (int)length, request->out) == (int)length;
}

static void drain_body(FCGX_Request *request)
{
    char rest[4096];
    for (int drained = 0, count = 1; count > 0 && drained < BODY_DRAIN_MAX; drained += count)
        count = FCGX_GetStr(rest, sizeof rest, request->in);
}

static void answer_fastcgi(FCGX_Request *request, const struct gateway_handler *handler)
{
    struct variables variables = { .get = fastcgi_variable,
                                   .read = fastcgi_body,
                                   .context = request };
    struct outlet outlet = { .write = write_fastcgi, .context = request };
    handler->handle(&variables, &outlet, handler->context);
    drain_body(request);
    FCGX_Finish_r(request);
}

void gateway_serve(int socket, const struct gateway_handler *handler)
{
    FCGX_Request request;
    if (FCGX_Init() != 0 || FCGX_InitRequest(&request, socket, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
        log_error("cannot start FastCGI");
        return;
    }
    while (!stopping) {
        int result = FCGX_Accept_r(&request);
        if (result == 0)
            answer_fastcgi(&request, handler);
        else if (result != -EINTR && !stopping) /* such as too many open files: it may pass */
            nanosleep(&(struct timespec){ .tv_nsec = 100000000 }, NULL);
    }
    FCGX_Free(&request, 1);
}

void gateway_stop(void)
{
    stopping = 1;
    FCGX_ShutdownPending();
}
