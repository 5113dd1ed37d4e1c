/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <sys/wait.h>
#include <unistd.h>

#include "db/breaker.h"

enum { SECOND = 1000000, PATIENCE = 2 * SECOND, NOW = 100 * SECOND };

static void while_the_database_answers_everybody_asks(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    assert_true(breaker_admits(breaker, NOW, PATIENCE));
    breaker_tell(breaker, NOW, false);
    assert_true(breaker_admits(breaker, NOW, PATIENCE));
    breaker_free(breaker);
}

static void while_it_hangs_one_process_asks_now_and_then(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    breaker_tell(breaker, NOW, true);
    assert_false(breaker_admits(breaker, NOW, PATIENCE));
    assert_false(breaker_admits(breaker, NOW + SECOND - 1, PATIENCE));
    assert_true(breaker_admits(breaker, NOW + SECOND, PATIENCE));
    assert_false(breaker_admits(breaker, NOW + SECOND, PATIENCE));
    assert_false(breaker_admits(breaker, NOW + SECOND + PATIENCE, PATIENCE));
    breaker_tell(breaker, NOW + 3 * SECOND, true);
    assert_false(breaker_admits(breaker, NOW + 4 * SECOND - 1, PATIENCE));
    assert_true(breaker_admits(breaker, NOW + 4 * SECOND, PATIENCE));
    breaker_free(breaker);
}

static void another_process_follows_one_that_never_comes_back(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    breaker_tell(breaker, NOW, true);
    assert_true(breaker_admits(breaker, NOW + SECOND, PATIENCE));
    assert_false(breaker_admits(breaker, NOW + SECOND + PATIENCE, PATIENCE));
    assert_true(breaker_admits(breaker, NOW + 2 * SECOND + PATIENCE, PATIENCE));
    breaker_free(breaker);
}

/* A wait longer than the program's own was written by somebody else. */
static void nobody_is_put_off_for_ever(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    breaker_tell(breaker, NOW + 1000L * SECOND, true);
    assert_true(breaker_admits(breaker, NOW, PATIENCE));
    breaker_free(breaker);
}

static void an_answer_lets_everybody_ask_again(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    breaker_tell(breaker, NOW, true);
    breaker_tell(breaker, NOW + 1, false);
    assert_true(breaker_admits(breaker, NOW + 1, PATIENCE));
    assert_true(breaker_admits(breaker, NOW + 1, PATIENCE));
    breaker_free(breaker);
}

static void all_processes_know_what_one_reports(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    pid_t pid = fork();
    if (pid == 0) {
        breaker_tell(breaker, NOW, true);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    assert_false(breaker_admits(breaker, NOW, PATIENCE));
    breaker_free(breaker);
}

static void without_a_breaker_everybody_asks(void **state)
{
    (void)state;
    breaker_tell(NULL, NOW, true);
    assert_true(breaker_admits(NULL, NOW, PATIENCE));
    breaker_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(while_the_database_answers_everybody_asks),
        cmocka_unit_test(while_it_hangs_one_process_asks_now_and_then),
        cmocka_unit_test(another_process_follows_one_that_never_comes_back),
        cmocka_unit_test(an_answer_lets_everybody_ask_again),
        cmocka_unit_test(all_processes_know_what_one_reports),
        cmocka_unit_test(without_a_breaker_everybody_asks),
        cmocka_unit_test(nobody_is_put_off_for_ever),
    };
    return cmocka_run_group_tests_name("breaker", tests, NULL, NULL);
}
