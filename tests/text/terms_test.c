/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "text/markdown.h"
#include "text/terms.h"

static const char glossary[] =
    "Words.\n\n"
    "- **Benelux House**: nl *Benelux-huis*\n"
    "- **European grouping (EGTC)** – joint body. nl *groepering*\n"
    "- **frontier worker** – who works \"abroad\". nl *grensarbeider*\n"
    "- **Grenzgängerin, Grenzgänger** – who works abroad. nl *grensarbeider*\n"
    "- **never ends** – no full stop\n";

static const char *path(const char *key, void *context)
{
    (void)context;
    return strcmp(key, "glossary") == 0 ? "/g" : NULL;
}

static const char *html(const char *markdown)
{
    struct terms terms;
    terms_read(&terms, glossary, arena);
    const struct markdown_links links = { .path = path, .terms = &terms };
    return markdown_html(markdown, &links, arena);
}

static void the_terms_are_those_that_the_glossary_explains(void **state)
{
    (void)state;
    struct terms terms;
    terms_read(&terms, glossary, arena);
    assert_int_equal(terms.count, 4);
    assert_string_equal(terms.items[0].words, "European grouping");
    assert_string_equal(terms.items[0].meaning, "joint body");
    assert_string_equal(terms.items[3].words, "Grenzgänger");
    terms_read(&terms, NULL, arena);
    assert_int_equal(terms.count, 0);
}

static void a_term_is_explained_at_its_first_use(void **state)
{
    (void)state;
    assert_string_equal(html("A frontier worker, two frontier workers."),
                        "<p>A <a href=\"/g\" title=\"who works &quot;abroad&quot;\">frontier "
                        "worker</a>, two frontier workers.</p>\n");
}

static void endings_and_capitals_do_not_hide_a_term(void **state)
{
    (void)state;
    assert_contains(html("Frontiers workers"), ">Frontiers workers</a>");
    assert_contains(html("l’European grouping"), "l’<a ");
    assert_contains(html("30 Grenzgängerinnen und Grenzgänger"),
                    ">Grenzgängerinnen</a> und Grenzgänger</p>");
}

static void words_that_only_look_like_a_term_are_not_explained(void **state)
{
    (void)state;
    assert_lacks(html("unfrontier worker, frontier workership, frontier"), "<a ");
}

static void headings_links_and_code_are_left_alone(void **state)
{
    (void)state;
    assert_lacks(html("## Frontier worker\n\n[frontier worker](https://x.eu) `frontier worker`"),
                 "/g");
}

static void few_terms_are_explained_in_one_text(void **state)
{
    (void)state;
    struct buffer many = buffer_in(arena), text = buffer_in(arena);
    for (char letter = 'a'; letter < 'g'; letter++) {
        buffer_print(&many, "- **%cxxxxx** – %c. y\n", letter, letter);
        buffer_print(&text, "%cxxxxx ", letter);
    }
    struct terms terms;
    terms_read(&terms, many.bytes, arena);
    const struct markdown_links links = { .path = path, .terms = &terms };
    const char *found = markdown_html(text.bytes, &links, arena);
    for (int i = 0; i < MARKDOWN_TERMS_MAX; i++) {
        found = strstr(found, "<a ");
        assert_non_null(found);
        found++;
    }
    assert_null(strstr(found, "<a "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_terms_are_those_that_the_glossary_explains),
        cmocka_unit_test(a_term_is_explained_at_its_first_use),
        cmocka_unit_test(endings_and_capitals_do_not_hide_a_term),
        cmocka_unit_test(words_that_only_look_like_a_term_are_not_explained),
        cmocka_unit_test(headings_links_and_code_are_left_alone),
        cmocka_unit_test(few_terms_are_explained_in_one_text),
    };
    return cmocka_run_group_tests_name("terms", tests, set_up, tear_down);
}
