/* SPDX-License-Identifier: EUPL-1.2 */
/* Decoder: the program that reads pictures. */
#include "web/decoder.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"

/* SECONDS_MAX is for all pictures of a request: the decoder reads them one after the other, and
 * nginx waits for thirty seconds. */
enum { SECONDS_MAX = 22, ANSWER_MAX = 16 * 1024 * 1024, PIECE = 64 * 1024 };

struct decoder {
    const char *program;
    int asking, serving; /* the ends of a socket pair; sockets for pictures are passed over it */
};

static const char *beside_this(const char *name, struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return NULL;
    path[length] = '\0';
    *(strrchr(path, '/') + 1) = '\0';
    return arena_print(arena, "%s%s", path, name);
}

struct decoder *decoder_new(struct arena *arena)
{
    const char *program = beside_this("benelux-plus-picture", arena);
    int ends[2];
    if (!program || access(program, X_OK) != 0 ||
        socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        log_error("the program that reads pictures is missing", log_string("path", program),
                  log_string("detail", strerror(errno)));
        return NULL;
    }
    struct decoder *decoder = arena_alloc(arena, sizeof *decoder);
    *decoder = (struct decoder){ .program = program, .asking = ends[0], .serving = ends[1] };
    return decoder;
}

/* The decoder gets no secret of this program: neither its environment nor its open files. */
void decoder_run(const struct decoder *decoder)
{
    const char *const arguments[] = { decoder->program, "serve", NULL };
    char *const environment[] = { NULL };
    if (dup2(decoder->serving, STDIN_FILENO) == STDIN_FILENO &&
        close_range(STDERR_FILENO + 1, UINT_MAX, 0) == 0)
        execve(decoder->program, (char *const *)arguments, environment);
    log_error("cannot start the program that reads pictures",
              log_string("detail", strerror(errno)));
}

/* ---- Asking ---- */

static bool hand_over(const struct decoder *decoder, int socket)
{
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr aligned;
    } control = { 0 };
    char byte = 0;
    struct iovec one = { .iov_base = &byte, .iov_len = 1 };
    struct msghdr message = { .msg_iov = &one,
                              .msg_iovlen = 1,
                              .msg_control = control.bytes,
                              .msg_controllen = sizeof control.bytes };
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    *head = (struct cmsghdr){ .cmsg_level = SOL_SOCKET,
                              .cmsg_type = SCM_RIGHTS,
                              .cmsg_len = CMSG_LEN(sizeof socket) };
    memcpy(CMSG_DATA(head), &socket, sizeof socket);
    return sendmsg(decoder->asking, &message, MSG_DONTWAIT | MSG_NOSIGNAL) == 1;
}

static long now_ms(void)
{
    return clock_microseconds() / 1000;
}

/* Whether SOCKET is ready for EVENT before the time is over. */
static bool wait_for(int socket, short event, long until)
{
    struct pollfd one = { .fd = socket, .events = event };
    int ready;
    do {
        long left = until - now_ms();
        ready = left > 0 ? poll(&one, 1, (int)left) : 0;
    } while (ready < 0 && errno == EINTR);
    return ready == 1;
}

static bool may_go_on(void)
{
    return errno == EINTR || errno == EAGAIN;
}

/* A failure to send is no error: the decoder may answer and close before it has read everything. */
static void send_all(int socket, const char *bytes, size_t length, long until)
{
    while (length && wait_for(socket, POLLOUT, until)) {
        ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && !may_go_on())
            return;
        bytes += sent > 0 ? sent : 0;
        length -= sent > 0 ? (size_t)sent : 0;
    }
    shutdown(socket, SHUT_WR);
}

static bool receive_all(int socket, struct buffer *answer, long until)
{
    while (answer->length <= ANSWER_MAX && wait_for(socket, POLLIN, until)) {
        ssize_t got = recv(socket, buffer_reserve(answer, PIECE), PIECE, MSG_DONTWAIT);
        if (got == 0)
            return true;
        if (got < 0 && !may_go_on())
            return false;
        answer->length += got > 0 ? (size_t)got : 0;
    }
    return false;
}

long decoder_until(void)
{
    return now_ms() + SECONDS_MAX * 1000L;
}

bool decoder_ask(const struct decoder *decoder, const char *bytes, size_t length, long until,
                 struct buffer *answer)
{
    int ends[2];
    if (!decoder || now_ms() >= until ||
        socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    bool handed = hand_over(decoder, ends[1]);
    close(ends[1]);
    if (handed)
        send_all(ends[0], bytes, length, until);
    bool answered = handed && receive_all(ends[0], answer, until);
    close(ends[0]);
    return answered;
}
