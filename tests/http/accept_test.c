/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "http/accept.h"

static void the_best_language_is_chosen(void **state)
{
    (void)state;
    static const struct {
        const char *field;
        enum language language;
    } cases[] = {
        { "nl", NL },
        { "nl-BE", NL },
        { "NL-be", NL },
        { "de-AT,de;q=0.9,en;q=0.8", DE },
        { "en;q=0.5, fr;q=0.7", FR },
        { "fr;q=0.7, de;q=0.7", FR },
        { "xx, yy;q=0.9, de;q=0.1", DE },
        { "nl;q=0, fr;q=0.001", FR },
        { "fr; q=0.3 , en;q=1.000", EN },
        { "  ,, ,fr", FR },
        { "de-1996-CH;q=0.4;x=y, nl;q=0.3", DE },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(accept_language(cases[i].field), cases[i].language);
}

static void without_a_known_language_it_is_the_default(void **state)
{
    (void)state;
    static const char *const fields[] = { "",    "*",      "xx",       "nld",
                                          "n",   "nl;q=0", "nl;q=x",   "nlx-BE",
                                          ";;;", ";q=1",   "\xFF\xFE", "ja,zh;q=0.5" };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        assert_int_equal(accept_language(fields[i]), LANGUAGE_DEFAULT);
}

static void gzip_is_taken_only_when_offered(void **state)
{
    (void)state;
    assert_true(accept_gzip("gzip"));
    assert_true(accept_gzip("deflate, gzip;q=0.5, br"));
    assert_true(accept_gzip("GZIP"));
    assert_true(accept_gzip("*"));
    assert_true(accept_gzip("identity;q=0.2, *;q=0.1"));
    assert_false(accept_gzip(""));
    assert_false(accept_gzip("br"));
    assert_false(accept_gzip("gzip;q=0"));
    assert_false(accept_gzip("gzip;q=0.000, *"));
    assert_false(accept_gzip("*;q=0"));
    assert_false(accept_gzip("gzipped"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_language_is_chosen),
        cmocka_unit_test(without_a_known_language_it_is_the_default),
        cmocka_unit_test(gzip_is_taken_only_when_offered),
    };
    return cmocka_run_group_tests_name("accept", tests, NULL, NULL);
}
