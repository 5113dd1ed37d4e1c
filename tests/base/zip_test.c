/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/zip.h"

/* What another program reads in the archive. */
static void read_by_python(const struct buffer *archive, char *told, size_t room)
{
    char path[] = "/tmp/benelux-zip.XXXXXX", command[400];
    int file = mkstemp(path);
    assert_int_equal(write(file, archive->bytes, archive->length), archive->length);
    close(file);
    snprintf(command, sizeof command,
             "python3 -c 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert "
             "z.testzip() is None; print([(i.filename, i.date_time, len(z.read(i)), "
             "z.read(i)[:5]) for i in z.infolist()])' %s",
             path);
    FILE *output = popen(command, "r");
    size_t length = fread(told, 1, room - 1, output);
    told[length] = '\0';
    assert_int_equal(pclose(output), 0);
    unlink(path);
}

static struct buffer archive_of(struct arena *arena)
{
    struct zip zip = zip_new(arena, "2026-11-30 16:15:42");
    static char zeros[100000];
    zip_add(&zip, "nl/vergaderingen.csv", "a,b\r\n", 5);
    zip_add(&zip, "empty", "", 0);
    zip_add(&zip, "\xc3\xa9", zeros, sizeof zeros);
    return zip_finish(&zip);
}

static void others_read_what_was_put_in(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer archive = archive_of(arena);
    char told[1000];
    read_by_python(&archive, told, sizeof told);
    assert_string_equal(
        told, "[('nl/vergaderingen.csv', (2026, 11, 30, 16, 15, 42), 5, b'a,b\\r\\n'), "
              "('empty', (2026, 11, 30, 16, 15, 42), 0, b''), "
              "('\xc3\xa9', (2026, 11, 30, 16, 15, 42), 100000, b'\\x00\\x00\\x00\\x00\\x00')]\n");
    assert_true(archive.length < 1000);
    arena_free(arena);
}

static void the_same_files_are_the_same_bytes(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer one = archive_of(arena), other = archive_of(arena);
    assert_int_equal(one.length, other.length);
    assert_memory_equal(one.bytes, other.bytes, one.length);
    arena_free(arena);
}

static void an_archive_without_files_is_one(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct zip zip = zip_new(arena, "2026-11-30 16:15:42");
    struct buffer archive = zip_finish(&zip);
    char told[100];
    read_by_python(&archive, told, sizeof told);
    assert_string_equal(told, "[]\n");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(others_read_what_was_put_in),
        cmocka_unit_test(the_same_files_are_the_same_bytes),
        cmocka_unit_test(an_archive_without_files_is_one),
    };
    return cmocka_run_group_tests_name("zip", tests, NULL, NULL);
}
