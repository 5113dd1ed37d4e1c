/* SPDX-License-Identifier: EUPL-1.2 */
/* Circuit breaker: while the database hangs, one process at a time waits for it. */
#include "db/breaker.h"

#include <stdatomic.h>

#include "base/log.h"
#include "base/shared_memory.h"

enum { PAUSE = 1000000 }; /* microseconds from one who waited in vain to the next */

struct breaker {
    atomic_long until; /* nobody asks before; 0: everybody does */
};

struct breaker *breaker_new(void)
{
    return shared_memory_new(sizeof(struct breaker), "breaker");
}

void breaker_free(struct breaker *breaker)
{
    if (breaker)
        shared_memory_free(breaker, sizeof *breaker);
}

bool breaker_admits(struct breaker *breaker, long now, long patience)
{
    long until = breaker ? atomic_load(&breaker->until) : 0;
    /* Nobody writes a time that is further away. Who did means to put all others off. */
    if (!until || until > now + patience + PAUSE)
        return true;
    /* Who is let through puts the others off for as long as that may take: one that is killed is
     * followed by another. */
    return now >= until &&
           atomic_compare_exchange_strong(&breaker->until, &until, now + patience + PAUSE);
}

void breaker_tell(struct breaker *breaker, long now, bool hung)
{
    if (!breaker || (!hung && !atomic_load(&breaker->until)))
        return;
    long before = atomic_exchange(&breaker->until, hung ? now + PAUSE : 0);
    if (hung && !before)
        log_error("database not responding; probing with one process");
    if (!hung && before)
        log_info("database responding again");
}
