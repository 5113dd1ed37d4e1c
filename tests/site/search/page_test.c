/* SPDX-License-Identifier: EUPL-1.2 */
/* The search as plain CGI, with the database of tests/fixtures.sql. */
#include "support/page.h"

#include <stdlib.h>
#include <string.h>

static void results_are_marked_and_lead_to_their_place(void **state)
{
    (void)state;
    struct answer answer = get("/nl/zoeken", "q=Tweede+conclusies");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "Eén resultaat");
    assert_contains(answer.body, "href=\"/nl/vergaderingen/zevende#c2\"");
    assert_contains(answer.body, "<mark>Tweede</mark> <mark>conclusie</mark>.");
    assert_contains(answer.body, "value=\"Tweede conclusies\"");
    assert_lacks(answer.body, "lang=\"\"");
    assert_contains(get("/nl/zoeken.json", "q=conclusie").body,
                    "\"excerpt\":\"Tweede conclusie.\"");
}

static void documents_are_found_by_their_titles_and_drafts_are_not(void **state)
{
    (void)state;
    assert_contains(get("/nl/zoeken", "q=verslag+ete").body,
                    "href=\"/nl/vergaderingen/zevende#d2\"");
    assert_lacks(get("/nl/zoeken", "q=UNPUBLISHED").body, "<mark>");
    assert_lacks(get("/nl/zoeken", "q=geheim").body, "<mark>");
}

static void results_in_another_language_are_offered_with_its_name(void **state)
{
    (void)state;
    const char *body = get("/nl/zoeken", "q=voisine").body;
    assert_contains(body, "Geen resultaten in het Nederlands.");
    assert_contains(body, "<h2 id=\"elsewhere\">In andere talen</h2>");
    assert_contains(body, "<span lang=\"fr\">Français</span>");
    assert_contains(body, "href=\"/fr/benelux-plus/partenaires/la-region\"");
}

static void another_search_is_offered_for_a_mistyped_one(void **state)
{
    (void)state;
    assert_contains(get("/nl/zoeken", "q=vergaderimg").body,
                    "<a class=\"instead\" href=\"/nl/zoeken?q=vergadering\">vergadering</a>");
}

static void any_input_is_a_search(void **state)
{
    (void)state;
    static const char *const inputs[] = { "%26",
                                          "%7C+%21+%28+%29",
                                          "%3A*+%3C-%3E",
                                          "%27",
                                          "%5C",
                                          "%22",
                                          "%22%22%22",
                                          "%25",
                                          "%F0%9F%87%AA%F0%9F%87%BA",
                                          "de+het",
                                          "a",
                                          "-x",
                                          "%27%3B+drop+table+page%3B--",
                                          "a%3A*+%26+b",
                                          "1e99",
                                          "%E2%80%8B" };
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        if (get("/de/suche", arena_print(arena, "q=%s", inputs[i])).status != 200)
            fail_msg("%s", inputs[i]);
    assert_int_equal(get("/nl/zoeken", "").status, 200);
    assert_int_equal(get("/nl/zoeken", "q=").status, 200);
    assert_lacks(get("/nl/zoeken", "q=%22%3E%3Cscript%3Ealert(1)").body, "<script>");
}

static void a_long_or_broken_search_is_refused(void **state)
{
    (void)state;
    char *longest = arena_alloc(arena, 603), *end = longest;
    for (int i = 0; i < 200; i++)
        *end++ = 'x';
    assert_int_equal(get("/nl/zoeken", arena_print(arena, "q=%s", longest)).status, 200);
    *end = 'x';
    struct answer answer = get("/nl/zoeken", arena_print(arena, "q=%s", longest));
    assert_int_equal(answer.status, 400);
    assert_contains(answer.body, "Gebruik hoogstens 200 tekens.");
    assert_contains(answer.body, arena_print(arena, "value=\"%s\"", longest));
    static const char *const bad[] = { "q=%ff",       "q=a&page=x",     "q=a&page=0",
                                       "q=a&page=-1", "q=a&page=99999", "q=%00" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (get("/nl/zoeken", bad[i]).status != 400)
            fail_msg("%s", bad[i]);
    assert_int_equal(get("/nl/zoeken", "q=reeks&page=3").status, 404);
    assert_int_equal(get("/nl/zoeken", "q=reeks&page=9999").status, 404);
}

static void pages_of_results_show_each_result_once(void **state)
{
    (void)state;
    int seen[31] = { 0 };
    for (int page = 1; page <= 2; page++) {
        const char *body = get("/nl/zoeken", arena_print(arena, "q=reeks&page=%d", page)).body;
        for (int n = 1; n <= 30; n++)
            seen[n] += strstr(body, arena_print(arena, ">Reeks %d<", n)) != NULL;
    }
    for (int n = 1; n <= 30; n++)
        assert_int_equal(seen[n], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_are_marked_and_lead_to_their_place),
        cmocka_unit_test(documents_are_found_by_their_titles_and_drafts_are_not),
        cmocka_unit_test(results_in_another_language_are_offered_with_its_name),
        cmocka_unit_test(another_search_is_offered_for_a_mistyped_one),
        cmocka_unit_test(any_input_is_a_search),
        cmocka_unit_test(a_long_or_broken_search_is_refused),
        cmocka_unit_test(pages_of_results_show_each_result_once),
    };
    return cmocka_run_group_tests_name("search", tests, set_up, tear_down);
}
