/* SPDX-License-Identifier: EUPL-1.2 */
/* Prefork: a parent that keeps a number of children answering requests. */
#include "web/prefork.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "http/gateway.h"

enum {
    STOP_ROUNDS = 100,      /* of 100 ms: ten seconds for requests in hand */
    RESPAWN_PAUSE_MS = 200, /* before ended children are replaced, so that one that fails at its
                               start is not started in a tight loop */
    HELPERS_MAX = 4
};

static const struct timespec tenth = { .tv_nsec = 100000000 };

struct pool {
    pid_t pids[PREFORK_CHILDREN_MAX + HELPERS_MAX];
    int count; /* of places: those of the children, then those of the helpers */
    void (*helpers[HELPERS_MAX])(void *context);
    const struct prefork *processes;
    sigset_t awaited, before;
};

static void stop_child(int signal)
{
    (void)signal;
    gateway_stop();
}

/* Without SA_RESTART, SIGTERM wakes a child that waits for a request. A child gets SIGTERM when its
 * parent dies, so that none is left behind. */
static void run_child(const struct pool *pool, int place, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
    struct sigaction stop = { .sa_handler = stop_child };
    sigaction(SIGTERM, &stop, NULL);
    signal(SIGINT,
           SIG_IGN); /* a terminal sends it, and SIGHUP, to all processes: the parent decides */
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    sigprocmask(SIG_SETMASK, &pool->before, NULL);
    const struct prefork *processes = pool->processes;
    if (place < processes->children)
        processes->child(processes->context, place);
    else
        pool->helpers[place - processes->children](processes->context);
    exit(EXIT_SUCCESS);
}

static void start_child(struct pool *pool, int place)
{
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0)
        run_child(pool, place, parent);
    if (pid < 0)
        log_error("cannot start a child", log_string("detail", strerror(errno)));
    pool->pids[place] = pid < 0 ? 0 : pid;
}

static int place_of(const struct pool *pool, pid_t pid)
{
    int place = 0;
    while (place < pool->count && pool->pids[place] != pid)
        place++;
    return place;
}

static void note_end(const struct pool *pool, int place, pid_t pid, int status)
{
    const struct prefork *processes = pool->processes;
    if (place < processes->children && deadline_ended(status)) {
        deadline_log(deadline_of(processes->deadlines, place));
        metrics_count(processes->metrics, METRIC_REQUESTS_CUT_OFF, 1);
        return;
    }
    log_error("child ended", log_number("pid", pid),
              log_number("signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0),
              log_number("exit", WIFEXITED(status) ? WEXITSTATUS(status) : 0));
    metrics_count(processes->metrics, METRIC_CHILDREN_RESTARTED, 1);
}

static void replace_ended(struct pool *pool)
{
    int status;
    pid_t pid;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        int place = place_of(pool, pid);
        if (place == pool->count)
            continue;
        note_end(pool, place, pid, status);
        pool->pids[place] = 0;
    }
    for (int place = 0; place < pool->count; place++)
        if (!pool->pids[place])
            start_child(pool, place);
}

/* The signal is sent again in each round: one that comes between a child's look at the flag and its
 * wait for a request would not wake it. */
static void stop_all(struct pool *pool)
{
    for (int round = 0; round <= STOP_ROUNDS; round++) {
        int left = 0;
        for (int place = 0; place < pool->count; place++) {
            pid_t pid = pool->pids[place];
            if (!pid || waitpid(pid, NULL, WNOHANG) == pid)
                pool->pids[place] = 0;
            else
                left += kill(pid, round < STOP_ROUNDS ? SIGTERM : SIGKILL) == 0;
        }
        if (!left)
            return;
        nanosleep(&tenth, NULL);
    }
}

static void add_helper(struct pool *pool, void (*helper)(void *context))
{
    if (helper)
        pool->helpers[pool->count++ - pool->processes->children] = helper;
}

void prefork(const struct prefork *processes)
{
    struct pool pool = { .processes = processes, .count = processes->children };
    add_helper(&pool, processes->keeper);
    add_helper(&pool, processes->packer);
    add_helper(&pool, processes->resolver);
    add_helper(&pool, processes->decoder);
    sigemptyset(&pool.awaited);
    sigaddset(&pool.awaited, SIGTERM);
    sigaddset(&pool.awaited, SIGINT);
    sigaddset(&pool.awaited, SIGHUP);
    sigaddset(&pool.awaited, SIGCHLD);
    sigprocmask(SIG_BLOCK, &pool.awaited, &pool.before);

    for (int place = 0; place < pool.count; place++)
        start_child(&pool, place);
    metrics_count(processes->metrics, METRIC_CHILDREN, (unsigned long)processes->children);
    log_info("serving", log_number("children", processes->children));

    const struct timespec pause = { .tv_nsec = RESPAWN_PAUSE_MS * 1000000L };
    for (;;) {
        int signal = sigwaitinfo(&pool.awaited, NULL);
        if (signal > 0 && signal != SIGCHLD)
            break;
        replace_ended(&pool);
        nanosleep(&pause, NULL);
    }
    stop_all(&pool);
    log_info("stopped");
}
