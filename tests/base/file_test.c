/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static struct arena *arena;
static char folder[] = "/tmp/file_test.XXXXXX";

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return system(strcat((char[64]){ "rm -r " }, folder));
}

static const char *path_of(const char *name)
{
    return arena_print(arena, "%s/%s", folder, name);
}

static void a_file_is_read_as_it_was_written(void **state)
{
    (void)state;
    size_t length = 0;
    assert_true(file_write(path_of("new"), "a\0b", 3));
    const char *bytes = file_read(path_of("new"), 3, arena, &length);
    assert_int_equal(length, 3);
    assert_memory_equal(bytes, "a\0b", 4);
    assert_null(file_read(path_of("new"), 2, arena, &length));
}

static void an_existing_file_is_left_alone(void **state)
{
    (void)state;
    size_t length = 0;
    assert_true(file_write(path_of("old"), "old", 3));
    assert_false(file_write(path_of("old"), "new", 3));
    assert_string_equal(file_read(path_of("old"), 9, arena, &length), "old");
    assert_int_equal(symlink(path_of("elsewhere"), path_of("link")), 0);
    assert_false(file_write(path_of("link"), "x", 1));
    assert_int_not_equal(access(path_of("elsewhere"), F_OK), 0);
}

static void without_a_folder_there_is_no_file(void **state)
{
    (void)state;
    assert_false(file_write(path_of("no/such"), "x", 1));
    assert_null(file_create(folder));
}

/* The error comes at the latest when the file is closed, however little does not fit. */
static void writing_to_a_full_disk_fails(void **state)
{
    (void)state;
    char much[100000] = "";
    FILE *full = fopen("/dev/full", "w");
    fwrite("x", 1, 1, full);
    assert_false(file_finish(full, "/dev/full"));
    full = fopen("/dev/full", "w");
    fwrite(much, 1, sizeof much, full);
    assert_false(file_finish(full, "/dev/full"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_read_as_it_was_written),
        cmocka_unit_test(an_existing_file_is_left_alone),
        cmocka_unit_test(without_a_folder_there_is_no_file),
        cmocka_unit_test(writing_to_a_full_disk_fails),
    };
    return cmocka_run_group_tests_name("file", tests, set_up, tear_down);
}
