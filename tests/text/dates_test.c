/* SPDX-License-Identifier: EUPL-1.2 */
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
        { "2008-12-09", NL, "9\u00a0december 2008" },
        { "2008-12-09", FR, "9\u00a0décembre 2008" },
        { "2008-12-09", DE, "9.\u00a0Dezember 2008" },
        { "2008-12-09", EN, "9\u00a0December 2008" },
        { "2021-12-01", FR, "1er\u00a0décembre 2021" },
        { "2021-12-01", NL, "1\u00a0december 2021" },
        { "2016-06", FR, "juin 2016" },
        { "2016-03", DE, "März 2016" },
        { "2005", NL, "2005" },
        { "2021-08-31", FR, "31\u00a0août 2021" },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(date_written(cases[i].date, cases[i].language, arena),
                            cases[i].written);
    arena_free(arena);
}

static void a_range_writes_once_what_both_days_share(void **state)
{
    (void)state;
    static const struct {
        const char *starts, *ends;
        enum language language;
        const char *written;
    } cases[] = {
        { "2023-10-24", "2023-10-26", NL, "24–26\u00a0oktober 2023" },
        { "2023-10-01", "2023-10-02", FR, "1er–2\u00a0octobre 2023" },
        { "2023-10-24", "2023-10-26", DE, "24.–26.\u00a0Oktober 2023" },
        { "2023-06-30", "2023-07-02", EN, "30\u00a0June – 2\u00a0July 2023" },
        { "2023-12-31", "2024-01-01", NL, "31\u00a0december 2023 – 1\u00a0januari 2024" },
        { "2023", "2024", EN, "2023–2024" },
        { "2023-10-24", NULL, EN, "24\u00a0October 2023" },
        { "2023-10-24", "2023-10-24", EN, "24\u00a0October 2023" },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            date_range_written(cases[i].starts, cases[i].ends, cases[i].language, arena),
            cases[i].written);
    arena_free(arena);
}

static void a_text_that_is_no_date_comes_back_as_it_is(void **state)
{
    (void)state;
    static const char *const dates[] = {
        "", "soon", "2008-13", "2008-00-01", "2008-12-09T10:00", "2008-"
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        assert_string_equal(date_written(dates[i], EN, arena), dates[i]);
    arena_free(arena);
}

static void only_existing_days_are_days(void **state)
{
    (void)state;
    static const char *const days[] = { "2024-02-29", "2000-02-29", "2021-12-31", "0001-01-01" };
    static const char *const others[] = { "2023-02-29",  "1900-02-29", "2021-02-31",  "2021-13-01",
                                          "2021-00-01",  "2021-01-00", "2021-04-31",  "0000-01-01",
                                          "2021-1-01",   "2021-01-1",  "2021-01-011", "",
                                          "2021-01-01T", "-021-01-01" };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_true(date_is_day(days[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(date_is_day(others[i]));
}

static void a_period_has_the_weekday_and_the_time_as_the_language_writes_them(void **state)
{
    (void)state;
    static const struct {
        const char *starts, *ends, *starts_at, *ends_at;
        enum language language;
        const char *written;
    } cases[] = {
        { "2025-11-18", NULL, "10:00", NULL, NL, "dinsdag 18\u00a0november 2025, 10.00\u00a0uur" },
        { "2025-11-18", NULL, "09:00", "12:30", NL,
          "dinsdag 18\u00a0november 2025, 9.00–12.30\u00a0uur" },
        { "2025-11-18", NULL, "10:00", NULL, FR, "mardi 18\u00a0novembre 2025, 10\u00a0h" },
        { "2025-12-01", NULL, "10:30", "12:05", FR,
          "lundi 1er\u00a0décembre 2025, de 10\u00a0h\u00a030 à 12\u00a0h\u00a005" },
        { "2025-11-18", NULL, "09:00", "12:30", DE,
          "Dienstag, 18.\u00a0November 2025, 09:00–12:30\u00a0Uhr" },
        { "2025-11-18", "2025-11-18", "10:00", NULL, EN, "Tuesday 18\u00a0November 2025, 10:00" },
        { "2024-02-29", NULL, NULL, NULL, EN, "Thursday 29\u00a0February 2024" },
        { "2000-01-01", NULL, NULL, NULL, DE, "Samstag, 1.\u00a0Januar 2000" },
        { "1995-09-20", NULL, NULL, NULL, NL, "woensdag 20\u00a0september 1995" },
        { "2023-10-24", "2023-10-26", NULL, NULL, NL, "24–26\u00a0oktober 2023" },
        { "2025-11-18", "2025-11-19", "22:00", "02:00", EN,
          "Tuesday 18\u00a0November 2025, 22:00 – Wednesday 19\u00a0November 2025, 02:00" },
        { "2025-11-18", "2025-11-19", "22:00", NULL, NL,
          "dinsdag 18\u00a0november 2025, 22.00\u00a0uur – woensdag 19\u00a0november 2025" },
        { "2016-06", NULL, NULL, NULL, FR, "juin 2016" },
        { "2016", NULL, NULL, NULL, NL, "2016" },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(period_written(cases[i].starts, cases[i].ends, cases[i].starts_at,
                                           cases[i].ends_at, cases[i].language, arena),
                            cases[i].written);
    arena_free(arena);
}

static void a_fixed_time_zone_is_written_by_its_distance_from_utc(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(zone_written("Europe/Brussels", arena), "Europe/Brussels");
    assert_string_equal(zone_written("Etc/GMT-2", arena), "UTC+2");
    assert_string_equal(zone_written("Etc/GMT+5", arena), "UTC−5");
    assert_string_equal(zone_written("Etc/GMT", arena), "Etc/GMT");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_written_out_in_each_language),
        cmocka_unit_test(a_period_has_the_weekday_and_the_time_as_the_language_writes_them),
        cmocka_unit_test(a_range_writes_once_what_both_days_share),
        cmocka_unit_test(only_existing_days_are_days),
        cmocka_unit_test(a_text_that_is_no_date_comes_back_as_it_is),
        cmocka_unit_test(a_fixed_time_zone_is_written_by_its_distance_from_utc),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
