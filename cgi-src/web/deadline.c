/* SPDX-License-Identifier: EUPL-1.2 */
/* Deadline: the processor time that one request may take. */
#include "web/deadline.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>

#include "base/log.h"
#include "base/shared_memory.h"

/* A longer path is cut: a log line would not hold more. */
struct deadline {
    char id[65], path[512];
};

struct deadline *deadline_new(int count)
{
    return shared_memory_new((size_t)count * sizeof(struct deadline), "deadlines");
}

struct deadline *deadline_of(struct deadline *deadlines, int process)
{
    return deadlines ? deadlines + process : NULL;
}

void deadline_free(struct deadline *deadlines, int count)
{
    if (deadlines)
        shared_memory_free(deadlines, (size_t)count * sizeof *deadlines);
}

static void copy(char *into, const char *text, size_t size)
{
    size_t length = strnlen(text, size - 1);
    memcpy(into, text, length);
    into[length] = '\0';
}

void deadline_note(struct deadline *own, const char *id, const char *path)
{
    if (!own)
        return;
    copy(own->id, id, sizeof own->id);
    copy(own->path, path, sizeof own->path);
}

void deadline_arm(const struct deadline *own, long milliseconds)
{
    const struct itimerval timer = { .it_value = { .tv_sec = milliseconds / 1000,
                                                   .tv_usec = milliseconds % 1000 * 1000 } };
    if (own)
        setitimer(ITIMER_PROF, &timer, NULL);
}

bool deadline_ended(int status)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF;
}

/* Logs a copy, whose terminating NULs no other process can change. */
void deadline_log(const struct deadline *its)
{
    if (!its)
        return;
    struct deadline seen = *its;
    seen.id[sizeof seen.id - 1] = seen.path[sizeof seen.path - 1] = '\0';
    log_of_request(seen.id);
    log_error("request took too much processor time", log_string("path", seen.path));
    log_of_request("");
}
