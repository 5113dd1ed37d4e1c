/* SPDX-License-Identifier: EUPL-1.2 */
/* Metrics: what all processes of one program count together, and how Prometheus reads it.
 *
 * The numbers stand in one piece of memory that the parent makes before its children and shares
 * with them. Each is counted by an atomic addition, without a lock, so that a child that is killed
 * leaves nothing behind. One that was taken over can make them wrong, and nothing else. They start
 * from zero with the program, which Prometheus allows for. What is written is the text exposition
 * format, version 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/), the names
 * are by its conventions (https://prometheus.io/docs/practices/naming/). No label has anything of a
 * visitor in it.
 */
#ifndef BASE_METRICS_H
#define BASE_METRICS_H

#include <stddef.h>

#include "base/buffer.h"

#define METRICS_TYPE "text/plain; version=0.0.4; charset=utf-8"

enum metric {
    METRIC_ROUND_TRIPS,
    METRIC_DATABASE_FAILURES,
    METRIC_PAGES_REUSED,
    METRIC_CHILDREN,
    METRIC_CHILDREN_RESTARTED,
    METRIC_REQUESTS_CUT_OFF,
    METRIC_WRONG_PASSWORDS,
    METRIC_WRONG_CODES,
    METRIC_LOGINS_REFUSED,
    METRIC_REPORTS_TRAPPED,
    METRICS
};

struct metrics;

/* All at zero, for requests of ROWS kinds. NULL and one log line when there is no memory. */
struct metrics *metrics_new(size_t rows);
void metrics_free(struct metrics *metrics);

/* Adds TIMES. Nothing is counted where METRICS is NULL. */
void metrics_count(struct metrics *metrics, enum metric metric, unsigned long times);
unsigned long metrics_counted(const struct metrics *metrics, enum metric metric);

/* Counts a request of kind ROW that was answered with STATUS in so many microseconds. */
void metrics_request(struct metrics *metrics, size_t row, int status, long microseconds);

/* Writes all of it; NAMES has the label of each row, in lower case letters and low lines. Rows and
 * statuses that never were are left out. */
void metrics_write(const struct metrics *metrics, const char *const *names, struct buffer *output);

/* For what is asked when it is written: the heading of a gauge, and a sample. LABEL is
 * "name=\"value\"", or NULL. */
void metrics_gauge(struct buffer *output, const char *name, const char *help);
void metrics_sample(struct buffer *output, const char *name, const char *label, long value);

#endif
