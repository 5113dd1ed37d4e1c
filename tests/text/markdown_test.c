/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "text/markdown.h"

static const char *known_path(const char *key, void *context)
{
    (void)context;
    return strcmp(key, "penta") == 0 ? "/nl/benelux-plus/penta" : NULL;
}

static const char *html(const char *markdown)
{
    return markdown_html(markdown, &(struct markdown_links){ .path = known_path }, arena);
}

/* A picture with its caption; there are two. */
static const char *known_figure(const char *number, const char *caption, void *context)
{
    (void)context;
    return strcmp(number, "1") == 0 || strcmp(number, "2") == 0
               ? arena_print(arena, "<figure>%s:%s</figure>", number, caption)
               : NULL;
}

static const char *with_pictures(const char *markdown)
{
    return markdown_html(
        markdown, &(struct markdown_links){ .path = known_path, .figure = known_figure }, arena);
}

static void headings_lists_and_emphasis_become_html(void **state)
{
    (void)state;
    assert_string_equal(
        html("## Kop\n\n- een\n- **twee**\n"),
        "<h2>Kop</h2>\n<ul>\n<li>een</li>\n<li><strong>twee</strong></li>\n</ul>\n");
    assert_string_equal(html(""), "");
}

static void a_link_to_a_document_gets_its_path(void **state)
{
    (void)state;
    assert_string_equal(html("[Forum](doc:penta)"),
                        "<p><a href=\"/nl/benelux-plus/penta\">Forum</a></p>\n");
}

static void a_link_to_no_document_leaves_its_text(void **state)
{
    (void)state;
    assert_string_equal(html("a [*lost* page](doc:nowhere) b"), "<p>a <em>lost</em> page b</p>\n");
}

static void only_web_and_mail_links_stay(void **state)
{
    (void)state;
    assert_contains(html("[a](https://example.org/)"), "href=\"https://example.org/\"");
    static const char *const bad[] = { "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
                                       "[a](data:text/html,x)",    "[a](vbscript:x)",
                                       "[a](file:///etc/passwd)",  "[a](//evil.example)",
                                       "[a](/relative)",           "<javascript:alert(1)>" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_lacks(html(bad[i]), "href");
}

static void raw_html_is_shown_as_it_was_written(void **state)
{
    (void)state;
    static const char *const bad[] = { "<script>alert(1)</script>",
                                       "a <img src=x onerror=alert(1)> b",
                                       "<div onclick=\"x\">\n\ntext\n\n</div>",
                                       "![x](https://example.org/\"onerror=\"alert(1))" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *made = html(bad[i]);
        assert_lacks(made, "<script");
        assert_lacks(made, "<img");
        assert_lacks(made, "<div");
        assert_lacks(made, "omitted");
    }
    assert_string_equal(html("1 < 2 & \"x\""), "<p>1 &lt; 2 &amp; &quot;x&quot;</p>\n");
    assert_string_equal(html("a<br>*b*"), "<p>a&lt;br&gt;<em>b</em></p>\n");
    assert_string_equal(html("<table>\n<tr>een\n</table>\n\n- <p>twee"),
                        "<p>&lt;table&gt;\n&lt;tr&gt;een\n&lt;/table&gt;</"
                        "p>\n<ul>\n<li>&lt;p&gt;twee</li>\n</ul>\n");
}

static void headings_are_below_the_title_of_the_page(void **state)
{
    (void)state;
    assert_string_equal(html("# Een\n\n## Twee\n\n###### Zes"),
                        "<h2>Een</h2>\n<h3>Twee</h3>\n<h6>Zes</h6>\n");
    assert_string_equal(html("## Een\n\n### Twee"), "<h2>Een</h2>\n<h3>Twee</h3>\n");
    assert_string_equal(html("> # Een"), "<blockquote>\n<h2>Een</h2>\n</blockquote>\n");
}

static void a_bare_address_is_a_link(void **state)
{
    (void)state;
    static const char *const addresses[] = { "https://example.org/a_b_c?d=1&e=2",
                                             "http://example.org", "https://example.org/(a)" };
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        const char *address =
            strchr(addresses[i], '&') ? "https://example.org/a_b_c?d=1&amp;e=2" : addresses[i];
        assert_string_equal(
            html(arena_print(arena, "See (%s), or not.", addresses[i])),
            arena_print(arena, "<p>See (<a href=\"%s\">%s</a>), or not.</p>\n", address, address));
    }
    assert_string_equal(html("[https://a.example](https://b.example)"),
                        "<p><a href=\"https://b.example\">https://a.example</a></p>\n");
    assert_lacks(html("`https://a.example` xhttps://a.example https:// javascript://a"), "href");
#define FILE_PATH "/files/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.pdf"
    assert_string_equal(html("[the minutes](" FILE_PATH ")"),
                        "<p><a href=\"" FILE_PATH "\">the minutes</a></p>\n");
    assert_lacks(html("[a](/files/0a.pdf) [b](/files/../admin/) [c](" FILE_PATH "x)"), "href");
}

static void an_image_without_a_text_is_reported(void **state)
{
    (void)state;
    assert_true(markdown_images_have_text(""));
    assert_true(markdown_images_have_text("Only in code: `![](a.png)`.\n\n    ![](b.png)\n"));
    assert_true(markdown_images_have_text(
        "![A bridge](a.png) and [![*The* `Meuse`](b.png)](https://example.org)"));
    assert_false(markdown_images_have_text("Text ![](a.png)"));
    assert_false(markdown_images_have_text("![ \u00a0 ](a.png)"));
    assert_false(markdown_images_have_text("![A bridge](a.png)\n\n![][b]\n\n[b]: b.png\n"));
    assert_false(
        markdown_images_have_text("[link ![](a.png)](https://example.org) ![A bridge](b.png)"));
}

static const char *repeat(const char *part, size_t times)
{
    struct buffer text = buffer_in(arena);
    buffer_add(&text, "");
    for (; times; times--)
        buffer_add(&text, part);
    return text.bytes;
}

static void the_text_of_nested_images_stays(void **state)
{
    (void)state;
    assert_string_equal(html("![a ![b *c*](d) [e](doc:penta)](f) [g ![h](i)](doc:nowhere)"),
                        "<p>a b <em>c</em> <a href=\"/nl/benelux-plus/penta\">e</a> g h</p>\n");
}

/* An editor's deepest list has four levels. */
static void nested_lists_of_editors_are_shown(void **state)
{
    (void)state;
    assert_contains(html(arena_print(arena, "%sa", repeat("- ", 30))), "<li>\n<ul>\n<li>a</li>");
    assert_contains(html(arena_print(arena, "%sa", repeat("> ", 30))), "<blockquote>\n<p>a</p>");
    assert_contains(html("1. a\n   - b\n     > c\n"), "<blockquote>\n<p>c</p>");
    assert_contains(html(arena_print(arena, "```\n%s- a\n```\n", repeat(" ", 60))), "<pre><code>");
}

static void endless_nesting_is_shown_as_it_was_typed(void **state)
{
    (void)state;
    const char *const deep[] = { "- ", "> ", ">", "1. ", "-\t", "![a", "*a **a ", "![" };
    const char *const closing[] = { "", "", "", "", "", "](b)", "a** a*", "" };
    for (size_t i = 0; i < sizeof deep / sizeof *deep; i++) {
        const char *text =
            arena_print(arena, "%s<i>%s\n", repeat(deep[i], 1100), repeat(closing[i], 1100));
        assert_memory_equal(html(text), "<pre><code>", strlen("<pre><code>"));
        assert_contains(html(text), "&lt;i&gt;");
        assert_true(markdown_images_have_text(text));
    }
}

static void a_picture_follows_the_paragraph_that_names_it(void **state)
{
    (void)state;
    assert_string_equal(with_pictures("a\n\n![*De* brug](picture:1)\n\nb\n"),
                        "<p>a</p>\n<figure>1:De brug</figure>\n<p>b</p>\n");
    assert_string_equal(with_pictures("a ![](picture:1) b ![x](picture:2)\n"),
                        "<p>a  b </p>\n<figure>1:</figure>\n<figure>2:x</figure>\n");
    assert_string_equal(with_pictures("- [**![x](picture:1)**](doc:penta)\n"),
                        "<ul>\n<li>\n<figure>1:x</figure>\n</li>\n</ul>\n");
    assert_string_equal(with_pictures("## ![x](picture:1)\n"), "<figure>1:x</figure>\n");
}

static void a_missing_picture_leaves_its_words(void **state)
{
    (void)state;
    assert_string_equal(with_pictures("![De brug](picture:3)"), "<p>De brug</p>\n");
    assert_string_equal(html("![De brug](picture:1)"), "<p>De brug</p>\n");
    assert_string_equal(with_pictures("![a ![b](picture:1)](c.png)"), "<p>a b</p>\n");
    assert_string_equal(with_pictures("![a ![b](picture:2)](picture:1)"),
                        "<figure>1:a b</figure>\n");
}

static void a_picture_of_the_record_needs_no_text(void **state)
{
    (void)state;
    assert_true(markdown_images_have_text("![](picture:1)"));
    assert_false(markdown_images_have_text("![](picture:1) ![](a.png)"));
}

static const char *with_notes(const char *markdown)
{
    static const struct markdown_notes words = { .title = "Noten",
                                                 .note = "Noot",
                                                 .back = "Terug" };
    return markdown_html(markdown, &(struct markdown_links){ .path = known_path, .notes = &words },
                         arena);
}

#define TABLE(HEAD, BODY)                                                                 \
    "<div tabindex=\"0\"><table>\n<thead>\n<tr>\n" HEAD "</tr>\n</thead>\n<tbody>\n" BODY \
    "</tbody>\n</table></div>\n"

static void a_table_is_written_with_bars(void **state)
{
    (void)state;
    static const char *const same[] = {
        "| Land | Stad |\n|---|---|\n| *België* | Gent |\n",
        "Land | Stad\n:--- | ---:\n*België* | Gent",
        "|Land|Stad|\n|:-:|-|\n|*België*|Gent|  ",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(
            html(same[i]),
            TABLE("<th scope=\"col\">\nLand\n</th>\n<th scope=\"col\">\nStad\n</th>\n",
                  "<tr>\n<td>\n<em>België</em>\n</td>\n<td>\nGent\n</td>\n</tr>\n"));
}

static void a_bar_with_a_backslash_separates_no_cells(void **state)
{
    (void)state;
    const char *made = html("a \\| b | *c\\|d*\n---|---\n`e\\|f` | g\\|\n\\| | \\*\n");
    assert_contains(made, "<th scope=\"col\">\na | b\n</th>\n<th scope=\"col\">\n<em>c|d</em>\n");
    assert_contains(made, "<td>\n<code>e|f</code>\n</td>\n<td>\ng|\n</td>");
    assert_contains(made, "<td>\n|\n</td>\n<td>\n*\n</td>");
    assert_contains(html("a | b\n-|-\nc\\\\|d"), "c\\\n</td>\n<td>\nd");
    assert_contains(html("k \\| `l\\|m`"), "<p>k | <code>l\\|m</code></p>");
    assert_contains(html("    n\\|o"), "<pre><code>n\\|o");
    assert_contains(html("[p](https://example.org/q\\|r)"), "href=\"https://example.org/q%7Cr\"");
    assert_lacks(html("a \\| b\n---|---"), "<table");
}

static void words_around_a_table_stay(void **state)
{
    (void)state;
    const char *made = html("Zie:\n|a|b|\n|-|-|\n|c|\n|d|e|f|\n| [x](doc:penta) | `g|h` |\n\nSlot");
    assert_contains(made, "<p>Zie:</p>\n<div");
    assert_contains(made, "<tr>\n<td>\nc\n</td>\n</tr>");
    assert_contains(made, "<td>\ne|f\n</td>");
    assert_contains(made, "<td>\n<a href=\"/nl/benelux-plus/penta\">x</a>\n</td>");
    assert_contains(made, "<code>g|h</code>");
    assert_contains(made, "</table></div>\n<p>Slot</p>\n");
    assert_contains(html("|a|\n|-|"), "a\n</th>\n</tr>\n</thead>\n</table>");
    assert_contains(html("- |a|b|\n  |-|-|\n  |<b>|d|"), "&lt;b&gt;\n</td>");
}

static void an_incomplete_table_stays_a_paragraph(void **state)
{
    (void)state;
    static const char *const none[] = { "a | b\nc | d", "|a|b|\n|-|", "|a|b|\n|-|x|",
                                        "|-|-|\n|a|b|", "*a | b*\n|-|-|" };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_lacks(html(none[i]), "<table");
}

static void a_picture_in_a_table_follows_it(void **state)
{
    (void)state;
    const char *made = with_pictures("|a|b|\n|-|-|\n|![Zee](picture:1)|c|");
    assert_contains(made, "</table></div>\n<figure>1:Zee</figure>");
    assert_contains(made, "<td>\n</td>\n<td>\nc\n</td>");
}

static void a_note_is_referred_to_and_leads_back(void **state)
{
    (void)state;
    assert_string_equal(
        with_notes("Een[^b] twee[^a].\n\n[^a]: Van *a*,\nverder.\n[^b]: Van b: "
                   "https://b.example\n\nDrie[^b]."),
        "<p>Een<sup><a href=\"#note-1\" id=\"ref-1\" aria-label=\"Noot 1\">1</a></sup> twee<sup><a "
        "href=\"#note-2\" id=\"ref-2\" aria-label=\"Noot 2\">2</a></sup>.</p>\n<p>Drie<sup><a "
        "href=\"#note-1\" id=\"ref-1-2\" aria-label=\"Noot 1\">1</a></sup>.</p>\n"
        "<section aria-label=\"Noten\">\n<ol>\n<li id=\"note-1\">\n<p>Van b: <a "
        "href=\"https://b.example\">https://b.example</a> <a href=\"#ref-1\" aria-label=\"Terug "
        "1\">↩</a> "
        "<a href=\"#ref-1-2\" aria-label=\"Terug 1-2\">↩</a></p>\n</li>\n<li "
        "id=\"note-2\">\n<p>Van "
        "<em>a</em>,\nverder. <a href=\"#ref-2\" aria-label=\"Terug 2\">↩</a></p>\n</li>\n</ol>\n"
        "</section>\n");
}

static void no_words_of_notes_are_lost(void **state)
{
    (void)state;
    const char *made = with_notes(
        "a[^x] [b[^n]](https://c.example) `[^n]`\n\n```\n[^n]: code\n```\n\n[^n]: Noot\n\n"
        "[^n]: Nog een\n[^ver]: https://d.example");
    assert_contains(made, "a[^x]");
    assert_contains(made, "b[^n]");
    assert_contains(made, "<code>[^n]</code>");
    assert_contains(made, "[^n]: code");
    assert_contains(made, "Noot");
    assert_contains(made, "Nog een");
    assert_contains(made, "https://d.example</a>");
    assert_lacks(made, "#ref");
    assert_contains(with_notes("x[^1]\n\n[^1]: <script>alert(1)</script>"), "&lt;script");
    assert_lacks(html("x[^1]\n\n[^1]: noot"), "<sup");
    assert_string_equal(with_notes("x[^1]"), "<p>x[^1]</p>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_is_written_with_bars),
        cmocka_unit_test(a_bar_with_a_backslash_separates_no_cells),
        cmocka_unit_test(words_around_a_table_stay),
        cmocka_unit_test(an_incomplete_table_stays_a_paragraph),
        cmocka_unit_test(a_picture_in_a_table_follows_it),
        cmocka_unit_test(a_note_is_referred_to_and_leads_back),
        cmocka_unit_test(no_words_of_notes_are_lost),
        cmocka_unit_test(an_image_without_a_text_is_reported),
        cmocka_unit_test(headings_lists_and_emphasis_become_html),
        cmocka_unit_test(a_link_to_a_document_gets_its_path),
        cmocka_unit_test(a_link_to_no_document_leaves_its_text),
        cmocka_unit_test(only_web_and_mail_links_stay),
        cmocka_unit_test(the_text_of_nested_images_stays),
        cmocka_unit_test(nested_lists_of_editors_are_shown),
        cmocka_unit_test(endless_nesting_is_shown_as_it_was_typed),
        cmocka_unit_test(raw_html_is_shown_as_it_was_written),
        cmocka_unit_test(headings_are_below_the_title_of_the_page),
        cmocka_unit_test(a_bare_address_is_a_link),
        cmocka_unit_test(a_picture_follows_the_paragraph_that_names_it),
        cmocka_unit_test(a_missing_picture_leaves_its_words),
        cmocka_unit_test(a_picture_of_the_record_needs_no_text),
    };
    return cmocka_run_group_tests_name("markdown", tests, set_up, tear_down);
}
