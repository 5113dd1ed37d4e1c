/* SPDX-License-Identifier: EUPL-1.2 */
/* Deadline: the processor time that one request may take, after which the kernel ends the process
 * that answers it.
 *
 * It costs that one request alone: nginx shows its own error page for it, the parent says in the
 * log which it was, counts it, and starts another process. The time is that of the processor, not
 * of the clock, so that neither a busy machine nor a slow database ends anything; waits for the
 * database have a deadline of their own.
 *
 * The clock is setitimer's ITIMER_PROF: one system call arms it and one disarms it, and what its
 * signal does by default is to end the process. No handler runs in a process that may be in any
 * state, nobody has to look at a clock now and then, and the parent can tell this end from any
 * other, since nobody else may send a process that signal (base/sandbox.h). A limit of the process
 * (RLIMIT_CPU) counts whole seconds of its whole life; a watchdog in the parent would have to read
 * the times of all children all the while. Whoever has taken a process over can disarm it: it is
 * against slow inputs, not against that.
 *
 * What a request is noted as stands in memory that the process shares with its parent, which takes
 * it for what it is, some bytes.
 */
#ifndef WEB_DEADLINE_H
#define WEB_DEADLINE_H

#include <stdbool.h>

struct deadline;

/* For COUNT processes, made by their parent before them; deadline_of is that of one of them. NULL
 * and one log line when there is no memory. All that follows takes NULL for none. */
struct deadline *deadline_new(int count);
struct deadline *deadline_of(struct deadline *deadlines, int process);
void deadline_free(struct deadline *deadlines, int count);

/* Notes which request is in hand, with PATH as it may stand in a log. */
void deadline_note(struct deadline *own, const char *id, const char *path);

/* From now on this process may take so many milliseconds; 0: as many as it likes. */
void deadline_arm(const struct deadline *own, long milliseconds);

/* Whether a process ended by its deadline, which STATUS of waitpid tells. */
bool deadline_ended(int status);

/* Says in the log which request it was. */
void deadline_log(const struct deadline *its);

#endif
