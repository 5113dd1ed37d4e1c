/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "text/merge.h"

static void assert_merged(const char *base, const char *own, const char *theirs, const char *text,
                          bool clash)
{
    struct merge merge = merge_texts(base, own, theirs, arena);
    assert_string_equal(merge.text, text);
    assert_int_equal(merge.clash, clash);
}

static void changes_in_different_places_are_combined(void **state)
{
    (void)state;
    assert_merged("one two three four", "ONE two three four", "one two three FOUR",
                  "ONE two three FOUR", false);
    assert_merged("one two three", "ONE two three", "one TWO three", "ONE TWO three", false);
    assert_merged("one two", "one two three", "zero one two", "zero one two three", false);
    assert_merged("a b c d e", "a c d e", "a b c e", "a c e", false);
    assert_merged("First.\n\nSecond.\n", "First.\n\nNew.\n\nSecond.\n",
                  "First.\n\nSecond, better.\n", "First.\n\nNew.\n\nSecond, better.\n", false);
    assert_merged("De ministers komen in mei.", "De negen ministers komen in mei.",
                  "De ministers komen in juni.", "De negen ministers komen in juni.", false);
}

static void of_the_same_words_the_own_are_taken_and_the_clash_is_reported(void **state)
{
    (void)state;
    assert_merged("one two three", "one 2 three", "one zwei three", "one 2 three", true);
    assert_merged("one two three", "one three", "one zwei three", "one three", true);
    assert_merged("", "mine", "theirs", "mine", true);
    assert_merged("gone", "", "changed", "", true);
    assert_merged("a b c d", "a B c d x", "a b2 c D", "a B c D x", true);
}

static void the_same_change_of_both_is_no_clash(void **state)
{
    (void)state;
    assert_merged("one two three", "one 2 three", "one 2 three", "one 2 three", false);
    assert_merged("one two three four", "one 2 three four", "one 2 three 4", "one 2 three 4",
                  false);
    assert_merged("", "same", "same", "same", false);
    assert_merged("", "", "", "", false);
}

/* A text of words from a small set, so that texts have much in common. */
static const char *any_text(unsigned *seed)
{
    static const char *const words[] = { "a", "b", "c", "dé", " ", "  ", "\n", "\n\n", "straße" };
    const char *text = "";
    int count = rand_r(seed) % 12;
    for (int i = 0; i < count; i++)
        text = arena_print(arena, "%s%s", text,
                           words[(size_t)rand_r(seed) % (sizeof words / sizeof *words)]);
    return text;
}

static void a_change_of_one_side_alone_is_the_result(void **state)
{
    (void)state;
    unsigned seed = 20261124;
    for (int i = 0; i < 1000; i++) {
        const char *base = any_text(&seed), *changed = any_text(&seed);
        assert_merged(base, changed, base, changed, false);
        assert_merged(base, base, changed, changed, false);
        assert_merged(base, changed, changed, changed, false);
        arena_reset(arena);
    }
}

static void both_sides_meet_the_same_clashes(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int i = 0; i < 1000; i++) {
        const char *base = any_text(&seed), *own = any_text(&seed), *theirs = any_text(&seed);
        struct merge one = merge_texts(base, own, theirs, arena),
                     other = merge_texts(base, theirs, own, arena);
        assert_int_equal(one.clash, other.clash);
        if (!one.clash)
            assert_string_equal(one.text, other.text);
        arena_reset(arena);
    }
}

static void long_texts_with_few_changes_are_merged(void **state)
{
    (void)state;
    enum { WORDS = 12000 };
    char *base = arena_alloc(arena, WORDS * 8 + 1), *own, *theirs;
    for (int i = 0; i < WORDS; i++)
        memcpy(base + 8 * i, arena_print(arena, "w%05d%c ", i, i % 10 == 9 ? '\n' : ' '), 8);
    own = arena_copy(arena, base);
    theirs = arena_copy(arena, base);
    memcpy(own + (size_t)8 * 100, "mine   ", 7);
    memcpy(own + (size_t)8 * 11000, "mine   ", 7);
    memcpy(theirs + (size_t)8 * 6000, "theirs ", 7);
    struct merge merge = merge_texts(base, own, theirs, arena);
    assert_false(merge.clash);
    assert_int_equal(strncmp(merge.text + (size_t)8 * 100, "mine ", 5), 0);
    assert_int_equal(strncmp(merge.text + (size_t)8 * 6000, "theirs ", 7), 0);
    assert_int_equal(strncmp(merge.text + (size_t)8 * 11000, "mine ", 5), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(changes_in_different_places_are_combined, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            of_the_same_words_the_own_are_taken_and_the_clash_is_reported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_change_of_both_is_no_clash, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_change_of_one_side_alone_is_the_result, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(both_sides_meet_the_same_clashes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_texts_with_few_changes_are_merged, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("merge", tests, NULL, NULL);
}
