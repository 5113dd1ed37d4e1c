/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/sandbox.h"
#include "web/dispatch.h"
#include "web/prefork.h"

enum { SHORT_MS = 60 };

static void work_for_ever(void)
{
    for (volatile unsigned long i = 0;; i++)
        ;
}

/* Milliseconds of the processor. */
static void work_for(long milliseconds)
{
    struct timespec now;
    do
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    while (now.tv_sec * 1000 + now.tv_nsec / 1000000 < milliseconds);
}

/* The wait status of a process that does WORK with a deadline. */
static int status_of(struct deadline *own, void (*work)(void))
{
    pid_t pid = fork();
    if (pid == 0) {
        deadline_note(own, "5e1f", "/nl/x");
        deadline_arm(own, SHORT_MS);
        work();
        deadline_arm(own, 0);
        work_for(3 * SHORT_MS);
        _exit(0);
    }
    int status;
    waitpid(pid, &status, 0);
    return status;
}

static void wait_for_long(void)
{
    nanosleep(&(struct timespec){ .tv_nsec = 5 * SHORT_MS * 1000000L }, NULL);
}

/* Of a process that is ended while it works: valgrind still finds it there. */
static struct arena *volatile worker; /* which nobody reads */

static bool enter_sandbox(void)
{
    worker = arena_new();
    const struct sandbox *sandbox =
        sandbox_new(&(struct sandbox_network){ .unix_sockets = true }, NULL, worker);
    return sandbox && sandbox_enter(sandbox);
}

static void work_in_the_sandbox(void)
{
    if (enter_sandbox())
        work_for_ever();
}

/* The deadline works when it was armed in the sandbox, too. */
static void arm_in_the_sandbox(void)
{
    struct deadline *own = deadline_new(1);
    if (enter_sandbox()) {
        deadline_arm(own, 0);
        deadline_arm(own, SHORT_MS);
        work_for_ever();
    }
}

static void a_process_that_works_too_long_is_ended_and_one_that_waits_is_not(void **state)
{
    (void)state;
    struct deadline *deadlines = deadline_new(1);
    assert_true(deadline_ended(status_of(deadlines, work_for_ever)));
    assert_true(deadline_ended(status_of(deadlines, work_in_the_sandbox)));
    assert_true(deadline_ended(status_of(deadlines, arm_in_the_sandbox)));
    assert_int_equal(status_of(deadlines, wait_for_long), 0);
    deadline_free(deadlines, 1);
}

static void no_other_end_is_taken_for_a_deadline(void **state)
{
    (void)state;
    struct deadline *deadlines = deadline_new(1);
    int status = status_of(deadlines, abort);
    assert_true(WIFSIGNALED(status));
    assert_false(deadline_ended(status));
    assert_false(deadline_ended(0));
    deadline_free(deadlines, 1);
}

/* What ACT writes to standard error, called with CONTEXT. */
static const char *log_of(void (*act)(void *context), void *context)
{
    static char text[16384];
    int ends[2], saved = dup(STDERR_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDERR_FILENO);
    act(context);
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(ends[1]);
    size_t length = 0;
    for (ssize_t count; (count = read(ends[0], text + length, sizeof text - 1 - length)) > 0;)
        length += (size_t)count;
    close(ends[0]);
    text[length] = '\0';
    return text;
}

static void log_it(void *deadline)
{
    deadline_log(deadline);
}

static void the_log_names_the_request(void **state)
{
    (void)state;
    struct deadline *deadlines = deadline_new(2);
    struct deadline *second = deadline_of(deadlines, 1);
    status_of(second, work_for_ever);
    cJSON *line = cJSON_Parse(log_of(log_it, second));
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(line, "path")), "/nl/x");
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(line, "id")), "5e1f");
    cJSON_Delete(line);
    deadline_free(deadlines, 2);
}

/* A process that was taken over may have noted anything. */
static void whatever_a_process_noted_is_one_line_of_the_log(void **state)
{
    (void)state;
    struct deadline *deadlines = deadline_new(2);
    for (int byte = 0; byte < 256; byte += 5) {
        memset((void *)deadlines, byte,
               (size_t)((char *)deadline_of(deadlines, 1) - (char *)deadlines));
        const char *text = log_of(log_it, deadlines);
        assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
        cJSON *line = cJSON_Parse(text);
        assert_non_null(line);
        cJSON_Delete(line);
    }
    deadline_free(deadlines, 2);
}

/* -------------------------------------------------------------------------------------------------
 * Two processes; somebody sends a request without an end to one of them. */

static struct app app = { .config = { .deadline_percent = 100, .site_url = "http://127.0.0.1" } };
static struct route routes[ROUTES];
struct shared {
    atomic_int begun, answered;
};
static struct shared *shared;
static struct deadline *deadlines;

static enum err answer_never(struct exchange *exchange)
{
    (void)exchange;
    work_for_ever();
    return OK;
}

/* At least some hundred microseconds, without reading a clock, which would change the time. */
static enum err answer_after_work(struct exchange *exchange)
{
    for (volatile int i = 0; i < 500000; i++)
        ;
    exchange->response.content_type = "text/plain";
    return OK;
}

static enum err answer_at_once(struct exchange *exchange)
{
    exchange->response.content_type = "text/plain";
    return OK;
}

static const char *variable(const char *name, void *path)
{
    return strcmp(name, "PATH_INFO") == 0        ? path
           : strcmp(name, "REQUEST_METHOD") == 0 ? "GET"
           : strcmp(name, "REQUEST_ID") == 0     ? "c0ffee"
                                                 : NULL;
}

static bool take(const char *bytes, size_t length, void *context)
{
    (void)bytes, (void)length, (void)context;
    return true;
}

static void ask(int number, const char *path)
{
    struct dispatcher dispatcher = { .app = &app,
                                     .arena = arena_new(),
                                     .deadline = deadline_of(deadlines, number) };
    dispatch(&(struct variables){ .get = variable, .context = (void *)(uintptr_t)path },
             &(struct outlet){ .write = take }, &dispatcher);
    arena_free(dispatcher.arena);
}

static void answer(void *context, int number)
{
    (void)context;
    int before = atomic_fetch_add(&shared->begun, 1);
    if (before == 0)
        ask(number, "/robots.txt");
    while (atomic_fetch_add(&shared->answered, 1) < 40)
        ask(number, "/healthz");
    if (before == 2) /* in the place of the first */
        kill(getppid(), SIGTERM);
    pause();
}

static void run_prefork(void *context)
{
    prefork(context);
}

static void a_request_that_takes_too_long_ends_alone(void **state)
{
    (void)state;
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    deadlines = deadline_new(2);
    routes[ROUTE_ROBOTS] = (struct route){
        .access = PUBLIC, .handler = answer_never, .query = "", .work_ms = SHORT_MS
    };
    routes[ROUTE_HEALTH] = (struct route){
        .access = PUBLIC, .handler = answer_at_once, .query = "", .work_ms = SHORT_MS
    };
    app.routes = routes;
    app.database = database_new(
        &(struct database_setup){ .conninfo = "host=/nonexistent", .timeout_ms = 100 });
    app.metrics = metrics_new(COUNTED_ROWS);
    const struct prefork processes = {
        .children = 2, .child = answer, .metrics = app.metrics, .deadlines = deadlines
    };
    const char *text = log_of(run_prefork, (void *)(uintptr_t)&processes);
    assert_int_equal(metrics_counted(app.metrics, METRIC_REQUESTS_CUT_OFF), 1);
    assert_int_equal(metrics_counted(app.metrics, METRIC_CHILDREN_RESTARTED), 0);
    assert_int_equal(shared->begun, 3);
    assert_contains(text, "\"message\":\"request took too much processor "
                          "time\",\"id\":\"c0ffee\",\"path\":\"/robots.txt\"");
    size_t answers = 0;
    for (const char *at = text; (at = strstr(at, "\"path\":\"/healthz\",\"status\":200")); at++)
        answers++;
    assert_int_equal(answers, 40);
    database_free(app.database);
    metrics_free(app.metrics);
    app.metrics = NULL;
    deadline_free(deadlines, 2);
    munmap(shared, sizeof *shared);
}

static void ask_some_times(void *path)
{
    for (int i = 0; i < 20; i++)
        ask(0, path);
}

static void the_log_has_the_time_of_each_request(void **state)
{
    (void)state;
    deadlines = deadline_new(1);
    routes[ROUTE_SECURITY] = (struct route){
        .access = PUBLIC, .handler = answer_after_work, .query = "", .work_ms = 1000
    };
    app.routes = routes;
    app.database = database_new(
        &(struct database_setup){ .conninfo = "host=/nonexistent", .timeout_ms = 100 });
    const char *text = log_of(ask_some_times, (void *)(uintptr_t) "/.well-known/security.txt");
    int lines = 0;
    for (const char *at = text; (at = strstr(at, "\"processor_microseconds\":")); at++, lines++)
        assert_true(strtol(strchr(at, ':') + 1, NULL, 10) >= 100);
    assert_int_equal(lines, 20);
    database_free(app.database);
    deadline_free(deadlines, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_process_that_works_too_long_is_ended_and_one_that_waits_is_not),
        cmocka_unit_test(no_other_end_is_taken_for_a_deadline),
        cmocka_unit_test(the_log_names_the_request),
        cmocka_unit_test(whatever_a_process_noted_is_one_line_of_the_log),
        cmocka_unit_test(a_request_that_takes_too_long_ends_alone),
        cmocka_unit_test(the_log_has_the_time_of_each_request),
    };
    return cmocka_run_group_tests_name("deadline", tests, NULL, NULL);
}
