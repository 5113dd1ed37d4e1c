/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "http/route.h"

static void every_path_of_the_table_finds_its_own_row(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        for (enum language language = 0; language < LANGUAGES; language++) {
            struct route_match match;
            const char *path = route_path(arena, id, language, "a-slug");
            assert_true(route_match(path, arena, &match));
            assert_int_equal(match.id, id);
            assert_true(match.language == LANGUAGES || match.language == language);
            if (strstr(path, "a-slug"))
                assert_string_equal(match.slug, "a-slug");
            else
                assert_null(match.slug);
        }
}

/* One ":slug" stands for one segment, so two patterns match one path exactly when they agree where
 * neither has a ":slug". */
static void no_two_patterns_match_one_path(void **state)
{
    (void)state;
    static const char *const samples[] = { "benelux-plus", "info", "partners", "partenaires",
                                           "partner" };
    for (enum route_id id = 0; id < ROUTES; id++)
        for (enum language language = 0; language < LANGUAGES; language++)
            for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
                struct route_match match;
                assert_true(
                    route_match(route_path(arena, id, language, samples[i]), arena, &match));
                assert_int_equal(match.id, id);
            }
}

static void an_extension_asks_for_a_format_of_the_row(void **state)
{
    (void)state;
    struct route_match match;
    assert_true(route_match("/nl/vergaderingen.csv", arena, &match));
    assert_int_equal(match.id, ROUTE_MEETINGS);
    assert_int_equal(match.format, FORMAT_CSV);
    assert_true(route_match("/nl/vergaderingen.excel.csv", arena, &match));
    assert_int_equal(match.id, ROUTE_MEETINGS);
    assert_int_equal(match.format, FORMAT_EXCEL);
    assert_true(route_match("/fr/reunions/septieme.ics", arena, &match));
    assert_int_equal(match.id, ROUTE_MEETING);
    assert_int_equal(match.format, FORMAT_CALENDAR);
    assert_string_equal(match.slug, "septieme");
    assert_string_equal(route_format_path(arena, "/fr/reunions/septieme", FORMAT_CALENDAR),
                        "/fr/reunions/septieme.ics");
    assert_true(route_match("/nl/vergaderingen", arena, &match));
    assert_int_equal(match.format, FORMAT_PAGE);
    static const char *const none[] = { "/nl/vergaderingen/zevende.csv",
                                        "/nl/vergaderingen.xml",
                                        "/nl/.json",
                                        "/sitemap.xml.json",
                                        "/nl/vergaderingen/a.b",
                                        "/nl/vergaderingen/.json",
                                        "/nl/vergaderingen.json.json",
                                        "/nl/vergaderingen.excel",
                                        "/nl/zoeken.excel.csv" };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(route_match(none[i], arena, &match));
}

static void a_path_of_no_row_is_not_found(void **state)
{
    (void)state;
    static const char *const paths[] = {
        "",
        "/nl",
        "/xx/",
        "/nl//",
        "/nl/benelux-plus/",
        "/nl/benelux-plus//",
        "/nl/benelux-plus/a/b",
        "/nl/info/",
        "/NL/",
        "/nl/benelux-plus/partners/",
        "/sitemap.xml/",
        "/nl/benelux-plus/partenaires/x",
        "//",
        "/nl/info/a/",
    };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct route_match match;
        if (route_match(paths[i], arena, &match)) {
            print_error("%s\n", paths[i]);
            fail();
        }
    }
}

static void the_language_is_the_first_segment(void **state)
{
    (void)state;
    assert_int_equal(route_language("/nl/"), NL);
    assert_int_equal(route_language("/de"), DE);
    assert_int_equal(route_language("/en/what/ever"), EN);
    assert_int_equal(route_language("/"), LANGUAGES);
    assert_int_equal(route_language("/nlx/"), LANGUAGES);
    assert_int_equal(route_language("/sitemap.xml"), LANGUAGES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_extension_asks_for_a_format_of_the_row),
        cmocka_unit_test(every_path_of_the_table_finds_its_own_row),
        cmocka_unit_test(no_two_patterns_match_one_path),
        cmocka_unit_test(a_path_of_no_row_is_not_found),
        cmocka_unit_test(the_language_is_the_first_segment),
    };
    return cmocka_run_group_tests_name("route", tests, set_up, tear_down);
}
