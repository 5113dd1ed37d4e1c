/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever an editor's text has, or a browser sends in its place, its cost is proportional to its
 * length. */
#include "support/check.h"

#include <string.h>

#include "support/growth.h"
#include "text/bullets.h"
#include "text/diff.h"
#include "text/json.h"
#include "text/markdown.h"
#include "text/merge.h"
#include "text/terms.h"

static const char *path_of(const char *key, void *context)
{
    (void)context;
    return *key == 'x' ? "/nl/x" : NULL;
}

static void show(const char *text, struct arena *arena)
{
    static const struct markdown_notes notes = { "Notes", "Note", "Back" };
    markdown_html(text, &(struct markdown_links){ .path = path_of, .notes = &notes }, arena);
    markdown_images_have_text(text);
}

/* Most are those by which parsers of Markdown have been brought down (test/pathological_tests.py of
 * cmark). */
static const struct shape marked[] = {
    { "words", "", "word ", "", "" },
    { "lines", "", "a\n", "", "" },
    { "paragraphs", "", "a\n\n", "", "" },
    { "lines with two spaces", "", "a  \n", "", "" },
    { "spaces", "a", " ", "b", "" },
    { "bytes that are no UTF-8", "", "\x80", "", "" },
    { "nested emphasis", "", "*a **a ", "b", " a** a*" },
    { "emphasis that closes", "", "a_ ", "", "" },
    { "emphasis that opens", "", "_a ", "", "" },
    { "emphasis of two kinds", "", "*a_ ", "", "" },
    { "emphasis that does not fit", "", "*a ", "", "_a*_ " },
    { "emphasis of three", "a**b", "c* ", "", "" },
    { "stars", "", "*", "", "" },
    { "stars and low lines", "", "*_", "", "" },
    { "links", "", "[a](https://b) ", "", "" },
    { "links to documents", "", "[a](doc:x) ", "", "" },
    { "links to no document", "", "[a](doc:y) ", "", "" },
    { "nested links", "", "[a", "", "](https://b)" },
    { "nested links to no document", "", "[a", "", "](doc:y)" },
    { "links that close", "", "a]", "", "" },
    { "links that open", "", "[a", "", "" },
    { "links and emphasis", "", "[ a_", "", "" },
    { "links with parentheses", "[a]", "(", "", ")" },
    { "links that break off", "", "[a](b", "", "" },
    { "links that break off in an address", "", "[a](<b", "", "" },
    { "links that break off in a title", "", "[a](b \"", "", "" },
    { "brackets and parentheses", "", "[ (](", "", "" },
    { "nested brackets", "", "[", "a", "]" },
    { "bars", "", "|", "", "" },
    { "cells of a table", "|a|\n|-|\n", "|a", "", "" },
    { "columns of a table", "", "|a", "", "" },
    { "rows of a table", "|a|b|\n|-|-|\n", "|a|b|\n", "", "" },
    { "lines of bars", "", "|-|\n", "", "" },
    { "tables", "", "|a|\n|-|\n|b|\n\n", "", "" },
    { "references to a note", "[^a]: b\n\n", "a[^a] ", "", "" },
    { "references to no note", "[^a]: b\n\n", "a[^b] ", "", "" },
    { "notes", "", "[^a]: b\n", "", "" },
    { "notes and references", "", "[^a]\n\n[^a]: b\n\n", "", "" },
    { "images", "", "![a](b) ", "", "" },
    { "nested images", "", "![a", "", "](b)" },
    { "nested images in emphasis", "", "*a ![a", "", "](b)*" },
    { "images with links in them", "", "![[]()", "", "" },
    { "images that open", "", "![", "", "" },
    { "references", "[a]: https://b\n\n", "[a]", "", "" },
    { "one long reference", "[a]: https://", "u", "\n\n", "[a]" },
    { "one long title", "[a]: https://b '", "u", "'\n\n", "[a]" },
    { "definitions", "", "[a]: b\n", "", "" },
    { "definitions that break off", "", "[a]: b \"c\n", "", "" },
    { "labels that do not end", "", "[a\n", "", "" },
    { "definitions and uses of none", "", "[a]: b\n", "\n", "[c] " },
    { "autolinks", "", "<https://a.b> ", "", "" },
    { "autolinks that do not end", "", "<https://a", "", "" },
    { "addresses", "", "<a@b.c> ", "", "" },
    { "bare addresses", "", "https://a.b ", "", "" },
    { "one bare address", "https://a", "(https://a", "", ")." },
    { "tags", "", "<b>", "", "" },
    { "tags that do not end", "", "<a b=\"", "", "" },
    { "comments that do not end", "", "</<!--", "", "" },
    { "instructions that do not end", "", "a <?", "", "" },
    { "declarations that do not end", "", "a <!A ", "", "" },
    { "sections that do not end", "", "a <![CDATA[", "", "" },
    { "blocks of HTML", "", "<div>\n\n", "", "" },
    { "entities", "", "&amp;", "", "" },
    { "ampersands", "", "&", "", "" },
    { "escapes", "", "\\[", "", "" },
    { "code", "", "`a` ", "", "" },
    { "code that does not end", "", "`a``b", "", "" },
    { "headings", "", "# a #\n", "", "" },
    { "headings by a line below", "a\n", "a\n-\n", "", "" },
    { "lines", "", "---\n", "", "" },
    { "fences", "", "```\n", "", "" },
    { "indented code", "", "    a\n", "", "" },
    { "tables", "", "|a|b|\n|-|-|\n", "", "" },
    { "one wide table", "", "|a", "|\n", "|-" },
    { "lists", "", "- a\n", "", "" },
    { "loose lists", "", "1. a\n\n", "", "" },
    { "lists of lists", "", "- - a\n", "", "" },
    { "a deep list", "", "- ", "a", "" },
    { "a deep list and lines without an end", "", "- ", "a", "\n" },
    { "a deep list and lines that go on", "", "- ", "a\n", "a\n" },
    { "a deep list and code", "", "- ", "```\n", "\n" },
    { "a deep list of numbers", "", "1. ", "a", "\n" },
    { "a deep list in a quote", "> ", "- ", "a", "\n" },
    { "a deep list by tabs", "", "-\t", "a", "\n" },
    { "quotes", "", "> a\n\n", "", "" },
    { "a deep quote", "", "> ", "a", "" },
    { "a deep quote and lines that go on", "", ">", "a\n", "a\n" },
};

static void list(const char *text, struct arena *arena)
{
    bullets_as_list(text, arena);
}

static const struct shape bulleted[] = {
    { "bullets", "", "• a\n", "", "" },
    { "bullets without words", "", "• ", "", "" },
    { "levels", "", "\t• a\n", "", "" },
    { "lists and paragraphs", "", "• a\nb\n", "", "" },
};

static void the_cost_of_bullets_follows_their_text(void **state)
{
    (void)state;
    assert_all_linear(bulleted, list);
}

static void the_cost_of_markdown_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(marked, show);
}

/* Levels that grow a little with each line cannot be written as a shape. */
static void levels_that_grow_line_by_line_cost_no_more(void **state)
{
    (void)state;
    char *texts[2];
    for (size_t i = 0, length = GROWTH_LENGTH; i < 2; i++, length *= GROWTH_STEP) {
        char *end = texts[i] = calloc(length + 1, 1);
        for (size_t indent = 0; (size_t)(end - texts[i]) + indent + 4 < length / 2; indent += 2) {
            end = growth_repeat(end, " ", indent);
            end = growth_repeat(end, "- a\n", 1);
        }
        growth_repeat(end, "\n", length - (size_t)(end - texts[i]));
    }
    assert_true(growth_is_between("levels", texts[0], texts[1], show));
    free(texts[0]);
    free(texts[1]);
}

/* Compares the second half of TEXT with the first. */
static void compare(const char *text, struct arena *arena)
{
    size_t half = strlen(text) / 2;
    diff_words(arena_copy_bytes(arena, text, half), text + half, arena);
}

static void merge(const char *text, struct arena *arena)
{
    size_t third = strlen(text) / 3;
    merge_texts(arena_copy_bytes(arena, text, third), arena_copy_bytes(arena, text + third, third),
                text + 2 * third, arena);
}

static const struct shape words[] = {
    { "one word", "", "a", "", "" },
    { "the same words", "", "a ", "", "" },
    { "other words", "", "a ", "", "b " },
    { "spaces", "", " ", "", "" },
    { "lines", "", "a\nb ", "", "" },
    { "words in another order", "", "a b c ", "", "c b a " },
    { "three kinds", "", "a ", "c ", "b c " },
};

static void the_cost_of_differences_follows_their_texts(void **state)
{
    (void)state;
    assert_all_linear(words, compare);
}

static void the_cost_of_merging_follows_its_texts(void **state)
{
    (void)state;
    assert_all_linear(words, merge);
}

static void read_glossary(const char *text, struct arena *arena)
{
    struct terms terms;
    terms_read(&terms, text, arena);
}

static const struct shape glossaries[] = {
    { "terms", "", "- **a** – b. c\n", "", "" },
    { "terms that do not end", "", "- **a\n", "", "" },
    { "meanings that do not end", "", "- **a** – b\n", "", "" },
    { "one line", "", "- **a** – b ", "", "" },
    { "one term of many", "- **", "a, ", "** – b. c\n", "" },
    { "commas", "- **", ",", "** – b. c\n", "" },
};

static void the_cost_of_reading_a_glossary_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(glossaries, read_glossary);
}

/* The first half of TEXT is a term, the second a text that has almost all of it. */
static void explain(const char *text, struct arena *arena)
{
    size_t half = strlen(text) / 2;
    struct terms terms;
    terms_read(&terms, arena_print(arena, "- **%.*sx** – b. c\n", (int)half, text), arena);
    const struct markdown_links links = { .path = path_of, .terms = &terms };
    markdown_html(text + half, &links, arena);
}

static const struct shape explained[] = {
    { "one word", "", "a", "", "" },
    { "words", "", "a ", "", "" },
    { "words of a term of some", "", "ab, ", "", "" },
    { "spaces", "a", " ", "", "" },
};

static void the_cost_of_explaining_terms_follows_the_texts(void **state)
{
    (void)state;
    assert_all_linear(explained, explain);
}

static void read_json(const char *text, struct arena *arena)
{
    (void)arena;
    cJSON_Delete(cJSON_Parse(text));
}

static const struct shape objects[] = {
    { "lists", "", "[", "", "]" },
    { "lists that do not end", "", "[", "", "" },
    { "objects", "", "{\"a\":", "1", "}" },
    { "members", "{\"a\":1", ",\"a\":1", "}", "" },
    { "numbers", "[1", ",1", "]", "" },
    { "one number", "", "1", "", "" },
    { "escapes", "\"", "\\u00e9", "\"", "" },
    { "a string that does not end", "\"", "a", "", "" },
};

static void the_cost_of_json_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(objects, read_json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cost_of_markdown_follows_its_length),
        cmocka_unit_test(levels_that_grow_line_by_line_cost_no_more),
        cmocka_unit_test(the_cost_of_differences_follows_their_texts),
        cmocka_unit_test(the_cost_of_merging_follows_its_texts),
        cmocka_unit_test(the_cost_of_bullets_follows_their_text),
        cmocka_unit_test(the_cost_of_reading_a_glossary_follows_its_length),
        cmocka_unit_test(the_cost_of_explaining_terms_follows_the_texts),
        cmocka_unit_test(the_cost_of_json_follows_its_length),
    };
    return cmocka_run_group_tests_name("growth", tests, NULL, NULL);
}
