/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include "base/utf8.h"

static void well_formed_sequences_have_their_length(void **state)
{
    (void)state;
    assert_int_equal(utf8_sequence("a", 1), 1);
    assert_int_equal(utf8_sequence("\xC3\xA9", 2), 2);
    assert_int_equal(utf8_sequence("\xE2\x82\xAC", 3), 3);
    assert_int_equal(utf8_sequence("\xF0\x9F\x87\xAA", 4), 4);
    assert_int_equal(utf8_sequence("\xF4\x8F\xBF\xBF", 4), 4);
}

static void ill_formed_sequences_have_none(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80",
        "\xC0\xAF",
        "\xC1\xBF",
        "\xE0\x80\xAF",
        "\xED\xA0\x80",
        "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xFF",
        "\xC3",
        "\xE2\x82",
        "\xC3(",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t length = 0;
        while (bad[i][length])
            length++;
        assert_int_equal(utf8_sequence(bad[i], length), 0);
    }
    assert_int_equal(utf8_sequence("", 0), 0);
}

static void control_characters_are_not_plain(void **state)
{
    (void)state;
    assert_true(utf8_is_plain("Straßburg / Liège"));
    assert_true(utf8_is_plain(""));
    assert_false(utf8_is_plain("a\nb"));
    assert_false(utf8_is_plain("a\x7F"));
    assert_false(utf8_is_plain("a\xFF"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(well_formed_sequences_have_their_length),
        cmocka_unit_test(ill_formed_sequences_have_none),
        cmocka_unit_test(control_characters_are_not_plain),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
