#include "support/check.h"

#include "text/dates.h"

static void dates_are_written_out_in_each_language(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        enum language language;
        const char *written;
    } cases[] = {
        { "2008-12-09", NL, "9 december 2008" },
        { "2008-12-09", FR, "9 décembre 2008" },
        { "2008-12-09", DE, "9. Dezember 2008" },
        { "2008-12-09", EN, "9 December 2008" },
        { "2021-12-01", FR, "1er décembre 2021" },
        { "2021-12-01", NL, "1 december 2021" },
        { "2016-06", FR, "juin 2016" },
        { "2016-03", DE, "März 2016" },
        { "2005", NL, "2005" },
        { "2021-08-31", FR, "31 août 2021" },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(date_written(cases[i].date, cases[i].language, arena), cases[i].written);
    arena_free(arena);
}

static void what_is_no_date_comes_back_as_it_is(void **state)
{
    (void)state;
    static const char *const dates[] = { "", "soon", "2008-13", "2008-00-01", "2008-12-09T10:00", "2008-" };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        assert_string_equal(date_written(dates[i], EN, arena), dates[i]);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_written_out_in_each_language),
        cmocka_unit_test(what_is_no_date_comes_back_as_it_is),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
