/* SPDX-License-Identifier: EUPL-1.2 */
/* Metrics: what all processes of one program count together, and how Prometheus reads it. */
#include "base/metrics.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#include "base/shared_memory.h"

/* The statuses that this site answers with; the last place is for others. */
static const int statuses[] = { 200, 301, 302, 303, 400, 401, 403, 404, 405,
                                409, 413, 414, 415, 422, 429, 500, 503, 0 };
enum { STATUSES = sizeof statuses / sizeof *statuses };

static const struct {
    long max; /* microseconds */
    const char *label;
} buckets[] = {
    { 1000, "0.001" },  { 2500, "0.0025" }, { 5000, "0.005" },  { 10000, "0.01" },
    { 25000, "0.025" }, { 50000, "0.05" },  { 100000, "0.1" },  { 250000, "0.25" },
    { 500000, "0.5" },  { 1000000, "1" },   { 2500000, "2.5" }, { 5000000, "5" },
    { 10000000, "10" }, { 0, "+Inf" },
};
enum { BUCKETS = sizeof buckets / sizeof *buckets };

/* Those of one name stand one behind the other. */
static const struct {
    const char *type, *name, *label, *help;
} counted[METRICS] = {
    [METRIC_ROUND_TRIPS] = { "counter", "benelux_plus_database_round_trips_total", NULL,
                             "Round trips to the database." },
    [METRIC_DATABASE_FAILURES] = { "counter", "benelux_plus_database_failures_total", NULL,
                                   "Questions that the database did not answer: no connection, or "
                                   "not in time." },
    [METRIC_PAGES_REUSED] = { "counter", "benelux_plus_pages_reused_total", NULL,
                              "Pages sent as they were made, since what they show had not "
                              "changed." },
    [METRIC_CHILDREN] = { "gauge", "benelux_plus_children", NULL,
                          "Processes that answer requests." },
    [METRIC_CHILDREN_RESTARTED] = { "counter", "benelux_plus_children_restarted_total", NULL,
                                    "Processes that ended and were started again, but for those "
                                    "that a request cut off." },
    [METRIC_REQUESTS_CUT_OFF] = { "counter", "benelux_plus_requests_cut_off_total", NULL,
                                  "Requests that took more processor time than their route allows, "
                                  "and ended their process." },
    [METRIC_WRONG_PASSWORDS] = { "counter", "benelux_plus_login_failures_total",
                                 "reason=\"password\"",
                                 "Logins that failed: by the name or password, by the code, or "
                                 "refused unseen after too many." },
    [METRIC_WRONG_CODES] = { "counter", "benelux_plus_login_failures_total", "reason=\"code\"",
                             NULL },
    [METRIC_LOGINS_REFUSED] = { "counter", "benelux_plus_login_failures_total",
                                "reason=\"locked_out\"", NULL },
    [METRIC_REPORTS_TRAPPED] = { "counter", "benelux_plus_trapped_reports_total", NULL,
                                 "Reports that were thrown away, since something was in the field "
                                 "that people do not see." },
};

struct row {
    atomic_ulong statuses[STATUSES], buckets[BUCKETS], microseconds;
};

struct shared {
    atomic_ulong counters[METRICS];
    struct row rows[];
};

/* Each process has one of its own. */
struct metrics {
    time_t started;
    size_t count;
    struct shared *shared;
};

static size_t size_for(size_t rows)
{
    return sizeof(struct shared) + rows * sizeof(struct row);
}

struct metrics *metrics_new(size_t rows)
{
    struct metrics *metrics = malloc(sizeof *metrics);
    struct shared *shared = metrics ? shared_memory_new(size_for(rows), "metrics") : NULL;
    if (!shared) {
        free(metrics);
        return NULL;
    }
    *metrics = (struct metrics){ .started = time(NULL), .count = rows, .shared = shared };
    return metrics;
}

void metrics_free(struct metrics *metrics)
{
    if (metrics)
        shared_memory_free(metrics->shared, size_for(metrics->count));
    free(metrics);
}

/* No order between two counters is promised to anybody. */
static void add(atomic_ulong *counter, unsigned long times)
{
    atomic_fetch_add_explicit(counter, times, memory_order_relaxed);
}

static unsigned long get(const atomic_ulong *counter)
{
    return atomic_load_explicit(counter, memory_order_relaxed);
}

void metrics_count(struct metrics *metrics, enum metric metric, unsigned long times)
{
    if (metrics)
        add(&metrics->shared->counters[metric], times);
}

unsigned long metrics_counted(const struct metrics *metrics, enum metric metric)
{
    return metrics ? get(&metrics->shared->counters[metric]) : 0;
}

static int place_of_status(int status)
{
    int place = 0;
    while (place < STATUSES - 1 && statuses[place] != status)
        place++;
    return place;
}

static int place_of_time(long microseconds)
{
    int place = 0;
    while (place < BUCKETS - 1 && buckets[place].max < microseconds)
        place++;
    return place;
}

void metrics_request(struct metrics *metrics, size_t row, int status, long microseconds)
{
    if (!metrics || row >= metrics->count)
        return;
    struct row *requests = &metrics->shared->rows[row];
    add(&requests->statuses[place_of_status(status)], 1);
    add(&requests->buckets[place_of_time(microseconds)], 1);
    add(&requests->microseconds, microseconds > 0 ? (unsigned long)microseconds : 0);
}

static void write_heading(struct buffer *output, const char *type, const char *name,
                          const char *help)
{
    buffer_print(output, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

void metrics_gauge(struct buffer *output, const char *name, const char *help)
{
    write_heading(output, "gauge", name, help);
}

void metrics_sample(struct buffer *output, const char *name, const char *label, long value)
{
    if (label)
        buffer_print(output, "%s{%s} %ld\n", name, label, value);
    else
        buffer_print(output, "%s %ld\n", name, value);
}

static void write_statuses(const struct metrics *metrics, const char *const *names,
                           struct buffer *output)
{
    static const char name[] = "benelux_plus_http_requests_total";
    write_heading(output, "counter", name,
                  "Requests that the program answered, by the row of its table of routes.");
    for (size_t row = 0; row < metrics->count; row++)
        for (int place = 0; place < STATUSES; place++) {
            unsigned long times = get(&metrics->shared->rows[row].statuses[place]);
            if (times && statuses[place])
                buffer_print(output, "%s{route=\"%s\",status=\"%d\"} %lu\n", name, names[row],
                             statuses[place], times);
            else if (times)
                buffer_print(output, "%s{route=\"%s\",status=\"other\"} %lu\n", name, names[row],
                             times);
        }
}

/* Each bucket counts those before it too. The number of all is that of the last, so that both
 * always agree. */
static void write_row_times(const struct row *row, const char *label, struct buffer *output)
{
    static const char name[] = "benelux_plus_http_request_duration_seconds";
    unsigned long counts[BUCKETS], all = 0;
    for (int place = 0; place < BUCKETS; place++)
        counts[place] = all += get(&row->buckets[place]);
    if (!all)
        return;
    for (int place = 0; place < BUCKETS; place++)
        buffer_print(output, "%s_bucket{route=\"%s\",le=\"%s\"} %lu\n", name, label,
                     buckets[place].label, counts[place]);
    unsigned long microseconds = get(&row->microseconds);
    buffer_print(output, "%s_sum{route=\"%s\"} %lu.%06lu\n", name, label, microseconds / 1000000,
                 microseconds % 1000000);
    buffer_print(output, "%s_count{route=\"%s\"} %lu\n", name, label, all);
}

static void write_times(const struct metrics *metrics, const char *const *names,
                        struct buffer *output)
{
    write_heading(
        output, "histogram", "benelux_plus_http_request_duration_seconds",
        "How long it took from a request to its answer, by the row of the table of routes.");
    for (size_t row = 0; row < metrics->count; row++)
        write_row_times(&metrics->shared->rows[row], names[row], output);
}

void metrics_write(const struct metrics *metrics, const char *const *names, struct buffer *output)
{
    if (!metrics)
        return;
    metrics_gauge(output, "process_start_time_seconds",
                  "When the program was started, in seconds since 1970.");
    metrics_sample(output, "process_start_time_seconds", NULL, (long)metrics->started);
    for (enum metric metric = 0; metric < METRICS; metric++) {
        if (counted[metric].help)
            write_heading(output, counted[metric].type, counted[metric].name, counted[metric].help);
        metrics_sample(output, counted[metric].name, counted[metric].label,
                       (long)get(&metrics->shared->counters[metric]));
    }
    write_statuses(metrics, names, output);
    write_times(metrics, names, output);
}
