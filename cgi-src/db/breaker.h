/* SPDX-License-Identifier: EUPL-1.2 */
/* Circuit breaker: while the database hangs, one process at a time waits for it, and the others say
 * at once that it is away.
 *
 * Without it each process would wait its time for each page, and pages that nginx could serve as
 * they were would queue behind them. Shared by the processes of one program. (M. Nygard, Release
 * It!, chapter on stability patterns.)
 */
#ifndef DB_BREAKER_H
#define DB_BREAKER_H

#include <stdbool.h>

struct breaker;

/* In shared memory: made before the children. NULL and one log line when there is none. All that
 * follows takes NULL for one that lets everybody through. */
struct breaker *breaker_new(void);
void breaker_free(struct breaker *breaker);

/* Whether to ask the database. NOW and PATIENCE, the longest that the one who asks will wait, are
 * microseconds of one clock. */
bool breaker_admits(struct breaker *breaker, long now, long patience);

/* Tells what came of it at NOW: HUNG is that the time was over without an answer. */
void breaker_tell(struct breaker *breaker, long now, bool hung);

#endif
