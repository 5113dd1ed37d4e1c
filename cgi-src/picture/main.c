/* SPDX-License-Identifier: EUPL-1.2 */
/* benelux-plus-picture: makes the renditions that pages show, from a picture that an editor has
 * sent.
 *
 * A picture may attack the libraries that read it. So they are in a program of their own, and each
 * picture is read in a process of its own, which can do nothing but read from and write to one
 * socket, with bounded memory and time.
 *
 *   benelux-plus-picture          reads one picture from standard input, writes the answer to
 *                                 standard output
 *   benelux-plus-picture serve    does the same for each socket that it receives over the one that
 *                                 is its standard input (web/decoder.h)
 *
 * The answer is one word on a line, "picture" or the fault. After "picture" come the renditions,
 * each a line "jpeg WIDTH HEIGHT LENGTH" or "webp …" and LENGTH bytes. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/sandbox.h"
#include "picture/write.h"

enum {
    FILE_MAX = 20 * 1024 * 1024,
    MEMORY_MAX = 384 * 1024 * 1024,
    PROCESSOR_SECONDS_MAX = 10,
    WAIT_SECONDS = 10 /* for whoever sends or takes the bytes */
};

static const char *const words[] = {
    [PICTURE_SOUND] = "picture\n",          [PICTURE_OF_NO_TYPE] = "type\n",
    [PICTURE_TOO_MANY_PIXELS] = "pixels\n", [PICTURE_TOO_NARROW] = "narrow\n",
    [PICTURE_ANIMATED] = "animated\n",      [PICTURE_CMYK] = "cmyk\n",
    [PICTURE_DAMAGED] = "damaged\n",        [PICTURE_TOO_COSTLY] = "costly\n",
};

/* Reads everything, but no more than one byte above the maximum; 0 on failure. */
static size_t read_all(int file, unsigned char *bytes)
{
    size_t length = 0;
    ssize_t got = 1;
    while (got && length <= FILE_MAX) {
        got = read(file, bytes + length, FILE_MAX + 1 - length);
        if (got < 0 && errno != EINTR)
            return 0;
        length += got > 0 ? (size_t)got : 0;
    }
    return length;
}

static int answer(int from, int to)
{
    static unsigned char bytes[FILE_MAX + 1];
    size_t length = read_all(from, bytes);
    struct picture picture;
    enum picture_fault fault =
        length > FILE_MAX ? PICTURE_TOO_COSTLY : picture_read(bytes, length, &picture);
    if (!picture_send(to, words[fault], strlen(words[fault])))
        return EXIT_FAILURE;
    /* An incomplete answer is refused: a rendition is then shorter than its LENGTH. */
    return fault || picture_write(&picture, to) == PICTURE_SOUND ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void bound(int resource, rlim_t max)
{
    const struct rlimit limit = { .rlim_cur = max, .rlim_max = max };
    if (setrlimit((__rlimit_resource_t)resource, &limit) != 0)
        _exit(EXIT_FAILURE);
}

/* The address sanitizer reserves more addresses than there is memory, and cannot be bound. */
static void bound_all(void)
{
#ifndef __SANITIZE_ADDRESS__
    bound(RLIMIT_AS, MEMORY_MAX);
#endif
    bound(RLIMIT_CPU, PROCESSOR_SECONDS_MAX);
    bound(RLIMIT_CORE, 0);
}

static void answer_confined(const struct sandbox *sandbox, int from, int to)
{
    bound_all();
    if (!sandbox || !sandbox_enter(sandbox))
        _exit(EXIT_FAILURE);
    _exit(answer(from, to));
}

/* ---- Serving ---- */

/* The next socket that is received over SOCKET; -1 for none. */
static int take_socket(int socket)
{
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr aligned;
    } control;
    char byte;
    struct iovec one = { .iov_base = &byte, .iov_len = 1 };
    struct msghdr message = { .msg_iov = &one,
                              .msg_iovlen = 1,
                              .msg_control = control.bytes,
                              .msg_controllen = sizeof control.bytes };
    int taken = -1;
    if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) <= 0)
        return -1;
    const struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
        memcpy(&taken, CMSG_DATA(head), sizeof taken);
    return taken;
}

static void wait_at_most(int socket, int seconds)
{
    const struct timeval limit = { .tv_sec = seconds };
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

/* Waits for the end, so that all pictures together take no more memory than one does. */
static void answer_one(const struct sandbox *sandbox, int socket, pid_t parent)
{
    pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(EXIT_FAILURE);
        close(STDIN_FILENO);
        wait_at_most(socket, WAIT_SECONDS);
        answer_confined(sandbox, socket, socket);
    }
    close(socket);
    int status = 0;
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (pid < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != EXIT_SUCCESS)
        log_error("a picture could not be read",
                  log_number("signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0));
}

static int serve(const struct sandbox *sandbox, const struct sandbox *server_sandbox)
{
    pid_t parent = getpid();
    if (!server_sandbox || !sandbox_enter(server_sandbox))
        return EXIT_FAILURE;
    for (;;) {
        int socket = take_socket(STDIN_FILENO);
        if (socket >= 0)
            answer_one(sandbox, socket, parent);
        else if (errno != EINTR && errno != EAGAIN)
            return EXIT_FAILURE;
    }
}

int main(int count, char **arguments)
{
    static const char *const nothing[] = { NULL };
    struct arena *arena = arena_new();
    const struct sandbox *sandbox = sandbox_new(&(struct sandbox_network){ 0 }, nothing, arena);
    if (count == 1)
        answer_confined(sandbox, STDIN_FILENO, STDOUT_FILENO);
    if (count != 2 || strcmp(arguments[1], "serve") != 0) {
        fputs("usage: benelux-plus-picture [serve]\n", stderr);
        return EXIT_FAILURE;
    }
    return serve(sandbox, sandbox_new(&(struct sandbox_network){ .forks = true }, nothing, arena));
}
