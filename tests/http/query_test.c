/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "http/query.h"

static void a_value_is_found_and_decoded(void **state)
{
    (void)state;
    static const struct {
        const char *query, *value;
    } cases[] = {
        { "a=1", "1" },
        { "b=2&a=1", "1" },
        { "aa=2&a=1", "1" },
        { "a=1&a=2", "1" },
        { "a=x+y%20z", "x y z" },
        { "a=caf%C3%A9", "café" },
        { "a=100%", "100%" },
        { "a=%4", "%4" },
        { "a=%zz", "%zz" },
        { "&&a=1&", "1" },
        { "a=b=c", "b=c" },
        { "a=", NULL },
        { "a", NULL },
        { "", NULL },
        { "A=1", NULL },
        { "b=a=1", NULL },
        { "a=%41", "A" },
        { "a=grens%C2%ADarbeid%E2%80%8B", "grensarbeid" },
        { "a=x%0By", "x y" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *value;
        assert_int_equal(query_value(cases[i].query, "a", 20, arena, &value), OK);
        if (cases[i].value)
            assert_string_equal(value, cases[i].value);
        else
            assert_null(value);
    }
}

static void a_value_that_is_no_text_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "a=%00", "a=x%0Ay",     "a=%FF",       "a=%C3",   "a=123456789012345678901",
        "a=%1b", "a=%EF%BF%BF", "a=%E2%80%AE", "a=%C2%80"
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *value;
        assert_int_equal(query_value(bad[i], "a", 20, arena, &value), ERR_INVALID);
    }
}

static void unknown_and_repeated_parameters_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *query, *unknown;
    } cases[] = {
        { "", "" },         { "a=1&limit=2", "" }, { "a=&b=", "" },    { "&&a=1&", "" },
        { "c=1", "c" },     { "c", "c" },          { "a=1&a=2", "a" }, { "c=1&a=1&c=2", "c c" },
        { "a%62=1", "ab" }, { "%61=1", "" },       { "%FF=1", "?" },   { "A=1", "A" },
        { "|=1", "|" },     { "limi=1", "limi" },  { "=1", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct query_names unknown = query_unknown(cases[i].query, "a b | limit", arena);
        struct buffer joined = buffer_in(arena);
        buffer_add(&joined, "");
        for (size_t k = 0; k < unknown.count; k++)
            buffer_print(&joined, "%s%s", k ? " " : "", unknown.items[k]);
        assert_string_equal(joined.bytes, cases[i].unknown);
    }
    assert_int_equal(query_unknown("=1", "a", arena).count, 1);
}

static void words_of_a_search_lose_characters_that_reverse_text(void **state)
{
    (void)state;
    const char *words;
    assert_int_equal(query_words("q=a%E2%80%AEb%E2%81%A6c", "q", 20, arena, &words), OK);
    assert_string_equal(words, "abc");
    assert_int_equal(query_words("q=%E2%80%AE", "q", 20, arena, &words), OK);
    assert_null(words);
    assert_int_equal(query_words("q=a%00", "q", 20, arena, &words), ERR_INVALID);
    assert_int_equal(query_words("q=%FF", "q", 20, arena, &words), ERR_INVALID);
}

static void a_written_query_reads_back(void **state)
{
    (void)state;
    const struct parameter parameters[] = { { "q", "a b&c=d+é%\"" },
                                            { "none", NULL },
                                            { "page", "2" } };
    const char *query = query_write(parameters, 3, arena), *value;
    assert_string_equal(query, "?q=a%20b%26c%3Dd%2B%C3%A9%25%22&page=2");
    assert_int_equal(query_value(query + 1, "q", 100, arena, &value), OK);
    assert_string_equal(value, parameters[0].value);
    assert_string_equal(query_write(parameters + 1, 1, arena), "");
}

static void all_of_a_query_is_read_in_its_order(void **state)
{
    (void)state;
    struct parameters read = query_read("a=1&&b+c=%26&a=2&none&=x&e=", arena);
    assert_int_equal(read.count, 4);
    assert_string_equal(read.items[1].name, "b c");
    assert_string_equal(read.items[1].value, "&");
    assert_string_equal(parameters_value(&read, "a"), "1");
    assert_string_equal(parameters_value(&read, "e"), "");
    assert_null(parameters_value(&read, "none"));
    assert_int_equal(query_read("", arena).count, 0);
}

static void only_named_parameters_stay_in_one_order(void **state)
{
    (void)state;
    static const char names[] = "forum year before";
    assert_string_equal(query_of_names("", names, arena), "");
    assert_string_equal(query_of_names("utm=x&q=1", names, arena), "");
    assert_string_equal(query_of_names("a=1", "", arena), "");
    assert_string_equal(query_of_names("year=20%322&utm=x&&forum=a+b", names, arena),
                        "forum=a+b&year=20%322");
    assert_string_equal(query_of_names("forum=&year=1&year=2&before", names, arena), "year=1");
    assert_string_equal(query_of_names("xforum=1&forumx=2&foru=3", names, arena), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_and_repeated_parameters_are_named),
        cmocka_unit_test(words_of_a_search_lose_characters_that_reverse_text),
        cmocka_unit_test(a_written_query_reads_back),
        cmocka_unit_test(a_value_is_found_and_decoded),
        cmocka_unit_test(all_of_a_query_is_read_in_its_order),
        cmocka_unit_test(only_named_parameters_stay_in_one_order),
        cmocka_unit_test(a_value_that_is_no_text_is_refused),
    };
    return cmocka_run_group_tests_name("query", tests, set_up, tear_down);
}
