/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "text/catalogue.h"

static struct arena *arena;
static char folder[] = "/tmp/catalogue-test-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    for (enum language language = 0; language < LANGUAGES; language++)
        unlink(arena_print(arena, "%s/%s.mo", folder, language_tag(language)));
    arena_free(arena);
    return rmdir(folder);
}

/* The three catalogues, the French one cut to LENGTH bytes with the byte at PLACE changed. */
static struct catalogue *load_damaged(size_t length, size_t place)
{
    for (enum language language = 0; language < EN; language++) {
        size_t size;
        char *bytes = file_read(
            arena_print(arena, "%s/locale/%s.mo", getenv("BENELUX_SHARE"), language_tag(language)),
            1 << 20, arena, &size);
        assert_non_null(bytes);
        if (language == FR && place < size)
            bytes[place] ^= 0x55;
        if (language == FR && length < size)
            size = length;
        FILE *file = fopen(arena_print(arena, "%s/%s.mo", folder, language_tag(language)), "wb");
        fwrite(bytes, 1, size, file);
        fclose(file);
    }
    return catalogue_load(folder, arena);
}

static void a_text_has_its_translation_in_each_language(void **state)
{
    (void)state;
    struct catalogue *catalogue = load_damaged(SIZE_MAX, SIZE_MAX);
    assert_non_null(catalogue);
    assert_string_equal(catalogue_find(catalogue, NL, "Milestones"), "Mijlpalen");
    assert_string_equal(catalogue_find(catalogue, FR, "Milestones"), "Jalons");
    assert_string_equal(catalogue_find(catalogue, DE, "Milestones"), "Meilensteine");
    assert_string_equal(catalogue_find(catalogue, EN, "Milestones"), "Milestones");
    assert_null(catalogue_find(catalogue, NL, "Not in the catalogue"));
    assert_null(catalogue_find(catalogue, NL, "zzz"));
}

/* A damaged file is refused, or its texts are read within the file: the sanitizer watches. */
static void a_damaged_file_is_never_read_outside(void **state)
{
    (void)state;
    for (size_t length = 0; length < 600; length += 13)
        load_damaged(length, SIZE_MAX);
    for (size_t place = 0; place < 600; place++) {
        struct catalogue *catalogue = load_damaged(SIZE_MAX, place);
        if (catalogue)
            catalogue_find(catalogue, FR, "Milestones");
    }
    assert_null(load_damaged(10, SIZE_MAX));
    assert_null(load_damaged(SIZE_MAX, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_has_its_translation_in_each_language),
        cmocka_unit_test(a_damaged_file_is_never_read_outside),
    };
    return cmocka_run_group_tests_name("catalogue", tests, set_up, tear_down);
}
