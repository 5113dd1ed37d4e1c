/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "text/diff.h"

static const char *told(const char *before, const char *after, struct arena *arena)
{
    static const char *const marks[] = {
        [CHANGE_NONE] = "", [CHANGE_REMOVED] = "-", [CHANGE_ADDED] = "+"
    };
    struct pieces pieces = diff_words(before, after, arena);
    const char *text = "";
    for (size_t i = 0; i < pieces.count; i++)
        text = arena_print(arena, "%s[%s%s]", text, marks[pieces.items[i].change],
                           pieces.items[i].text);
    return text;
}

static void changed_words_stand_out(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(told("de ministers komen", "de ministers komen", arena),
                        "[de ministers komen]");
    assert_string_equal(told("", "nieuw woord", arena), "[+nieuw woord]");
    assert_string_equal(told("oud", "", arena), "[-oud]");
    assert_string_equal(told("", "", arena), "");
    assert_string_equal(
        told("de acht ministers komen samen", "de negen ministers komen vaak samen", arena),
        "[de ][-acht ][+negen ][ministers komen ][+vaak ][samen]");
    assert_string_equal(told("a b c d", "x b d y", arena), "[-a ][+x ][b ][-c d][+d y]");
    arena_free(arena);
}

static void the_pieces_are_both_texts(void **state)
{
    (void)state;
    static const char before[] = "In 2008\n\nkwamen  de landen bijeen in Königswinter.",
                      after[] = "In 2009 kwamen de regio's\nbijeen in Bonn.";
    struct arena *arena = arena_new();
    struct pieces pieces = diff_words(before, after, arena);
    const char *one = "", *other = "";
    for (size_t i = 0; i < pieces.count; i++) {
        if (pieces.items[i].change != CHANGE_ADDED)
            one = arena_print(arena, "%s%s", one, pieces.items[i].text);
        if (pieces.items[i].change != CHANGE_REMOVED)
            other = arena_print(arena, "%s%s", other, pieces.items[i].text);
    }
    assert_string_equal(one, before);
    assert_string_equal(other, after);
    arena_free(arena);
}

static void large_texts_are_shown_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *before = arena_alloc(arena, 60001), *after = arena_alloc(arena, 60001);
    for (int i = 0; i < 20000; i++) {
        memcpy(before + 3 * i, "aa ", 3);
        memcpy(after + 3 * i, i % 2 ? "bb " : "cc ", 3);
    }
    struct pieces pieces = diff_words(before, after, arena);
    assert_int_equal(pieces.count, 2);
    assert_int_equal(pieces.items[0].change, CHANGE_REMOVED);
    arena_free(arena);
}

static void a_few_changes_of_a_long_text_are_shown_as_such(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *before = arena_alloc(arena, 60001);
    for (int i = 0; i < 10000; i++)
        memcpy(before + 6 * (size_t)i, arena_print(arena, "%05d ", i), 6);
    char *after = arena_copy(arena, before);
    memcpy(after + 6, "x", 1);
    memcpy(after + 30000, "yyyyy", 5);
    memcpy(after + 59988, "z", 1);
    struct pieces pieces = diff_words(before, after, arena);
    assert_int_equal(pieces.count, 10);
    assert_string_equal(pieces.items[5].text, "yyyyy ");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changed_words_stand_out),
        cmocka_unit_test(the_pieces_are_both_texts),
        cmocka_unit_test(large_texts_are_shown_whole),
        cmocka_unit_test(a_few_changes_of_a_long_text_are_shown_as_such),
    };
    return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
