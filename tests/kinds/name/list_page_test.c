/* SPDX-License-Identifier: EUPL-1.2 */
/* The places as plain CGI, against the database of tests/fixtures.sql. */
#include "support/page.h"

#include <stdlib.h>
#include <string.h>

static void a_town_says_whose_seat_it_is(void **state)
{
    (void)state;
    struct answer answer = get("/fr/lieux", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "<p>Siège de\u00a0: <a href=\"/fr/benelux-plus/");
}

static void a_town_says_how_many_meetings_and_events_it_has(void **state)
{
    (void)state;
    assert_contains(get("/nl/plaatsen", "").body, "<p>Vergaderingen: 2</p>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_town_says_whose_seat_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_town_says_how_many_meetings_and_events_it_has, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("places", tests, NULL, NULL);
}
