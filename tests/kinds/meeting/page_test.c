/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages of meetings as plain CGI, with the database of tests/fixtures.sql. */
#include "support/page.h"

#include <stdlib.h>
#include <string.h>

static int count_of(const char *text, const char *what)
{
    int count = 0;
    for (const char *at = text; (at = strstr(at, what)); at++)
        count++;
    return count;
}

static void a_meeting_shows_its_facts_and_conclusions(void **state)
{
    (void)state;
    struct answer answer = get("/nl/vergaderingen/zevende", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body,
                    "<time datetime=\"2021-11-30\">30\u00a0november – 1\u00a0december 2021</time>");
    assert_contains(answer.body, "Ministeriële vergadering (ter plaatse en online)");
    assert_contains(answer.body, "<dd>Luik, België</dd>");
    assert_contains(answer.body, "<dd>7</dd>");
    assert_contains(answer.body, "<li>België <small>(Jan &amp; Co)</small></li>");
    assert_contains(answer.body, "De opening");
    assert_contains(answer.body,
                    "<li id=\"c1\" value=\"1\"><span lang=\"nl\">Eerste &lt;conclusie&gt;.</span>");
    assert_contains(answer.body, "href=\"#c1\">Link naar conclusie 1</a>");
    assert_contains(answer.body, "<a href=\"/nl/vergaderingen/verplaatst\">1 mei 2099</a>");
    assert_contains(answer.body, "href=\"https://doc.example/a\"");
    assert_contains(
        get("/fr/reunions/septieme", "").body,
        "<time datetime=\"2021-11-30\">30\u00a0novembre – 1er\u00a0décembre 2021</time>");
}

static void a_text_that_a_translation_lacks_is_announced_in_its_place(void **state)
{
    (void)state;
    static const char said[] =
        "<p><small>This part has not been translated in full yet. Read it in its original "
        "language: <a href=\"/nl/vergaderingen/zevende\" hreflang=\"nl\" "
        "lang=\"nl\">Nederlands</a></small></p>";
    const char *body = get("/en/meetings/seventh", "").body;
    assert_int_equal(count_of(body, said), 2);
    const char *agenda = strstr(body, "<h2 id=\"agenda\">"),
               *conclusions = strstr(body, "<h2 id=\"conclusions\">");
    assert_non_null(agenda);
    assert_true(strstr(agenda, said) < conclusions);
    assert_contains(conclusions, "<span lang=\"en\">First.</span>");
    assert_contains(conclusions, said);
    assert_lacks(body, "<ol></ol>");
    assert_lacks(get("/fr/reunions/septieme", "").body, "entièrement traduite");
    assert_lacks(get("/nl/vergaderingen/zevende", "").body, "volledig vertaald");
}

static void the_presidency_follows_from_forum_and_date_unless_set(void **state)
{
    (void)state;
    const char *held = get("/nl/vergaderingen/zevende", "").body;
    assert_contains(
        held, "<dt>Voorzitterschap</dt><dd><ul><li>België</li><li>Bureau &amp; Co</li></ul></dd>");
    assert_contains(get("/nl/vergaderingen/geannuleerd", "").body,
                    "<dt>Voorzitterschap</dt><dd><ul><li>Duitsland</li></ul></dd>");
    assert_lacks(get("/nl/vergaderingen/verplaatst", "").body, "<dt>Voorzitterschap</dt>");
}

static void a_meeting_that_was_moved_or_cancelled_says_so(void **state)
{
    (void)state;
    const char *moved = get("/nl/vergaderingen/verplaatst", "").body;
    assert_contains(moved, "Deze vergadering is verplaatst.");
    assert_contains(moved, "Ze was gepland op 1\u00a0april 2099.");
    assert_contains(moved, "Er was een staking.");
    assert_contains(
        moved, "<time datetime=\"2099-05-01\">vrijdag 1\u00a0mei 2099, 10.00–12.30\u00a0uur</time> "
               "<small>(plaatselijke tijd, Europe/Brussels)</small>");
    const char *list = get("/nl/vergaderingen", "").body;
    assert_contains(list, "<strong class=\"flag\">Verplaatst</strong>");
    assert_contains(list, "<strong class=\"flag\">Geannuleerd</strong>");
}

static void the_list_has_coming_meetings_first_then_past_ones_by_year(void **state)
{
    (void)state;
    struct answer answer = get("/nl/vergaderingen", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    const char *coming = strstr(answer.body, "Komende vergaderingen"),
               *moved = strstr(answer.body, "Verplaatste vergadering"),
               *year = strstr(answer.body, "<h2 id=\"y2021\">"),
               *before = strstr(answer.body, "<h2 id=\"y2019\">"),
               *series = strstr(answer.body, "<h2 id=\"y2010\">");
    assert_true(coming && moved && year && before && series);
    assert_true(coming < moved && moved < year && year < before && before < series);
}

static void paging_shows_each_meeting_once(void **state)
{
    (void)state;
    const char *query = "forum=moved";
    int seen[31] = { 0 }, pages = 0;
    while (query) {
        struct answer answer = get("/nl/vergaderingen", query);
        assert_int_equal(answer.status, 200);
        pages++;
        for (int n = 1; n <= 30; n++)
            seen[n] += count_of(answer.body, arena_print(arena, ">Reeks %d<", n));
        const char *older = strstr(answer.body, "before=");
        query = older ? arena_print(arena, "forum=moved&before=%s",
                                    arena_copy_bytes(arena, older + 7, strcspn(older + 7, "\"")))
                      : NULL;
        assert_true(pages < 5);
    }
    assert_int_equal(pages, 2);
    for (int n = 1; n <= 30; n++)
        assert_int_equal(seen[n], 1);
}

static void filters_choose_by_forum_type_and_year(void **state)
{
    (void)state;
    const char *forum = get("/nl/vergaderingen", "forum=forum").body;
    assert_int_equal(count_of(forum, "class=\"meeting\""), 3);
    assert_contains(forum, "<option value=\"forum\" selected>");
    assert_int_equal(
        count_of(get("/nl/vergaderingen", "type=ministerial").body, "class=\"meeting\""), 1);
    assert_int_equal(
        count_of(get("/nl/vergaderingen", "forum=forum&type=event").body, "class=\"meeting\""), 1);
    assert_int_equal(count_of(get("/nl/vergaderingen", "year=2021").body, "class=\"meeting\""), 1);
    assert_int_equal(
        count_of(get("/nl/vergaderingen", "year=2099&forum=forum").body, "class=\"meeting\""), 1);
    assert_contains(get("/nl/vergaderingen", "year=1950").body,
                    "Geen vergadering past bij uw keuze.");
    assert_int_equal(
        count_of(get("/nl/vergaderingen", "forum=&type=&year=").body, "class=\"meeting\""), 25 + 1);
}

static void wrong_choices_get_an_error_page(void **state)
{
    (void)state;
    static const char *const bad[] = { "year=abc",
                                       "year=20211",
                                       "year=0000",
                                       "type=party",
                                       "before=x",
                                       "before=2021-12-01",
                                       "before=2021-12-01.x",
                                       "forum=%ff",
                                       "type=%00",
                                       "before=2021-12-01.99999999999999999999999" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct answer answer = get("/nl/vergaderingen", bad[i]);
        if (answer.status != 400)
            print_error("%s: %d\n", bad[i], answer.status);
        assert_int_equal(answer.status, 400);
    }
    assert_int_equal(get("/nl/vergaderingen", "before=2021-02-31.1").status, 400);
    assert_int_equal(get("/nl/vergaderingen", "forum=nowhere").status, 404);
    assert_int_equal(get("/nl/vergaderingen", "unknown=1&utm_source=x").status, 200);
    assert_lacks(get("/nl/vergaderingen", "forum=%22%3E%3Cscript%3E").body, "<script");
}

static void the_page_of_a_forum_shows_its_presidency_and_meetings(void **state)
{
    (void)state;
    struct answer answer = get("/nl/benelux-plus/het-forum", "");
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "België, Bureau &amp; Co <small>(2021)</small>");
    assert_contains(answer.body, "Verplaatste vergadering");
    assert_contains(answer.body, "Zevende vergadering");
    assert_contains(answer.body, "href=\"/nl/vergaderingen?forum=forum\"");
}

static void a_meeting_leads_to_the_ones_before_and_after_it(void **state)
{
    (void)state;
    const char *body = get("/nl/vergaderingen/zevende", "").body;
    const char *around = strstr(body, "<h2 id=\"neighbours\">");
    assert_non_null(around);
    assert_contains(around, "<a href=\"/nl/vergaderingen?forum=forum\"");
    assert_lacks(around, "/nl/vergaderingen/zevende\"");
}

static void titles_in_feeds_begin_with_a_change_of_plan(void **state)
{
    (void)state;
    const char *feed = get("/nl/vergaderingen.atom", "forum=forum").body;
    assert_contains(feed, "<title>Forum – Vergaderingen</title>");
    assert_contains(feed, "<title>Verplaatst – Verplaatste vergadering – 1 mei 2099</title>");
    assert_contains(feed, "<summary>Er was een staking.</summary>");
    assert_contains(feed, "<title>Geannuleerd – Geannuleerd – juni 2019</title>");
    assert_contains(feed, "<title>Zevende vergadering – Luik, 1 december 2021</title>");
    assert_lacks(feed, "Reeks");
    assert_lacks(get("/nl/vergaderingen.atom", "type=event").body, "Zevende");
    assert_int_equal(get("/nl/vergaderingen.atom", "forum=nowhere").status, 404);
    struct answer conclusions = get("/nl/conclusies.atom", "state=taken-up");
    assert_int_equal(conclusions.round_trips, 1);
    assert_contains(conclusions.body, "<summary>Tweede conclusie.</summary>");
    assert_contains(conclusions.body, "benelux-plus/meeting-held/c2/nl</id>");
    assert_lacks(conclusions.body, "Eerste");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meeting_leads_to_the_ones_before_and_after_it),
        cmocka_unit_test(a_meeting_shows_its_facts_and_conclusions),
        cmocka_unit_test(a_text_that_a_translation_lacks_is_announced_in_its_place),
        cmocka_unit_test(the_presidency_follows_from_forum_and_date_unless_set),
        cmocka_unit_test(a_meeting_that_was_moved_or_cancelled_says_so),
        cmocka_unit_test(the_list_has_coming_meetings_first_then_past_ones_by_year),
        cmocka_unit_test(paging_shows_each_meeting_once),
        cmocka_unit_test(filters_choose_by_forum_type_and_year),
        cmocka_unit_test(wrong_choices_get_an_error_page),
        cmocka_unit_test(titles_in_feeds_begin_with_a_change_of_plan),
        cmocka_unit_test(the_page_of_a_forum_shows_its_presidency_and_meetings),
    };
    return cmocka_run_group_tests_name("meetings", tests, set_up, tear_down);
}
