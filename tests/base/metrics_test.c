/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/metrics.h"
#include "support/shared.h"

static const char *const names[] = { "home", "topic", "none" };
enum { ROWS = sizeof names / sizeof *names };

static const char *written(const struct metrics *metrics, struct arena *arena)
{
    struct buffer output = buffer_in(arena);
    metrics_write(metrics, names, &output);
    return output.bytes;
}

/* The value of the sample that begins with LINE; -1 if there is none. */
static double sample(const char *text, const char *line)
{
    const char *place = text;
    while ((place = strstr(place, line)) && place != text && place[-1] != '\n')
        place++;
    return place ? strtod(place + strlen(line), NULL) : -1;
}

#define assert_sample(text, line, value) assert_true(sample(text, line " ") == (value))

static void events_that_never_happened_are_zero_or_left_out(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct metrics *metrics = metrics_new(ROWS);
    const char *text = written(metrics, arena);
    assert_sample(text, "benelux_plus_children_restarted_total", 0);
    assert_sample(text, "benelux_plus_login_failures_total{reason=\"code\"}", 0);
    assert_true(sample(text, "process_start_time_seconds ") > 1e9);
    assert_lacks(text, "route=");
    assert_contains(text, "# TYPE benelux_plus_http_request_duration_seconds histogram\n");
    metrics_free(metrics);
    arena_free(arena);
}

static void each_name_has_one_heading(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct metrics *metrics = metrics_new(ROWS);
    metrics_request(metrics, 0, 200, 5);
    const char *text = written(metrics, arena);
    for (const char *type = strstr(text, "# TYPE "); type; type = strstr(type + 1, "# TYPE ")) {
        const char *heading = arena_copy_bytes(arena, type, strcspn(type + 7, " ") + 8);
        assert_null(strstr(type + 1, heading));
    }
    metrics_free(metrics);
    arena_free(arena);
}

static void requests_are_counted_by_row_and_status(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct metrics *metrics = metrics_new(ROWS);
    metrics_request(metrics, 0, 200, 10);
    metrics_request(metrics, 0, 200, 10);
    metrics_request(metrics, 1, 503, 10);
    metrics_request(metrics, 1, 418, 10);
    metrics_request(metrics, ROWS, 200, 10);
    const char *text = written(metrics, arena);
    assert_sample(text, "benelux_plus_http_requests_total{route=\"home\",status=\"200\"}", 2);
    assert_sample(text, "benelux_plus_http_requests_total{route=\"topic\",status=\"503\"}", 1);
    assert_sample(text, "benelux_plus_http_requests_total{route=\"topic\",status=\"other\"}", 1);
    assert_lacks(text, "route=\"none\"");
    metrics_free(metrics);
    arena_free(arena);
}

/* A bound belongs to its bucket, and each bucket includes those before it. */
static void times_go_into_buckets_that_add_up(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct metrics *metrics = metrics_new(ROWS);
    static const long times[] = { -5, 0, 1000, 1001, 10000000, 10000001 };
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        metrics_request(metrics, 1, 200, times[i]);
    const char *text = written(metrics, arena);
#define TIMES "benelux_plus_http_request_duration_seconds"
    assert_sample(text, TIMES "_bucket{route=\"topic\",le=\"0.001\"}", 3);
    assert_sample(text, TIMES "_bucket{route=\"topic\",le=\"0.0025\"}", 4);
    assert_sample(text, TIMES "_bucket{route=\"topic\",le=\"5\"}", 4);
    assert_sample(text, TIMES "_bucket{route=\"topic\",le=\"10\"}", 5);
    assert_sample(text, TIMES "_bucket{route=\"topic\",le=\"+Inf\"}", 6);
    assert_sample(text, TIMES "_count{route=\"topic\"}", 6);
    assert_sample(text, TIMES "_sum{route=\"topic\"}", 20.002002);
    metrics_free(metrics);
    arena_free(arena);
}

static void processes_count_together(void **state)
{
    (void)state;
    enum { PROCESSES = 4, EACH = 20000 };
    struct arena *arena = arena_new();
    struct metrics *metrics = metrics_new(ROWS);
    for (int i = 0; i < PROCESSES; i++)
        if (fork() == 0) {
            for (int j = 0; j < EACH; j++) {
                metrics_count(metrics, METRIC_ROUND_TRIPS, 2);
                metrics_request(metrics, 2, 404, j);
            }
            arena_free(arena);
            _exit(0);
        }
    while (wait(NULL) > 0)
        ;
    assert_int_equal(metrics_counted(metrics, METRIC_ROUND_TRIPS), PROCESSES * EACH * 2);
    const char *text = written(metrics, arena);
    assert_sample(text, "benelux_plus_http_requests_total{route=\"none\",status=\"404\"}",
                  PROCESSES * EACH);
    metrics_free(metrics);
    arena_free(arena);
}

static void without_metrics_nothing_is_counted(void **state)
{
    (void)state;
    metrics_count(NULL, METRIC_CHILDREN, 1);
    metrics_request(NULL, 0, 200, 1);
    assert_int_equal(metrics_counted(NULL, METRIC_CHILDREN), 0);
    metrics_free(NULL);
}

static int count_in_what_was_scribbled(void)
{
    struct arena *arena = arena_new();
    struct metrics *metrics = metrics_new(ROWS);
    const struct shared_bytes memory = shared_bytes("rw-s");
    srandom(8220);
    for (int round = 0; round < 300; round++, arena_reset(arena)) {
        shared_scribble(&memory, 64);
        metrics_count(metrics, METRIC_ROUND_TRIPS, 1);
        metrics_request(metrics, (size_t)random() % 4000, 200, 1000);
        written(metrics, arena);
    }
    for (size_t i = 0; i < memory.length; i++)
        memory.bytes[i] = 0xFF;
    for (size_t row = 0; row < 100000; row++)
        metrics_request(metrics, row, 200, 1000);
    written(metrics, arena);
    metrics_free(metrics);
    arena_free(arena);
    return 0;
}

static void wrong_numbers_in_the_memory_crash_nobody(void **state)
{
    (void)state;
    assert_int_equal(shared_end_of(count_in_what_was_scribbled), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_that_never_happened_are_zero_or_left_out),
        cmocka_unit_test(each_name_has_one_heading),
        cmocka_unit_test(requests_are_counted_by_row_and_status),
        cmocka_unit_test(times_go_into_buckets_that_add_up),
        cmocka_unit_test(processes_count_together),
        cmocka_unit_test(without_metrics_nothing_is_counted),
        cmocka_unit_test(wrong_numbers_in_the_memory_crash_nobody),
    };
    return cmocka_run_group_tests_name("metrics", tests, NULL, NULL);
}
