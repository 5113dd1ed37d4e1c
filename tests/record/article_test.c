/* SPDX-License-Identifier: EUPL-1.2 */
/* The public pages as plain CGI, with the database of tests/fixtures.sql. */
#include "support/arena.h"
#include "support/cgi.h"
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

static struct answer get(const char *path)
{
    struct answer answer = cgi(arena, path);
    assert_int_equal(answer.exit_status, 0);
    return answer;
}

static struct answer get_with(const char *path, const char *variable)
{
    struct answer answer = cgi_get(arena, path, (const char *const[]){ variable, NULL });
    assert_int_equal(answer.exit_status, 0);
    return answer;
}

static const char *location(const struct answer *answer)
{
    return answer_header(arena, answer, "Location");
}

static void every_page_takes_one_round_trip(void **state)
{
    (void)state;
    static const char *const paths[] = { "/nl/",
                                         "/nl/benelux-plus",
                                         "/nl/benelux-plus/het-forum",
                                         "/fr/benelux-plus/partenaires/la-region",
                                         "/en/info/about-en",
                                         "/sitemap.xml",
                                         "/readyz",
                                         "/nl/benelux-plus/nowhere",
                                         "/nl/benelux-plus/oud-adres" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct answer answer = get(paths[i]);
        assert_int_equal(answer.round_trips, 1);
        assert_int_equal(answer.log_lines, 1);
    }
    static const char *const free_of_charge[] = { "/healthz", "/robots.txt", "/",
                                                  "/.well-known/security.txt", "/nowhere" };
    for (size_t i = 0; i < sizeof free_of_charge / sizeof *free_of_charge; i++)
        assert_int_equal(get(free_of_charge[i]).round_trips, 0);
}

static void a_topic_shows_its_texts_and_facts_in_the_language(void **state)
{
    (void)state;
    struct answer nl = get("/nl/benelux-plus/het-forum");
    assert_int_equal(nl.status, 200);
    assert_contains(nl.body, "<html lang=\"nl\">");
    assert_contains(nl.body, "<h1 lang=\"nl\">Het forum</h1>");
    assert_contains(nl.body, "<dd>9\u00a0december 2008</dd>");
    assert_contains(nl.body, "<dd>Bureau &amp; Co</dd>");
    assert_contains(nl.body, "<dd>Luik</dd>");
    assert_contains(nl.body,
                    "<time datetime=\"2016-06\">juni 2016</time> <span lang=\"nl\">Daarna.</span>");
    assert_contains(nl.body, "href=\"https://source.example/a?b=c&amp;d=e\"");
    assert_contains(nl.body, "Bron &lt;1&gt;");

    struct answer fr = get("/fr/benelux-plus/le-forum");
    assert_contains(fr.body, "<dd>9\u00a0décembre 2008</dd>");
    assert_contains(fr.body, "<dd>Bureau &lt;fr&gt;</dd>");
    assert_contains(fr.body, "<dd>Liège</dd>");
    assert_contains(fr.body, "<h2>Travail</h2>");
}

static void participants_are_in_the_order_of_the_visitors_language(void **state)
{
    (void)state;
    const char *nl = get("/nl/benelux-plus/het-forum").body; /* België, Duitsland */
    assert_true(strstr(nl, "België") < strstr(nl, "Duitsland"));
    assert_true(strstr(nl, "Duitsland") < strstr(nl, "(medevoorzitter)"));
    const char *fr = get("/fr/benelux-plus/le-forum").body; /* Allemagne, Belgique */
    assert_true(strstr(fr, "Allemagne") < strstr(fr, "Belgique"));
}

static void links_between_documents_lead_to_pages_and_broken_ones_leave_text(void **state)
{
    (void)state;
    const char *body = get("/nl/benelux-plus/het-forum").body;
    assert_contains(body, "<p>Zie <a href=\"/nl/info/about-nl\">over</a> en weg.</p>");
}

static void the_breadcrumbs_lead_home(void **state)
{
    (void)state;
    const char *body = get("/nl/benelux-plus/het-forum").body;
    assert_contains(body, "<a href=\"/nl/\" lang=\"nl\">home</a>");
    assert_contains(body, "<a href=\"/nl/benelux-plus\" lang=\"nl\">overview</a>");
    assert_contains(body, "<span lang=\"nl\" aria-current=\"page\">Forum</span>");
}

static void only_languages_that_exist_are_offered(void **state)
{
    (void)state;
    const char *body = get("/nl/benelux-plus/het-forum").body;
    assert_contains(body,
                    "hreflang=\"nl\" href=\"http://127.0.0.1:8080/nl/benelux-plus/het-forum\"");
    assert_contains(body,
                    "hreflang=\"fr\" href=\"http://127.0.0.1:8080/fr/benelux-plus/le-forum\"");
    assert_lacks(body, "hreflang=\"de\"");
    assert_lacks(body, "hreflang=\"en\"");
    assert_contains(body, "<a href=\"/fr/benelux-plus/le-forum\" lang=\"fr\" hreflang=\"fr\">fr "
                          "<span class=\"hidden\">Français</span></a>");
    assert_lacks(body, "Deutsch<");
}

static void a_page_without_the_language_is_shown_in_its_original_with_a_notice(void **state)
{
    (void)state;
    struct answer answer = get("/nl/benelux-plus/partners/la-region");
    assert_int_equal(answer.status, 200);
    assert_contains(answer.body, "<html lang=\"nl\">");
    assert_contains(answer.body, "Deze pagina bestaat nog niet in het Nederlands.");
    assert_contains(answer.body, "<span lang=\"fr\">Français</span>");
    assert_contains(answer.body, "<h1 lang=\"fr\">La région</h1>");
    assert_contains(answer.body, "<div class=\"prose\" lang=\"fr\">");
    assert_contains(answer.body,
                    "<link rel=\"canonical\" "
                    "href=\"http://127.0.0.1:8080/fr/benelux-plus/partenaires/la-region\">");
    assert_contains(answer.body, "In het kort"); /* the interface stays the visitor's */
    assert_string_equal(answer_header(arena, &answer, "Content-Language"), "fr");
    assert_lacks(get("/fr/benelux-plus/partenaires/la-region").body, "class=\"notice\"");
}

static void an_old_address_leads_to_the_new_one(void **state)
{
    (void)state;
    struct answer answer = get("/nl/benelux-plus/oud-adres");
    assert_int_equal(answer.status, 301);
    assert_string_equal(location(&answer), "/nl/benelux-plus/nieuw-adres");
    assert_int_equal(get("/nl/benelux-plus/nieuw-adres").status, 200);
}

static void an_address_of_another_language_leads_to_that_of_the_path(void **state)
{
    (void)state;
    struct answer answer = get("/fr/benelux-plus/het-forum");
    assert_int_equal(answer.status, 301);
    assert_string_equal(location(&answer), "/fr/benelux-plus/le-forum");
    /* Without a German edition the address is that of the original, and old ones lead to it. */
    assert_int_equal(get("/de/benelux-plus/het-forum").status, 200);
    struct answer old = get("/de/benelux-plus/oud-adres");
    assert_string_equal(location(&old), "/de/benelux-plus/nieuw-adres");
}

static void drafts_are_nowhere(void **state)
{
    (void)state;
    static const char *const paths[] = { "/nl/", "/nl/benelux-plus", "/nl/benelux-plus/het-forum",
                                         "/de/benelux-plus/het-forum", "/sitemap.xml" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        const char *body = get(paths[i]).body;
        assert_lacks(body, "UNPUBLISHED");
        assert_lacks(body, "geheim");
    }
    assert_int_equal(get("/nl/benelux-plus/geheim").status, 404);
    assert_int_equal(get("/nl/benelux-plus/het-forum-nieuw").status, 404);
    assert_int_equal(get("/de/benelux-plus/das-forum").status, 404);
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    static const char *const paths[] = { "/nl/info/hostile", "/en/info/hostile", "/nl/" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        const char *body = get(paths[i]).body;
        assert_lacks(body, "<script>");
        assert_lacks(body, "<img");
        assert_lacks(body, "\"javascript:");
        assert_lacks(body, "<b>");
    }
    assert_contains(get("/nl/info/hostile").body, "{{TITLE}}");
}

static void a_wrong_number_of_slashes_leads_to_the_right_address(void **state)
{
    (void)state;
    struct answer few = get("/nl"), many = get("/nl/benelux-plus/");
    assert_int_equal(few.status, 301);
    assert_string_equal(location(&few), "/nl/");
    assert_int_equal(many.status, 301);
    assert_string_equal(location(&many), "/nl/benelux-plus");
}

static void the_root_leads_to_the_best_language(void **state)
{
    (void)state;
    struct answer answer = get_with("/", "HTTP_ACCEPT_LANGUAGE=xx, de-AT;q=0.8, fr;q=0.5");
    assert_int_equal(answer.status, 302);
    assert_string_equal(location(&answer), "/de/");
    assert_string_equal(answer_header(arena, &answer, "Vary"), "Accept-Language");
    assert_string_equal(answer_header(arena, &answer, "Cache-Control"), "no-store");
    struct answer none = get("/");
    assert_string_equal(location(&none), "/en/");
}

static void error_pages_speak_the_visitors_language(void **state)
{
    (void)state;
    static const char *const paths[][2] = { { "/nl/nowhere", "Deze pagina bestaat niet" },
                                            { "/fr/nowhere", "Cette page n’existe pas" },
                                            { "/de/nowhere", "Diese Seite gibt es nicht" },
                                            { "/en/nowhere", "This page does not exist" } };
    for (size_t i = 0; i < 4; i++) {
        struct answer answer = get(paths[i][0]);
        assert_int_equal(answer.status, 404);
        assert_contains(answer.body, paths[i][1]);
        assert_contains(answer.body, "benelux-plus\">");
    }
    struct answer guessed = get_with("/nowhere", "HTTP_ACCEPT_LANGUAGE=fr");
    assert_contains(guessed.body, "Cette page");
    /* A shared cache may not keep an answer that depends on the visitor. */
    assert_string_equal(answer_header(arena, &guessed, "X-Accel-Expires"), "0");
    assert_string_equal(answer_header(arena, &guessed, "Vary"), "Accept-Language, Accept-Encoding");
    struct answer by_path = get("/fr/nowhere");
    assert_string_equal(answer_header(arena, &by_path, "Vary"), "Accept-Encoding");
}

/* Anybody can make up wrong addresses: if the cache kept them, they would push the pages out of
 * it. */
static void only_what_exists_is_for_a_shared_cache(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        char first; /* of X-Accel-Expires: '@' a time, '0' never */
    } cases[] = { { "/nl/", '@' },
                  { "/nl/benelux-plus/het-forum", '@' },
                  { "/nl/benelux-plus/oud-adres", '@' },
                  { "/sitemap.xml", '@' },
                  { "/robots.txt", '@' },
                  { "/.well-known/security.txt", '@' },
                  { "/nl/nowhere", '0' },
                  { "/nl/benelux-plus/nowhere", '0' },
                  { "/nl/benelux-plus/nowhere/", '0' },
                  { "/", '0' },
                  { "/healthz", '0' } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer = get(cases[i].path);
        assert_int_equal(*answer_header(arena, &answer, "X-Accel-Expires"), cases[i].first);
    }
}

/* Two machines may differ in their time, so the moment until which nginx keeps a page is by nginx's
 * clock. */
static void a_page_is_kept_by_the_clock_of_nginx(void **state)
{
    (void)state;
    struct answer answer = get_with("/nl/", "REQUEST_TIME=1000000000.999");
    assert_string_equal(answer_header(arena, &answer, "X-Accel-Expires"), "@1000000000");
    static const char *const wrong[] = { "REQUEST_TIME=", "REQUEST_TIME=-5", "REQUEST_TIME=x",
                                         "REQUEST_TIME=0" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct answer own = get_with("/nl/", wrong[i]);
        assert_true(strtoll(answer_header(arena, &own, "X-Accel-Expires") + 1, NULL, 10) >
                    1700000000);
    }
}

static void other_methods_are_refused(void **state)
{
    (void)state;
    static const char *const methods[] = { "REQUEST_METHOD=POST", "REQUEST_METHOD=DELETE",
                                           "REQUEST_METHOD=x" };
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        struct answer answer = get_with("/de/", methods[i]);
        assert_int_equal(answer.status, 405);
        assert_string_equal(answer_header(arena, &answer, "Allow"), "GET, HEAD");
        assert_contains(answer.body, "keine Formulare gesendet werden");
    }
    struct answer head = get_with("/de/", "REQUEST_METHOD=HEAD");
    assert_int_equal(head.status, 200);
    assert_int_equal(head.length, 0);
}

static void a_body_too_large_is_refused(void **state)
{
    (void)state;
    static const char *const sent[] = { "REQUEST_METHOD=POST", "CONTENT_LENGTH=999999999",
                                        "CONTENT_TYPE=application/x-www-form-urlencoded", NULL };
    struct answer answer = cgi_get(arena, "/nl/belemmering-melden", sent);
    assert_int_equal(answer.status, 413);
    assert_contains(answer.body, "Er is te veel verstuurd");
    assert_int_equal(get_with("/nl/", "CONTENT_LENGTH=-1").status, 400);
}

static void any_bytes_in_the_path_get_an_error_page(void **state)
{
    (void)state;
    static const char *const paths[] = { "/\xFF\xFE",
                                         "/nl/\x01",
                                         "/nl/<script>alert(1)</script>",
                                         "/nl/benelux-plus/\"'><b>",
                                         "/nl/info/{{TITLE}}",
                                         "/nl/benelux-plus/' or 1=1 --",
                                         "/nl/\xC0\xAE\xC0\xAE/",
                                         "/../../etc/passwd",
                                         "nl",
                                         "" };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct answer answer = get(paths[i]);
        assert_true(answer.status == 400 || answer.status == 404);
        assert_int_equal(answer.log_lines, 1);
        assert_lacks(answer.body, "<script");
        assert_lacks(answer.body, "<b>");
        assert_lacks(answer.body, "passwd");
    }
}

static void without_a_database_there_is_a_503_page_that_needs_none(void **state)
{
    (void)state;
    struct answer answer = get_with("/fr/", "BENELUX_DATABASE=host=/nonexistent");
    assert_int_equal(answer.status, 503);
    assert_contains(answer.body, "Cette page n’est pas disponible");
    assert_string_equal(answer_header(arena, &answer, "Retry-After"), "30");
    assert_string_equal(answer_header(arena, &answer, "X-Accel-Expires"), "0");
    assert_int_equal(get_with("/healthz", "BENELUX_DATABASE=host=/nonexistent").status, 200);
    assert_int_equal(get_with("/readyz", "BENELUX_DATABASE=host=/nonexistent").status, 503);
}

static void the_sitemap_has_each_published_edition_once(void **state)
{
    (void)state;
    struct answer answer = get("/sitemap.xml");
    assert_string_equal(answer_header(arena, &answer, "Content-Type"),
                        "application/xml; charset=utf-8");
    int count = 0;
    for (const char *at = answer.body; (at = strstr(at, "<loc>")); at++)
        count++;
    /* Those of the documents, and four of each of the nine lists, of the two forms, and of the
     * forum that has presidencies. */
    assert_int_equal(count, 3 * 4 + 2 + 1 + 1 + 1 + 3 + 1 + 1 + 30 + 1 + 3 + 1 + 1 + 12 * 4);
    assert_contains(answer.body, "<loc>http://127.0.0.1:8080/nl/benelux-plus/nieuw-adres</loc>");
    assert_lacks(answer.body, "oud-adres");
}

/* To the second, so that a page that changes twice a day is fetched twice. */
static void the_sitemap_says_when_each_page_changed(void **state)
{
    (void)state;
    struct answer answer = get("/sitemap.xml");
    int count = 0;
    for (const char *at = answer.body; (at = strstr(at, "<lastmod>")); at++, count++) {
        const char *changed = at + strlen("<lastmod>");
        assert_int_equal(strspn(changed, "0123456789-T:Z"), strlen("2026-01-02T03:04:05Z"));
        assert_int_equal(changed[strlen("2026-01-02")], 'T');
    }
    assert_true(count > 50);
}

static void security_txt_names_a_contact_and_an_end(void **state)
{
    (void)state;
    struct answer answer = get_with("/.well-known/security.txt",
                                    "BENELUX_SECURITY_CONTACT=mailto:security@example.org");
    assert_contains(answer.body, "Contact: mailto:security@example.org\n");
    assert_contains(answer.body, "\nExpires: 20");
    assert_contains(answer.body, "\nCanonical: http://127.0.0.1:8080/.well-known/security.txt\n");
}

static void a_contact_leads_to_mail_as_to_a_page(void **state)
{
    (void)state;
    struct answer answer = get_with("/en/", "BENELUX_CONTACT=mailto:info@example.org");
    assert_contains(answer.body,
                    "Questions: <a href=\"mailto:?to=info%40example.org\">info@example.org</a>");
    answer = get_with("/en/", "BENELUX_CONTACT=https://www.example.org/contact");
    assert_contains(answer.body,
                    "Questions: <a href=\"https://www.example.org/contact\">example.org</a>");
    answer = get_with("/en/", "BENELUX_CONTACT=tel:+3225190000");
    assert_contains(answer.body, "Questions: +3225190000 ");
}

static void a_wrong_setting_stops_the_start_with_one_line(void **state)
{
    (void)state;
    struct answer answer =
        cgi_get(arena, "/nl/", (const char *const[]){ "BENELUX_CHILDREN=lots", NULL });
    assert_int_equal(answer.exit_status, 1);
    assert_int_equal(answer.log_lines, 1);
    assert_contains(answer.log, "BENELUX_CHILDREN");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_topic_shows_its_texts_and_facts_in_the_language),
        cmocka_unit_test(every_page_takes_one_round_trip),
        cmocka_unit_test(participants_are_in_the_order_of_the_visitors_language),
        cmocka_unit_test(links_between_documents_lead_to_pages_and_broken_ones_leave_text),
        cmocka_unit_test(the_breadcrumbs_lead_home),
        cmocka_unit_test(only_languages_that_exist_are_offered),
        cmocka_unit_test(a_page_without_the_language_is_shown_in_its_original_with_a_notice),
        cmocka_unit_test(an_old_address_leads_to_the_new_one),
        cmocka_unit_test(an_address_of_another_language_leads_to_that_of_the_path),
        cmocka_unit_test(drafts_are_nowhere),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(a_wrong_number_of_slashes_leads_to_the_right_address),
        cmocka_unit_test(the_root_leads_to_the_best_language),
        cmocka_unit_test(error_pages_speak_the_visitors_language),
        cmocka_unit_test(only_what_exists_is_for_a_shared_cache),
        cmocka_unit_test(a_page_is_kept_by_the_clock_of_nginx),
        cmocka_unit_test(other_methods_are_refused),
        cmocka_unit_test(a_body_too_large_is_refused),
        cmocka_unit_test(any_bytes_in_the_path_get_an_error_page),
        cmocka_unit_test(without_a_database_there_is_a_503_page_that_needs_none),
        cmocka_unit_test(the_sitemap_has_each_published_edition_once),
        cmocka_unit_test(the_sitemap_says_when_each_page_changed),
        cmocka_unit_test(security_txt_names_a_contact_and_an_end),
        cmocka_unit_test(a_contact_leads_to_mail_as_to_a_page),
        cmocka_unit_test(a_wrong_setting_stops_the_start_with_one_line),
    };
    return cmocka_run_group_tests_name("pages", tests, set_up, tear_down);
}
