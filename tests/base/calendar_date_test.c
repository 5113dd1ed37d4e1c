/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include "base/calendar_date.h"

static void days_months_and_years_exist_as_the_calendar_has_them(void **state)
{
    (void)state;
    static const char *const there[] = { "2026",       "2026-12",    "2026-12-31",
                                         "2024-02-29", "2000-02-29", "0001-01-01" };
    static const char *const not_there[] = { "2026-02-29", "1900-02-29",  "2026-02-31", "2026-13",
                                             "2026-00",    "2026-01-00",  "0000",       "26",
                                             "2026-1-1",   "2026-01-01x", "2026-01-32", "" };
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        assert_true(calendar_date_exists(there[i]));
    for (size_t i = 0; i < sizeof not_there / sizeof *not_there; i++)
        assert_false(calendar_date_exists(not_there[i]));
}

static void days_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const char *const cases[][2] = { { "7.12.2009", "2009-12-07" },
                                            { "07/12/2009", "2009-12-07" },
                                            { "31-1-2026", "2026-01-31" },
                                            { "31.02.2026", "2026-02-31" },
                                            { "2026-01-31", "2026-01-31" },
                                            { "12/2026", "2026-12" },
                                            { "1.1.26", "2026-01-01" },
                                            { "5.5.69", "1969-05-05" },
                                            { "2026-1-3", "2026-01-03" },
                                            { "2026", "2026" },
                                            { "5 mei 2026", "2026-05-05" },
                                            { "dinsdag 5 mei 2026", "2026-05-05" },
                                            { "le 5 mai 2026", "2026-05-05" },
                                            { "mardi 1er mars 2026", "2026-03-01" },
                                            { "1\u00a0AO\u00dbT 2026", "2026-08-01" },
                                            { "f\u00e9vrier 2026", "2026-02" },
                                            { "Dienstag, den 5. Mai 2026", "2026-05-05" },
                                            { "3. M\u00e4rz 2026", "2026-03-03" },
                                            { "Jan 2027", "2027-01" },
                                            { "5th May 2026", "2026-05-05" },
                                            { "May 5, 2026", "2026-05-05" },
                                            { "on the 2nd of June 2026", "2026-06-02" },
                                            { "1.1.2026x", "1.1.2026x" },
                                            { "soon", "soon" },
                                            { "5 mei", "5 mei" },
                                            { "5.5", "5.5" },
                                            { "26", "26" },
                                            { "5 brumaire 2026", "5 brumaire 2026" },
                                            { "1.2.3.4", "1.2.3.4" },
                                            { "20261", "20261" },
                                            { "1 mei 126", "1 mei 126" },
                                            { "", "" },
                                            { "5 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 2026",
                                              "5 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 2026" },
                                            { "12-2026-5", "12-2026-5" },
                                            { "mei mei 2026", "mei mei 2026" },
                                            { "1 2 3 4 5 6 7 8 9 10", "1 2 3 4 5 6 7 8 9 10" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(calendar_date_read(cases[i][0], arena), cases[i][1]);
}

static void times_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const char *const cases[][2] = { { "9:30", "09:30" },      { "9.30", "09:30" },
                                            { "9h30", "09:30" },      { "9h", "09:00" },
                                            { "09:30:00", "09:30" },  { "25:00", "25:00" },
                                            { "17", "17:00" },        { "9:3", "9:3" },
                                            { "9:30:15", "9:30:15" }, { "9.30 uur", "09:30" },
                                            { "17 Uhr", "17:00" },    { "9 h 30", "09:30" },
                                            { "5 pm", "17:00" },      { "5.15 p.m.", "17:15" },
                                            { "12 am", "00:00" },     { "12 pm", "12:00" },
                                            { "13 pm", "13 pm" },     { "24:00", "24:00" },
                                            { "noon", "noon" },       { "", "" },
                                            { "pm", "pm" },           { "930", "930" },
                                            { "9u30", "09:30" },      { "9H30", "09:30" },
                                            { "9u", "09:00" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(calendar_time_read(cases[i][0], arena), cases[i][1]);
    assert_true(calendar_time_exists("00:00") && calendar_time_exists("23:59"));
    assert_true(calendar_second_exists("23:59:59") && calendar_second_exists("23:59"));
    assert_false(calendar_second_exists("23:59:60") || calendar_second_exists("24:00:00") ||
                 calendar_second_exists("noon"));
    assert_false(calendar_time_exists("24:00") || calendar_time_exists("12:60") ||
                 calendar_time_exists("9:30"));
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
