/* SPDX-License-Identifier: EUPL-1.2 */
/* Deadline: the processor time that one request may take, after which the kernel ends the process
 * that answers it.
 *
 * Only that one request is lost: nginx shows its own error page, the parent logs and counts the
 * request, and starts another process. The time is that of the processor, not of the clock, so that
 * neither a busy machine nor a slow database ends anything; waits for the database have a deadline
 * of their own.
 *
 * The clock is setitimer's ITIMER_PROF: one system call arms it and one disarms it, and its signal
 * ends the process by default. No signal handler runs in a process that may be in any state, and no
 * code has to look at a clock now and then. The parent can tell this end from any other, since
 * nobody else may send a process that signal (base/sandbox.h). A limit of the process (RLIMIT_CPU)
 * would count whole seconds of its whole life; a watchdog in the parent would have to read the
 * times of all children all the time. An attacker who has taken a process over can disarm the
 * timer: it protects against slow inputs only.
 *
 * The id and the path of the request are in memory that the process shares with its parent, which
 * trusts them to be no more than bytes.
 */
#ifndef WEB_DEADLINE_H
#define WEB_DEADLINE_H

#include <stdbool.h>

struct deadline;

/* Deadlines of COUNT processes; their parent makes them before it starts the processes. deadline_of
 * is the one of PROCESS. NULL and one log line when there is no memory. NULL may be passed to all
 * functions here: then there is no deadline. */
struct deadline *deadline_new(int count);
struct deadline *deadline_of(struct deadline *deadlines, int process);
void deadline_free(struct deadline *deadlines, int count);

/* Notes the request in hand; PATH has to be fit for a log. */
void deadline_note(struct deadline *own, const char *id, const char *path);

/* Gives this process that many milliseconds of processor time from now on; 0: no limit. */
void deadline_arm(const struct deadline *own, long milliseconds);

/* Whether STATUS, from waitpid, says that the deadline ended the process. */
bool deadline_ended(int status);

/* Logs the request that was cut off. */
void deadline_log(const struct deadline *its);

#endif
