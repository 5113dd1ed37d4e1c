/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include "text/ordinal.h"

static void a_place_in_a_series_is_written_as_its_language_does(void **state)
{
    (void)state;
    static const struct {
        const char *number;
        enum language language;
        const char *written;
    } cases[] = {
        { "1", NL, "1e" },      { "20", NL, "20e" },    { "1", FR, "1re" },
        { "2", FR, "2e" },      { "21", FR, "21e" },    { "1", DE, "1." },
        { "20", DE, "20." },    { "1", EN, "1st" },     { "2", EN, "2nd" },
        { "3", EN, "3rd" },     { "4", EN, "4th" },     { "10", EN, "10th" },
        { "11", EN, "11th" },   { "12", EN, "12th" },   { "13", EN, "13th" },
        { "20", EN, "20th" },   { "21", EN, "21st" },   { "22", EN, "22nd" },
        { "101", EN, "101st" }, { "111", EN, "111th" }, { "112", EN, "112th" },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(ordinal_written(cases[i].number, cases[i].language, arena),
                            cases[i].written);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_in_a_series_is_written_as_its_language_does),
    };
    return cmocka_run_group_tests_name("ordinals", tests, NULL, NULL);
}
