/* SPDX-License-Identifier: EUPL-1.2 */
/* The pages in their other formats as plain CGI, with the database of tests/fixtures.sql. */
#include "support/page.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

static cJSON *json_of(const char *path, const char *query)
{
    struct answer answer = get(path, query);
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer_header(arena, &answer, "Content-Type"), "application/json");
    cJSON *json = cJSON_Parse(answer.body);
    assert_non_null(json);
    return json;
}

static const char *text_at(const cJSON *json, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, name));
}

static void a_meeting_as_json_has_all_that_its_page_has(void **state)
{
    (void)state;
    cJSON *json = json_of("/nl/vergaderingen/verplaatst.json", "");
    assert_string_equal(text_at(json, "status"), "moved");
    assert_string_equal(text_at(json, "starts"), "2099-05-01");
    assert_string_equal(text_at(json, "starts_at"), "10:00");
    assert_string_equal(text_at(json, "zone"), "Europe/Brussels");
    assert_string_equal(text_at(json, "earlier"), "2099-04-01");
    assert_string_equal(text_at(json, "reason"), "Er was een staking.");
    cJSON_Delete(json);
    json = json_of("/fr/reunions/septieme.json", "");
    const cJSON *second = cJSON_GetArrayItem(cJSON_GetObjectItem(json, "conclusions"), 1);
    assert_string_equal(text_at(second, "url"), "http://127.0.0.1:8080/fr/reunions/septieme#c2");
    assert_string_equal(text_at(cJSON_GetObjectItem(second, "taken_up_by"), "url"),
                        "http://127.0.0.1:8080/fr/reunions/verplaatst");
    assert_string_equal(text_at(cJSON_GetObjectItem(json, "forum"), "key"), "forum");
    cJSON_Delete(json);
}

static void lists_have_pages_with_the_address_of_the_next(void **state)
{
    (void)state;
    cJSON *json = json_of("/nl/vergaderingen.json", "forum=forum");
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItem(json, "items")), 3);
    assert_string_equal(text_at(json, "url"),
                        "http://127.0.0.1:8080/nl/vergaderingen.json?forum=forum");
    assert_null(cJSON_GetObjectItem(json, "next"));
    cJSON_Delete(json);
    struct answer csv = get("/nl/vergaderingen.csv", "forum=forum&year=2021");
    assert_string_equal(answer_header(arena, &csv, "Content-Type"),
                        "text/csv; charset=utf-8; header=present");
    assert_contains(csv.body, "\r\nhttp://127.0.0.1:8080/nl/vergaderingen/"
                              "zevende,meeting-held,forum,ministerial,7,held,hybrid,2021-11-30,"
                              "2021-12-01,,,,liege,Luik,BE,België,50.63373,5.56749,Zevende "
                              "vergadering,Wat er was.,nl,");
}

static void calendars_have_the_meetings_whose_day_is_known(void **state)
{
    (void)state;
    struct answer answer = get("/nl/vergaderingen.ics", "forum=forum");
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer_header(arena, &answer, "Content-Type"),
                        "text/calendar; charset=utf-8");
    assert_contains(answer.body, "UID:meeting-held@benelux-plus\r\n");
    assert_contains(answer.body, "DTSTART;TZID=Europe/Brussels:20990501T100000\r\n");
    assert_lacks(answer.body, "meeting-cancelled");
    assert_int_equal(get("/nl/vergaderingen/geannuleerd.ics", "").status, 404);
    assert_contains(get("/fr/reunions/septieme.ics", "").body, "DTEND;VALUE=DATE:20211202\r\n");
}

static void a_format_at_an_old_address_leads_to_the_new_one(void **state)
{
    (void)state;
    struct answer answer = get("/nl/benelux-plus/oud-adres.json", "");
    assert_int_equal(answer.status, 301);
    assert_string_equal(answer_header(arena, &answer, "Location"),
                        "/nl/benelux-plus/nieuw-adres.json");
}

static void pages_name_their_formats_and_the_feed(void **state)
{
    (void)state;
    const char *body = get("/nl/vergaderingen", "forum=forum&year=2021").body;
    assert_contains(body, "<link rel=\"alternate\" type=\"application/json\" "
                          "href=\"/nl/vergaderingen.json?forum=forum&amp;year=2021\">");
    assert_contains(
        body, "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/nl/nieuws.atom\"");
}

static void json_ld_tells_of_status_and_place(void **state)
{
    (void)state;
    const char *body = get("/nl/vergaderingen/verplaatst", "").body,
               *start = strstr(body, "ld+json\">");
    assert_non_null(start);
    cJSON *whole = cJSON_ParseWithOpts(start + strlen("ld+json\">"), NULL, 0),
          *json = cJSON_GetArrayItem(cJSON_GetObjectItem(whole, "@graph"), 0);
    assert_string_equal(text_at(json, "eventStatus"), "https://schema.org/EventRescheduled");
    assert_string_equal(text_at(json, "previousStartDate"), "2099-04-01");
    assert_string_equal(text_at(json, "startDate"), "2099-05-01T08:00:00Z");
    cJSON_Delete(whole);
}

static void the_feed_has_what_was_published_in_its_language(void **state)
{
    (void)state;
    struct answer answer = get("/fr/actualites.atom", "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.round_trips, 1);
    assert_contains(answer.body, "<title>Septième réunion – Liège, 1er décembre 2021</title>");
    assert_lacks(answer.body, "Verhuisd");
    assert_lacks(answer.body, "UNPUBLISHED");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_meeting_as_json_has_all_that_its_page_has),
        cmocka_unit_test(lists_have_pages_with_the_address_of_the_next),
        cmocka_unit_test(calendars_have_the_meetings_whose_day_is_known),
        cmocka_unit_test(a_format_at_an_old_address_leads_to_the_new_one),
        cmocka_unit_test(pages_name_their_formats_and_the_feed),
        cmocka_unit_test(json_ld_tells_of_status_and_place),
        cmocka_unit_test(the_feed_has_what_was_published_in_its_language),
    };
    return cmocka_run_group_tests_name("forms", tests, set_up, tear_down);
}
