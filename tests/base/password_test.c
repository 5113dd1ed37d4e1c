/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <sodium.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/password.h"

static void a_password_matches_its_own_hash_and_no_other(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *hash = password_hash("kornoelje-vierkant-9", arena),
               *again = password_hash("kornoelje-vierkant-9", arena);
    assert_memory_equal(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31);
    assert_string_not_equal(hash, again);
    assert_true(password_matches(hash, "kornoelje-vierkant-9"));
    assert_false(password_matches(hash, "kornoelje-vierkant-8"));
    assert_false(password_matches(hash, ""));
    arena_free(arena);
}

static void an_account_that_does_not_exist_has_no_password(void **state)
{
    (void)state;
    assert_false(password_matches(NULL, ""));
    assert_false(password_matches(NULL, "kornoelje-vierkant-9"));
}

/* The stand-in that is verified for an unknown account has to be a hash, or this took no time. */
static void an_unknown_name_takes_as_long(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *hash = password_hash("kornoelje-vierkant-9", arena);
    struct timespec times[3];
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &times[0]);
    for (int i = 0; i < 5; i++)
        password_matches(hash, "wrong");
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &times[1]);
    for (int i = 0; i < 5; i++)
        password_matches(NULL, "wrong");
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &times[2]);
    double known = (double)(times[1].tv_sec - times[0].tv_sec) +
                   (double)(times[1].tv_nsec - times[0].tv_nsec) / 1e9;
    double unknown = (double)(times[2].tv_sec - times[1].tv_sec) +
                     (double)(times[2].tv_nsec - times[1].tv_nsec) / 1e9;
    assert_true(unknown > known / 3);
    arena_free(arena);
}

/* In a container and under "make run" the program's user is a number without a name. */
static void a_user_without_a_name_takes_good_passwords(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip();
    pid_t pid = fork();
    if (pid == 0)
        _exit(setgid(61011) != 0 || setuid(61011) != 0 ? 2
                                                       : password_is_weak("kornoelje-vierkant-9"));
    int status = -1;
    waitpid(pid, &status, 0);
    assert_int_equal(status, 0);
}

static void short_and_common_passwords_are_weak(void **state)
{
    (void)state;
    static const char *const weak[] = {
        "", "kort", "elf-tekens!", "administrator", "aaaaaaaaaaaaaaaa", "123456789012345"
    };
    for (size_t i = 0; i < sizeof weak / sizeof *weak; i++)
        if (!password_is_weak(weak[i]))
            fail_msg("%s", weak[i]);
    assert_false(password_is_weak("kornoelje-vierkant-9"));
    assert_false(password_is_weak("äöü Königswinter 2008"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_user_without_a_name_takes_good_passwords),
        cmocka_unit_test(a_password_matches_its_own_hash_and_no_other),
        cmocka_unit_test(an_account_that_does_not_exist_has_no_password),
        cmocka_unit_test(an_unknown_name_takes_as_long),
        cmocka_unit_test(short_and_common_passwords_are_weak),
    };
    return sodium_init() < 0 ? 1 : cmocka_run_group_tests_name("password", tests, NULL, NULL);
}
