#include "support/check.h"

#include <string.h>

#include "text/table.h"

static const struct column columns[] = {
    { .name = "url" }, { .name = "number", .bare = true }, { .name = "meeting.title" }, { .name = "meeting.url" }
};
static const char *cells[] = { "https://a.example/", "7", "Eerste, \"tweede\"\nen derde", NULL, "b", NULL, NULL, NULL };
static const struct table table = { .columns = columns, .column_count = 4, .cells = cells, .row_count = 2 };

static void json_nests_what_a_point_parts_and_leaves_out_what_is_not_there(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer text = buffer_in(arena);
    table_json(&table, &(struct table_head){ .url = "u", .language = "nl", .next = "n" }, &text);
    assert_string_equal(text.bytes, "{\"url\":\"u\",\"language\":\"nl\",\"items\":[{\"url\":\"https://a.example/\",\"number\":7,"
                                    "\"meeting\":{\"title\":\"Eerste, \\\"tweede\\\"\\nen derde\"}},{\"url\":\"b\"}],"
                                    "\"next\":\"n\"}");
    arena_free(arena);
}

static void csv_quotes_what_would_be_taken_for_its_own_marks(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer text = buffer_in(arena);
    table_csv(&table, &text);
    assert_string_equal(text.bytes, "url,number,meeting_title,meeting_url\r\n"
                                    "https://a.example/,7,\"Eerste, \"\"tweede\"\"\nen derde\",\r\n"
                                    "b,,,\r\n");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_nests_what_a_point_parts_and_leaves_out_what_is_not_there),
        cmocka_unit_test(csv_quotes_what_would_be_taken_for_its_own_marks),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
