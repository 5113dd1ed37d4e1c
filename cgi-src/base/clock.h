/* SPDX-License-Identifier: EUPL-1.2 */
/* Clock: microseconds that have passed. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Since some moment before the start of the machine, the same for all its processes; nobody sets
 * this clock. */
long clock_microseconds(void);

/* Of the processor, by this thread, since it started. */
long clock_worked_microseconds(void);

#endif
