/* SPDX-License-Identifier: EUPL-1.2 */
/* Clock: microseconds that have passed. */
#include "base/clock.h"

#include <time.h>

static long microseconds_of(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

long clock_microseconds(void)
{
    return microseconds_of(CLOCK_MONOTONIC);
}

long clock_worked_microseconds(void)
{
    return microseconds_of(CLOCK_THREAD_CPUTIME_ID);
}
