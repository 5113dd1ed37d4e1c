/* SPDX-License-Identifier: EUPL-1.2 */
/* The presidencies as plain CGI, with the database of tests/fixtures.sql. */
#include "support/page.h"

#include <stdlib.h>
#include <string.h>

static void each_forum_shows_its_presidency_and_its_terms(void **state)
{
    (void)state;
    struct answer answer = get("/nl/voorzitterschappen", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body,
                    "<strong>België, Bureau &amp; Co</strong> <small>(sinds 2021)</small>");
    assert_contains(answer.body, "<a href=\"/nl/voorzitterschappen/forum\"");
    assert_contains(answer.body, "<title>2019–2020: Duitsland</title>");
    assert_lacks(answer.body, "<h2 id=\"moved\">"); /* it never had one */
    assert_contains(get("/de/vorsitze", "").body, "Belgien, Büro");
}

static void the_terms_of_a_forum_have_a_page(void **state)
{
    (void)state;
    struct answer answer = get("/nl/voorzitterschappen/forum", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body,
                    "<strong>België, Bureau &amp; Co</strong> <small>(sinds 2021)</small>");
    assert_contains(answer.body, "<tr><th scope=\"row\">2019–2020</th><td>Duitsland</td></tr>");
    assert_contains(answer.body, "<tr aria-current=\"date\"><th scope=\"row\">sinds 2021</th>");
    assert_contains(answer.body, "/fr/presidences/forum\"");
    assert_int_equal(get("/nl/voorzitterschappen/moved", "").status, 404);
    assert_int_equal(get("/nl/voorzitterschappen/nowhere", "").status, 404);
}

static void the_table_marks_the_current_term(void **state)
{
    (void)state;
    assert_contains(get("/en/presidencies.json", "").body,
                    "{\"key\":\"forum/2021\",\"forum\":{\"key\":\"forum\"},\"holders\":[{\"key\":"
                    "\"BE\",\"name\":\"Belgium\"},{\"key\":\"bureau\",\"name\":\"Office\"}],"
                    "\"starts\":\"2021\",\"current\":true}");
    assert_contains(get("/en/presidencies.csv", "").body,
                    "forum/2021,forum,BE; bureau,Belgium; Office,2021,,,true\r\n"
                    "forum/2019,forum,DE,Germany,2019,2020,,false\r\n");
}

static void the_calendar_has_each_term_as_whole_days(void **state)
{
    (void)state;
    const char *calendar = get("/nl/voorzitterschappen.ics", "forum=forum").body;
    assert_contains(calendar, "DTSTART;VALUE=DATE:20190101\r\nDTEND;VALUE=DATE:20210101\r\n"
                              "SUMMARY:Forum – Voorzitterschap: Duitsland\r\n");
    assert_contains(calendar, "DTSTART;VALUE=DATE:20210101\r\nDTEND;VALUE=DATE:20210102\r\n");
    assert_lacks(get("/nl/voorzitterschappen.ics", "forum=moved").body, "VEVENT");
    assert_int_equal(get("/nl/voorzitterschappen.json", "forum=nowhere").status, 404);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_forum_shows_its_presidency_and_its_terms),
        cmocka_unit_test(the_terms_of_a_forum_have_a_page),
        cmocka_unit_test(the_table_marks_the_current_term),
        cmocka_unit_test(the_calendar_has_each_term_as_whole_days),
    };
    return cmocka_run_group_tests_name("presidencies", tests, set_up, tear_down);
}
