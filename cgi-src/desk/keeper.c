/* SPDX-License-Identifier: EUPL-1.2 */
/* Keeper: a process of the desk that answers nobody. It publishes drafts at their time and cleans
 * up. */
#include "desk/keeper.h"

#include <errno.h>
#include <signal.h>
#include <time.h>

#include "base/log.h"
#include "desk/keeper_model.h"

enum {
    PAUSE_AFTER_FAILURE = 5
}; /* seconds, so that the log is not full of errors while the database is away */

static enum err keep(struct database *database, struct arena *arena)
{
    long published = 0;
    struct batch *batch = batch_new(database, arena, BATCH_WRITES);
    keeper_keep_ask(batch, &published);
    enum err err = batch_run(batch);
    if (published)
        log_info("scheduled drafts published", log_number("texts", published));
    return err;
}

/* SIGTERM is blocked and waited for, so that it is not missed between two rounds. */
void keeper_run(struct database *database)
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigprocmask(SIG_BLOCK, &stop, NULL);
    struct arena *arena = arena_new();
    int signal;
    do {
        const struct timespec pause = { .tv_sec = keep(database, arena) ? PAUSE_AFTER_FAILURE : 1 };
        arena_reset(arena);
        while ((signal = sigtimedwait(&stop, NULL, &pause)) < 0 && errno == EINTR)
            ;
    } while (signal != SIGTERM);
    arena_free(arena);
}
