#include "support/check.h"

#include <string.h>

#include "http/query.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

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

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = { "a=%00", "a=x%0Ay", "a=%FF", "a=%C3", "a=123456789012345678901", "a=%1b" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *value;
        assert_int_equal(query_value(bad[i], "a", 20, arena, &value), ERR_INVALID);
    }
}

static void what_is_written_reads_back(void **state)
{
    (void)state;
    const struct parameter parameters[] = { { "q", "a b&c=d+é%\"" }, { "none", NULL }, { "page", "2" } };
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(a_value_is_found_and_decoded),
        cmocka_unit_test(all_of_a_query_is_read_in_its_order),
        cmocka_unit_test(what_is_no_text_is_refused),
    };
    return cmocka_run_group_tests_name("query", tests, set_up, tear_down);
}
