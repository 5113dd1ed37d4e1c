/* SPDX-License-Identifier: EUPL-1.2 */
/* The register of conclusions as plain CGI, with the database of tests/fixtures.sql. */
#include "support/page.h"

#include <stdlib.h>
#include <string.h>

static void each_conclusion_leads_to_its_anchor_and_to_the_meeting_that_took_it_up(void **state)
{
    (void)state;
    struct answer answer = get("/nl/conclusies", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(
        answer.body,
        "<a href=\"/nl/vergaderingen/zevende#c1\" lang=\"nl\">Eerste &lt;conclusie&gt;.</a>");
    assert_contains(answer.body,
                    "<small>→ <a href=\"/nl/vergaderingen/verplaatst\">1 mei 2099</a></small>");
    assert_contains(get("/fr/conclusions", "").body,
                    "<a href=\"/fr/reunions/septieme#c2\" lang=\"fr\">Deuxième.</a>");
}

static void filters_choose_by_forum_and_state(void **state)
{
    (void)state;
    const char *taken_up = get("/nl/conclusies", "state=taken-up&forum=forum").body;
    assert_contains(taken_up, "Tweede conclusie.");
    assert_lacks(taken_up, "Eerste");
    assert_contains(taken_up, "<option value=\"taken-up\" selected>");
    assert_contains(taken_up, "href=\"/nl/conclusies.csv?forum=forum&amp;state=taken-up\"");
    assert_contains(get("/nl/conclusies", "state=closed").body,
                    "Geen conclusie past bij uw keuze.");
    assert_contains(get("/nl/conclusies", "forum=moved").body, "Geen conclusie past bij uw keuze.");
}

static void the_next_page_begins_after_the_last_conclusion(void **state)
{
    (void)state;
    const char *list = get("/nl/conclusies.json", "").body;
    const char *id = strstr(list, "\"number\":1");
    assert_non_null(id);
    /* All are of one meeting: the second follows its first conclusion. */
    struct answer first = get("/nl/conclusies.json", "before=2021-11-30.999999999999999999.1");
    assert_contains(first.body, "Eerste");
    assert_contains(first.body, "Tweede");
    assert_lacks(get("/nl/conclusies.json", "before=2021-11-30.0.1").body, "Eerste");
}

static void wrong_choices_get_an_error_page(void **state)
{
    (void)state;
    static const char *const bad[] = { "state=x",
                                       "state=%00",
                                       "before=x",
                                       "before=2021-11-30",
                                       "before=2021-11-30.1",
                                       "before=2021-11-30.1.",
                                       "before=2021-11-30.1.2x",
                                       "before=2021-02-30.1.2",
                                       "before=..",
                                       "before=2021-11-30.1.9999999999999999999",
                                       "forum=%ff" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (get("/nl/conclusies", bad[i]).status != 400)
            fail_msg("%s", bad[i]);
        assert_int_equal(get("/nl/conclusies.csv", bad[i]).status, 400);
    }
    assert_int_equal(get("/nl/conclusies", "forum=nowhere").status, 404);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_conclusion_leads_to_its_anchor_and_to_the_meeting_that_took_it_up),
        cmocka_unit_test(filters_choose_by_forum_and_state),
        cmocka_unit_test(the_next_page_begins_after_the_last_conclusion),
        cmocka_unit_test(wrong_choices_get_an_error_page),
    };
    return cmocka_run_group_tests_name("conclusions", tests, set_up, tear_down);
}
