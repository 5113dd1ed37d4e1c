/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/zip_writer.h"

/* Reads the archive with another program, which prints names, sizes and contents. */
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

static enum err write_text(const void *file, struct buffer *body)
{
    buffer_add(body, file);
    return OK;
}

static enum err write_zeros(const void *file, struct buffer *body)
{
    (void)file;
    static char zeros[100000];
    buffer_append(body, zeros, sizeof zeros);
    return OK;
}

static struct buffer archive_of(struct arena *arena)
{
    struct zip_writer *writer = zip_writer_new(arena, "2026-11-30 16:15:42");
    zip_writer_add(writer, "nl/vergaderingen.csv", write_text, "a,b\r\n");
    zip_writer_add(writer, "empty", write_text, "");
    zip_writer_add(writer, "\xc3\xa9", write_zeros, NULL);
    struct buffer bytes = buffer_in(arena);
    assert_int_equal(zip_writer_finish(writer, &bytes), OK);
    return bytes;
}

static void other_programs_read_what_was_put_in(void **state)
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

static void the_same_files_give_the_same_bytes(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer one = archive_of(arena), other = archive_of(arena);
    assert_int_equal(one.length, other.length);
    assert_memory_equal(one.bytes, other.bytes, one.length);
    arena_free(arena);
}

static void forget(void *living)
{
    --*(int *)living;
}

static enum err write_alone(const void *file, struct buffer *body)
{
    static int living;
    assert_int_equal(living++, 0);
    arena_defer(body->arena, forget, &living);
    buffer_add(body, file);
    return OK;
}

static void no_two_files_are_in_memory_at_once(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct zip_writer *writer = zip_writer_new(arena, "2026-11-30 16:15:42");
    zip_writer_add(writer, "one", write_alone, "one");
    zip_writer_add(writer, "two", write_alone, "two");
    struct buffer bytes = buffer_in(arena);
    assert_int_equal(zip_writer_finish(writer, &bytes), OK);
    arena_free(arena);
}

static enum err write_nothing(const void *file, struct buffer *body)
{
    (void)body;
    return *(const enum err *)file;
}

static void the_error_of_a_file_is_that_of_the_archive(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct zip_writer *writer = zip_writer_new(arena, "2026-11-30 16:15:42");
    zip_writer_add(writer, "one", write_text, "one");
    zip_writer_add(writer, "two", write_nothing, (const enum err[]){ ERR_UNAVAILABLE });
    struct buffer bytes = buffer_in(arena);
    assert_int_equal(zip_writer_finish(writer, &bytes), ERR_UNAVAILABLE);
    assert_int_equal(bytes.length, 0);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_programs_read_what_was_put_in),
        cmocka_unit_test(the_same_files_give_the_same_bytes),
        cmocka_unit_test(no_two_files_are_in_memory_at_once),
        cmocka_unit_test(the_error_of_a_file_is_that_of_the_archive),
    };
    return cmocka_run_group_tests_name("zip_writer", tests, NULL, NULL);
}
