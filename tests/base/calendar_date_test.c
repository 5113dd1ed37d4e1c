#include "support/check.h"

#include "base/calendar_date.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void days_months_and_years_exist_as_the_calendar_has_them(void **state)
{
    (void)state;
    static const char *const there[] = { "2026", "2026-12", "2026-12-31", "2024-02-29", "2000-02-29", "0001-01-01" };
    static const char *const not_there[] = { "2026-02-29", "1900-02-29", "2026-02-31", "2026-13",     "2026-00",    "2026-01-00",
                                             "0000",       "26",         "2026-1-1",   "2026-01-01x", "2026-01-32", "" };
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        assert_true(calendar_date_exists(there[i]));
    for (size_t i = 0; i < sizeof not_there / sizeof *not_there; i++)
        assert_false(calendar_date_exists(not_there[i]));
}

static void days_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "7.12.2009", "2009-12-07" },  { "07/12/2009", "2009-12-07" }, { "31-1-2026", "2026-01-31" },
        { "31.02.2026", "2026-02-31" }, { "2026-01-31", "2026-01-31" }, { "12/2026", "12/2026" },
        { "1.1.26", "1.1.26" },         { "1.1.2026x", "1.1.2026x" },   { "soon", "soon" }
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(calendar_date_read(cases[i][0], arena), cases[i][1]);
}

static void times_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const char *const cases[][2] = { { "9:30", "09:30" }, { "9.30", "09:30" },     { "9h30", "09:30" },
                                            { "9h", "09:00" },   { "09:30:00", "09:30" }, { "25:00", "25:00" },
                                            { "9", "9" },        { "9:3", "9:3" },        { "9:30:15", "9:30:15" },
                                            { "9u30", "09:30" }, { "9H30", "09:30" },     { "9u", "09:00" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(calendar_time_read(cases[i][0], arena), cases[i][1]);
    assert_true(calendar_time_exists("00:00") && calendar_time_exists("23:59"));
    assert_true(calendar_second_exists("23:59:59") && calendar_second_exists("23:59"));
    assert_false(calendar_second_exists("23:59:60") || calendar_second_exists("24:00:00") || calendar_second_exists("noon"));
    assert_false(calendar_time_exists("24:00") || calendar_time_exists("12:60") || calendar_time_exists("9:30"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_months_and_years_exist_as_the_calendar_has_them),
        cmocka_unit_test(days_are_read_as_people_write_them),
        cmocka_unit_test(times_are_read_as_people_write_them),
    };
    return cmocka_run_group_tests_name("calendar_date", tests, set_up, tear_down);
}
