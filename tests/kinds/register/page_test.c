/* SPDX-License-Identifier: EUPL-1.2 */
/* The register of obstacles and good practices as plain CGI, against the database of
 * tests/fixtures.sql. */
#include "support/page.h"

#include <string.h>

static void the_register_shows_the_status_of_obstacles(void **state)
{
    (void)state;
    struct answer answer = get("/nl/belemmeringen", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "<strong>1</strong> <span>Nog open");
    assert_contains(answer.body, "<a href=\"/nl/belemmeringen?status=solved\" "
                                 "rel=\"nofollow\"><strong>1</strong> <span>Opgelost</span></a>");
    assert_contains(answer.body, "<a href=\"/nl/belemmeringen/lange-wagens\" lang=\"nl\">Lange "
                                 "vrachtwagens &amp; grenzen</a>");
    assert_contains(answer.body, "<time datetime=\"2016-06-01\">1\u00a0juni 2016</time>");
    assert_contains(answer.body, "<option value=\"be-nl\">België – Nederland (2)</option>");
    assert_contains(answer.body, "<option value=\"valley\">Vallei (1)</option>");
    assert_contains(answer.body, "<option value=\"forum\">Forum (1)</option>");
    assert_lacks(answer.body, "Samen controleren");
    /* The latest change comes first. */
    assert_true(strstr(answer.body, "thuiswerken") < strstr(answer.body, "lange-wagens"));
}

static void a_choice_narrows_the_register(void **state)
{
    (void)state;
    struct answer answer = get("/nl/belemmeringen", "border=be-nl&field=transport&status=solved");
    assert_contains(answer.body, "lange-wagens");
    assert_lacks(answer.body, "href=\"/nl/belemmeringen/thuiswerken\"");
    assert_contains(answer.body, "<option value=\"transport\" selected>Vervoer (1)</option>");
    assert_contains(
        answer.body,
        "href=\"/nl/belemmeringen.csv?field=transport&amp;border=be-nl&amp;status=solved\"");
    assert_contains(get("/nl/belemmeringen", "border=be-de&field=work").body,
                    "Niets in het register past bij uw keuze.");
    assert_contains(get("/nl/belemmeringen", "border=forum").body, "lange-wagens");
    assert_lacks(get("/nl/belemmeringen", "border=forum").body,
                 "href=\"/nl/belemmeringen/thuiswerken\"");
}

static void words_narrow_the_register_too_and_fill_no_cache(void **state)
{
    (void)state;
    struct answer answer = get("/nl/belemmeringen", "q=wagens");
    assert_contains(answer.body, "lange-wagens");
    assert_lacks(answer.body, "href=\"/nl/belemmeringen/thuiswerken\"");
    assert_string_equal(answer_header(arena, &answer, "X-Accel-Expires"), "0");
    assert_contains(get("/nl/belemmeringen", "q=wagens&field=work").body, "Niets in het register");
    assert_contains(get("/nl/belemmeringen", "q=%21%21").body, "Niets in het register");
    assert_contains(get("/nl/belemmeringen", "q=wagens&before=2999-01-01.1").body, "lange-wagens");
    assert_contains(get("/nl/belemmeringen", "q=wagens&before=1999-01-01.1").body,
                    "Niets in het register");
}

static void the_table_has_pages(void **state)
{
    (void)state;
    struct answer answer = get("/nl/belemmeringen", "before=2025-03-02.999999");
    assert_contains(answer.body, "thuiswerken");
    answer = get("/nl/belemmeringen.csv", "before=2025-03-02.1");
    assert_lacks(answer.body, "thuiswerken");
    assert_contains(answer.body, "obstacle-solved,transport,solved,2016-06-01,be-de; be-nl; "
                                 "valley,België – Duitsland; België – Nederland; Vallei,");
}

static void a_wrong_choice_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "field=cooking",      "status=open",         "before=x",
        "before=2021-01-01.", "before=2021-13-01.5", "before=2021-01-01.12345678901234567890"
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(get("/nl/belemmeringen", bad[i]).status, 400);
    assert_int_equal(get("/nl/belemmeringen", "border=nowhere").status, 404);
    assert_int_equal(get("/nl/goede-praktijken", "status=solved").status, 400);
}

static void a_text_that_a_translation_of_an_obstacle_lacks_is_announced(void **state)
{
    (void)state;
    static const char said[] = "Read it in its original language: <a "
                               "href=\"/nl/belemmeringen/lange-wagens\"";
    const char *body = get("/en/obstacles/long-lorries", "").body;
    const char *facts = strstr(body, "<h2 id=\"facts\">"),
               *affects = strstr(body, "<h2 id=\"affects\">"),
               *done = strstr(body, "<h2 id=\"done\">"), *steps = strstr(body, "<h2 id=\"steps\">");
    assert_non_null(affects);
    assert_true(strstr(facts, said) < affects); /* the provision, and the text of the page */
    assert_true(strstr(affects, said) < done);
    assert_true(strstr(done, said) > steps);
    assert_lacks(get("/fr/obstacles/longs-camions", "").body, "entièrement traduite");
}

static void an_obstacle_shows_its_facts_and_steps(void **state)
{
    (void)state;
    struct answer answer = get("/nl/belemmeringen/lange-wagens", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "Betrokkenen");
    assert_contains(answer.body, "Vervoerders.");
    assert_contains(answer.body, "<a href=\"https://law.example/a\">Wet A</a>");
    assert_contains(answer.body, "<a href=\"https://law.example/b\">Besluit B</a>");
    assert_contains(answer.body,
                    "<a href=\"/nl/belemmeringen?border=be-de\">België – Duitsland</a>");
    assert_contains(answer.body, "<li>Bureau &amp; Co</li>");
    assert_contains(answer.body, "Gemeld door &lt;vervoerders&gt;.");
    assert_true(strstr(answer.body, "Het besluit geldt.") < strstr(answer.body, "Gemeld door"));
    assert_contains(answer.body,
                    "<a href=\"/nl/goede-praktijken/samen-controleren\">de goede praktijk</a>");
    assert_contains(answer.body, "<a href=\"/nl/vergaderingen/zevende#c2\"><span lang=\"nl\">Luik, "
                                 "1 december 2021</span>, conclusie 2</a>");
    assert_contains(answer.body,
                    "<a href=\"/nl/benelux-plus/het-forum\"><span lang=\"nl\">Forum</span></a>");
    assert_contains(get("/de/hindernisse/lange-wagens", "").body, "lang=\"nl\">Het besluit geldt.");
    assert_lacks(answer.body, "<dt>Contact</dt>");
}

static void a_practice_shows_its_obstacles_and_its_contact(void **state)
{
    (void)state;
    struct answer answer = get("/nl/goede-praktijken/samen-controleren", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "Vraag het bureau.");
    assert_contains(answer.body, "<a href=\"https://contact.example/\">contact.example/</a>");
    assert_contains(answer.body, "juni 2017");
    assert_contains(answer.body, "Belemmeringen waarop dit een antwoord is");
    assert_contains(answer.body, "<a href=\"/nl/belemmeringen/lange-wagens\"><span "
                                 "lang=\"nl\">Lange vrachtwagens &amp; grenzen</span></a>");
    assert_contains(answer.body, "<dt>Contact</dt>");
    assert_contains(get("/nl/goede-praktijken", "").body,
                    "Sinds <time datetime=\"2017-06\">juni 2017</time>");
}

static void topics_and_meetings_show_their_obstacles(void **state)
{
    (void)state;
    struct answer answer = get("/nl/benelux-plus/het-forum", "");
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "<a href=\"/nl/belemmeringen/lange-wagens\"");
    assert_contains(answer.body, "<a href=\"/nl/belemmeringen?border=forum\">");
    assert_contains(get("/nl/vergaderingen/zevende", "").body,
                    "<a href=\"/nl/belemmeringen/lange-wagens\">");
}

static void programs_read_the_register(void **state)
{
    (void)state;
    struct answer answer = get("/nl/belemmeringen/lange-wagens.json", "");
    assert_contains(answer.body, "\"status\":\"solved\"");
    assert_contains(answer.body, "{\"date\":\"2016-06-01\",\"status\":\"solved\","
                                 "\"reason\":\"Het besluit geldt.\",\"number\":2}");
    assert_contains(
        answer.body,
        "\"borders\":[{\"key\":\"be-de\",\"kind\":\"border\",\"name\":\"België – Duitsland\"}");
    assert_contains(get("/nl/belemmeringen.json", "").body, "\"key\":\"obstacle-reported\"");
    answer = get("/fr/obstacles.atom", "border=be-de");
    assert_string_equal(answer_header(arena, &answer, "Content-Type"),
                        "application/atom+xml; charset=utf-8");
    assert_contains(answer.body, "<title>Obstacles transfrontaliers</title>");
    assert_contains(answer.body, "/fr/obstacles/longs-camions");
    assert_lacks(answer.body, "thuiswerken");
    assert_int_equal(get("/nl/nieuws.atom", "").status, 200);
    assert_int_equal(get("/nl/voorzitterschappen.atom", "").status, 404);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_register_shows_the_status_of_obstacles),
        cmocka_unit_test(a_choice_narrows_the_register),
        cmocka_unit_test(words_narrow_the_register_too_and_fill_no_cache),
        cmocka_unit_test(the_table_has_pages),
        cmocka_unit_test(a_wrong_choice_is_refused),
        cmocka_unit_test(a_text_that_a_translation_of_an_obstacle_lacks_is_announced),
        cmocka_unit_test(an_obstacle_shows_its_facts_and_steps),
        cmocka_unit_test(a_practice_shows_its_obstacles_and_its_contact),
        cmocka_unit_test(topics_and_meetings_show_their_obstacles),
        cmocka_unit_test(programs_read_the_register),
    };
    return cmocka_run_group_tests_name("register", tests, set_up, tear_down);
}
