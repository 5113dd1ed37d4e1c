/* SPDX-License-Identifier: EUPL-1.2 */
/* The places as plain CGI, with the database of tests/fixtures.sql. */
#include "support/page.h"

#include <stdlib.h>
#include <string.h>

static void the_list_names_whose_seat_a_town_is(void **state)
{
    (void)state;
    struct answer answer = get("/fr/lieux", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "<p>Siège de\u00a0: <a href=\"/fr/benelux-plus/");
}

static void the_list_counts_meetings_and_events_of_each_town(void **state)
{
    (void)state;
    assert_contains(get("/nl/plaatsen", "").body, "<p>Vergaderingen: 2</p>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_list_names_whose_seat_a_town_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_list_counts_meetings_and_events_of_each_town, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("places", tests, NULL, NULL);
}
