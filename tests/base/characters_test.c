/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <stdio.h>

#include "base/characters.h"

static void the_characters_that_people_write_are_text(void **state)
{
    (void)state;
    static const char *const texts[] = { "",
                                         "Straßburg / Liège",
                                         "日本",
                                         "😀",
                                         "\xC2\xA0",
                                         "\xEF\xBF\xBD",
                                         "\xF4\x8F\xBF\xBD",
                                         "👩\xE2\x80\x8D🚒",
                                         "می\xE2\x80\x8Cخواهم",
                                         "\xE2\x80\x8E",
                                         "\xEF\xB7\x8F",
                                         "\xEF\xB7\xB0" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(characters_are_text(texts[i], false));
        assert_string_equal(characters_mended(texts[i], false, arena), texts[i]);
        assert_string_equal(characters_mended(texts[i], true, arena), texts[i]);
    }
    assert_true(characters_are_text("a\n\tb", true));
    assert_false(characters_are_text("a\nb", false));
    assert_false(characters_are_text("a\tb", false));
}

/* "a" and the code point CODE in UTF-8. */
static const char *with(unsigned code)
{
    char bytes[8] = { 'a' };
    if (code < 0x80)
        snprintf(bytes + 1, sizeof bytes - 1, "%c", (int)code);
    else if (code < 0x800)
        snprintf(bytes + 1, sizeof bytes - 1, "%c%c", (int)(0xC0 | code >> 6),
                 (int)(0x80 | (code & 0x3F)));
    else if (code < 0x10000)
        snprintf(bytes + 1, sizeof bytes - 1, "%c%c%c", (int)(0xE0 | code >> 12),
                 (int)(0x80 | (code >> 6 & 0x3F)), (int)(0x80 | (code & 0x3F)));
    else
        snprintf(bytes + 1, sizeof bytes - 1, "%c%c%c%c", (int)(0xF0 | code >> 18),
                 (int)(0x80 | (code >> 12 & 0x3F)), (int)(0x80 | (code >> 6 & 0x3F)),
                 (int)(0x80 | (code & 0x3F)));
    return arena_copy(arena, bytes);
}

static void characters_that_feeds_forbid_or_that_reverse_text_are_refused(void **state)
{
    (void)state;
    static const unsigned bounds[][2] = { { 0x01, 0x08 },     { 0x0E, 0x1F },
                                          { 0x7F, 0x84 },     { 0x86, 0x9F },
                                          { 0x202A, 0x202E }, { 0x2066, 0x2069 },
                                          { 0xFDD0, 0xFDEF }, { 0xFFFE, 0xFFFF } };
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        for (unsigned code = bounds[i][0]; code <= bounds[i][1]; code++) {
            assert_false(characters_are_text(with(code), true));
            assert_string_equal(characters_mended(with(code), true, arena), with(code));
        }
    for (unsigned plane = 1; plane <= 16; plane++) {
        assert_false(characters_are_text(with(plane << 16 | 0xFFFE), true));
        assert_false(characters_are_text(with(plane << 16 | 0xFFFF), true));
        assert_true(characters_are_text(with(plane << 16 | 0xFFFD), true));
    }
    static const char *const ill_formed[] = { "\xFF", "\xC3", "\xED\xA0\x80", "a\xC3(" };
    for (size_t i = 0; i < sizeof ill_formed / sizeof *ill_formed; i++) {
        assert_false(characters_are_text(ill_formed[i], true));
        assert_string_equal(characters_mended(ill_formed[i], true, arena), ill_formed[i]);
    }
}

static void invisible_characters_are_removed(void **state)
{
    (void)state;
    static const unsigned unseen[] = { 0xAD, 0x200B, 0x2060, 0xFEFF };
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
        assert_string_equal(
            characters_mended(arena_print(arena, "%sb", with(unseen[i])), i % 2, arena), "ab");
    assert_string_equal(characters_mended("\xEF\xBB\xBFgrens\xC2\xAD"
                                          "arbeid",
                                          false, arena),
                        "grensarbeid");
}

static void blank_text_is_recognised(void **state)
{
    (void)state;
    static const unsigned blank[] = { ' ',    '\t',   '\n',   '\r',   0x85,   0xA0,   0xAD,
                                      0x1680, 0x2003, 0x200B, 0x200D, 0x2028, 0x202F, 0x205F,
                                      0x2060, 0x2800, 0x3000, 0x3164, 0xFEFF };
    assert_true(characters_are_blank(""));
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++) {
        assert_true(characters_are_blank(with(blank[i]) + 1));
        assert_true(characters_are_blank(arena_print(arena, " %s ", with(blank[i]) + 1)));
        assert_false(characters_are_blank(with(blank[i])));
    }
    static const char *const seen[] = {
        ".", "a", "\xC3\xA9", "\xE2\x80\xA6", "\xF0\x9F\x98\x80", "\xFF", "\x01"
    };
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++)
        assert_false(characters_are_blank(seen[i]));
}

static void all_line_ends_become_one(void **state)
{
    (void)state;
    static const unsigned ends[] = { 0x0B, 0x0C, 0x85, 0x2028, 0x2029 };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *text = arena_print(arena, "%sb", with(ends[i]));
        assert_false(characters_are_text("\x0B", true));
        assert_string_equal(characters_mended(text, true, arena), "a\nb");
        assert_string_equal(characters_mended(text, false, arena), "a b");
    }
    assert_string_equal(characters_mended("a\r\n\r\nb\rc\td", true, arena), "a\n\nb\nc\td");
    assert_string_equal(characters_mended("a\tb\r\n", false, arena), "a b\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_characters_that_people_write_are_text, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            characters_that_feeds_forbid_or_that_reverse_text_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(invisible_characters_are_removed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(blank_text_is_recognised, set_up, tear_down),
        cmocka_unit_test_setup_teardown(all_line_ends_become_one, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("characters", tests, NULL, NULL);
}
