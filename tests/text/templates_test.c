/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/style.h"
#include "text/templates.h"

/* A folder of templates made for one test, filled in with the real catalogue and static files of
 * the build. */
static struct arena *arena;
static char folder[] = "/tmp/templates-test-XXXXXX";
static struct phrasebook book;

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(arena_print(arena, "%s/%s", folder, name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static const char *const layouts[] = { "frame/_top.tpl", "frame/_bottom.tpl", "web/_desk_top.tpl",
                                       "web/_desk_bottom.tpl" };

static void write_frames(void)
{
    mkdir(arena_print(arena, "%s/frame", folder), 0700);
    mkdir(arena_print(arena, "%s/web", folder), 0700);
    write_file(layouts[0], "<title>{{TITLE}}</title>\n<style>[[style]]</style>\n<main>\n");
    write_file(layouts[1], "{{#FOOT}}\n<footer>{{TITLE}}</footer>\n{{/FOOT}}\n</main>\n");
    write_file(layouts[2], "<main class=\"desk\">\n");
    write_file(layouts[3], "</main>\n");
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    const char *share = getenv("BENELUX_SHARE");
    if (!share || !mkdtemp(folder))
        return -1;
    mkdir(arena_print(arena, "%s/pages", folder), 0700);
    write_frames();
    book = (struct phrasebook){
        .folder = folder,
        .catalogue = catalogue_load(arena_print(arena, "%s/locale", share), arena),
        .assets = assets_load(share, arena),
    };
    return book.catalogue && book.assets ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(arena_print(arena, "%s/pages/a.tpl", folder));
    unlink(arena_print(arena, "%s/pages/_b.tpl", folder));
    unlink(arena_print(arena, "%s/pages/desk_c.tpl", folder));
    rmdir(arena_print(arena, "%s/pages", folder));
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        unlink(arena_print(arena, "%s/%s", folder, layouts[i]));
    rmdir(arena_print(arena, "%s/frame", folder));
    rmdir(arena_print(arena, "%s/web", folder));
    arena_free(arena);
    return rmdir(folder);
}

static void release(void *templates)
{
    templates_free(templates);
}

/* Owned by the arena. */
static const struct templates *load(const char *text)
{
    write_file("pages/a.tpl", text);
    struct templates *templates = templates_load(&book, true, true);
    if (templates)
        arena_defer(arena, release, templates);
    return templates;
}

#define HTML "{{%AUTOESCAPE context=\"HTML\"}}"

static const char *render(const struct templates *templates, enum language language,
                          struct dictionary *dictionary)
{
    struct buffer output = buffer_in(arena);
    assert_non_null(templates);
    return template_render(templates, language, "pages/a.tpl", dictionary, &output) ? output.bytes
                                                                                    : NULL;
}

static void phrases_are_translated_for_each_language(void **state)
{
    (void)state;
    const struct templates *templates = load(HTML "<h2>[[Sources]]</h2>");
    struct dictionary *page = dictionary_new(templates, arena);
    assert_string_equal(render(templates, NL, page), "<h2>Bronnen</h2>");
    assert_string_equal(render(templates, DE, page), "<h2>Quellen</h2>");
    assert_string_equal(render(templates, EN, page), "<h2>Sources</h2>");
}

static void a_phrase_may_hold_markers(void **state)
{
    (void)state;
    const struct templates *templates = load(HTML "<p>[[Error code: {{STATUS}}]]</p>");
    struct dictionary *page = dictionary_new(templates, arena);
    dictionary_set(page, "STATUS", "404");
    assert_string_equal(render(templates, NL, page), "<p>Foutcode: 404</p>");
}

static void a_phrase_without_translation_stops_the_start(void **state)
{
    (void)state;
    assert_null(load(HTML "[[Nobody has translated this]]"));
    assert_null(load(HTML "[[static:nowhere.png]]"));
    assert_null(load(HTML "[[include:pages/_nowhere.tpl]]"));
}

static void an_included_file_replaces_its_marker(void **state)
{
    (void)state;
    write_file("pages/_b.tpl", "<b>{{NAME}}</b> [[Seat]]");
    const struct templates *templates = load(HTML "<p>[[include:pages/_b.tpl]]</p>");
    struct dictionary *page = dictionary_new(templates, arena);
    dictionary_set(page, "NAME", "x");
    assert_string_equal(render(templates, FR, page), "<p><b>x</b> Siège</p>");
}

static void values_are_escaped_for_where_they_stand(void **state)
{
    (void)state;
    const struct templates *templates = load(HTML "<a href=\"{{URL}}\" title=\"{{T}}\">{{T}}</a>");
    struct dictionary *page = dictionary_new(templates, arena);
    dictionary_set(page, "URL", "javascript:alert(1)");
    dictionary_set(page, "T", "\"><script>'&");
    const char *made = render(templates, NL, page);
    assert_lacks(made, "javascript");
    assert_lacks(made, "<script");
    assert_contains(made, "&quot;&gt;&lt;script&gt;&#39;&amp;");
}

static void a_section_falls_back_on_the_values_outside(void **state)
{
    (void)state;
    const struct templates *templates = load(HTML "{{#I}}{{A}}{{B}};{{/I}}");
    struct dictionary *page = dictionary_new(templates, arena);
    dictionary_set(page, "A", "a");
    dictionary_set(dictionary_section(page, "I"), "B", "1");
    dictionary_set(dictionary_section(page, "I"), "B", "2");
    assert_string_equal(render(templates, NL, page), "a1;a2;");
}

static void a_marker_that_nothing_sets_is_a_fault(void **state)
{
    (void)state;
    const struct templates *templates = load(HTML "{{A}}{{#S}}{{B}}{{/S}}");
    struct dictionary *page = dictionary_new(templates, arena);
    assert_null(render(templates, NL, page));
    dictionary_set(page, "A", "a");
    assert_non_null(render(templates, NL, page));
    struct dictionary *section = dictionary_section(page, "S");
    assert_null(render(templates, NL, page));
    dictionary_set(section, "B", "b");
    assert_non_null(render(templates, NL, page));
}

static void a_value_that_nothing_shows_is_a_fault(void **state)
{
    (void)state;
    const struct templates *templates = load(HTML "{{#S}}x{{/S}}");
    struct dictionary *page = dictionary_new(templates, arena);
    struct dictionary *section = dictionary_section(page, "S");
    assert_non_null(render(templates, NL, page));
    dictionary_set(section, "LOST", "x");
    assert_null(render(templates, NL, page));

    page = dictionary_new(templates, arena);
    dictionary_section(page, "NO_SUCH_SECTION");
    assert_null(render(templates, NL, page));
}

#define FRAMED(INNER) HTML "[[include:frame/_top.tpl]]\n" INNER "[[include:frame/_bottom.tpl]]\n"

static void a_frame_shows_the_values_of_its_page(void **state)
{
    (void)state;
    const struct templates *templates = load(FRAMED("{{#S}}\n<p>{{A}}</p>\n{{/S}}\n"));
    struct dictionary *page = dictionary_new(templates, arena);
    dictionary_set(dictionary_section(page, "S"), "A", "a");
    assert_null(render(templates, NL, page));
    dictionary_set(page, "TITLE", "<t>");
    dictionary_section(page, "FOOT");
    const char *made = render(templates, NL, page);
    assert_contains(made, "<title>&lt;t&gt;</title>\n<style>");
    assert_contains(made, "</style>\n<main>\n<p>a</p>\n<footer>&lt;t&gt;</footer>\n</main>\n");
    dictionary_set(page, "LOST", "x");
    assert_null(render(templates, NL, page));
}

static void a_page_has_the_style_of_what_is_in_it(void **state)
{
    (void)state;
    const struct templates *templates = load(FRAMED("<p class=\"stamp\">\n"));
    struct dictionary *page = dictionary_new(templates, arena);
    dictionary_set(page, "TITLE", "t");
    const char *made = render(templates, NL, page), *open = strstr(made, "<style>") + 7;
    const char *style = arena_copy_bytes(arena, open, (size_t)(strstr(open, "</style>") - open));
    assert_string_equal(style, style_of(assets_style(book.assets), "class=\"stamp\"", arena));
    assert_string_equal(templates_style_source(templates, "pages/a.tpl"),
                        assets_source_of(style, arena));
}

static void a_malformed_template_stops_the_start(void **state)
{
    (void)state;
    assert_null(load(HTML "{{#S}}never closed"));
}

static void templates_of_the_desk_are_loaded_for_it_alone(void **state)
{
    (void)state;
    write_file("pages/a.tpl", HTML "a");
    write_file("pages/desk_c.tpl", HTML "c");
    for (int desk = 0; desk < 2; desk++) {
        struct templates *templates = templates_load(&book, desk, false);
        struct buffer output = buffer_in(arena);
        struct dictionary *dictionary = dictionary_new(templates, arena);
        assert_true(template_render(templates, NL, "pages/a.tpl", dictionary, &output));
        assert_int_equal(template_render(templates, NL, "pages/desk_c.tpl", dictionary, &output),
                         desk);
        arena_defer(arena, release, templates);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_translated_for_each_language),
        cmocka_unit_test(a_phrase_may_hold_markers),
        cmocka_unit_test(a_phrase_without_translation_stops_the_start),
        cmocka_unit_test(an_included_file_replaces_its_marker),
        cmocka_unit_test(values_are_escaped_for_where_they_stand),
        cmocka_unit_test(a_section_falls_back_on_the_values_outside),
        cmocka_unit_test(a_marker_that_nothing_sets_is_a_fault),
        cmocka_unit_test(a_value_that_nothing_shows_is_a_fault),
        cmocka_unit_test(a_frame_shows_the_values_of_its_page),
        cmocka_unit_test(a_page_has_the_style_of_what_is_in_it),
        cmocka_unit_test(a_malformed_template_stops_the_start),
        cmocka_unit_test(templates_of_the_desk_are_loaded_for_it_alone),
    };
    return cmocka_run_group_tests_name("templates", tests, set_up, tear_down);
}
