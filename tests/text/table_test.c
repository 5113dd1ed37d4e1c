/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "text/table.h"

static const struct column columns[] = { { .name = "url" },
                                         { .name = "number", .kind = COLUMN_NUMBER },
                                         { .name = "meeting.title" },
                                         { .name = "meeting.at.url" },
                                         { .name = "tags", .kind = COLUMN_LIST },
                                         { .name = "by.key", .kind = COLUMN_LIST },
                                         { .name = "by.name", .kind = COLUMN_LIST } };
static const struct columns its_columns = TABLE_COLUMNS(columns);
static const char *cells[] = { "https://a.example/",
                               "7",
                               "Eerste, \"tweede\"\nen derde",
                               NULL,
                               "x\n=y",
                               "BE\nNL",
                               "België\nNederland",
                               "b",
                               NULL,
                               NULL,
                               "https://b.example/",
                               NULL,
                               NULL,
                               NULL };
static const struct table table = { .columns = &its_columns, .cells = cells, .row_count = 2 };

static void json_nests_names_with_points_and_leaves_out_missing_values(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer text = buffer_in(arena);
    table_json(&table, &(struct table_head){ .url = "u", .language = "nl", .next = "n" }, &text);
    assert_string_equal(
        text.bytes,
        "{\"version\":1,\"url\":\"u\",\"language\":\"nl\",\"items\":[{\"url\":\"https://a.example/"
        "\",\"number\":7,"
        "\"meeting\":{\"title\":\"Eerste, \\\"tweede\\\"\\nen derde\"},\"tags\":[\"x\",\"=y\"],"
        "\"by\":[{\"key\":\"BE\",\"name\":\"België\"},{\"key\":\"NL\",\"name\":\"Nederland\"}]},"
        "{\"url\":\"b\",\"meeting\":{\"at\":{\"url\":\"https://b.example/"
        "\"}},\"tags\":[],\"by\":[]}],"
        "\"next\":\"n\"}");
    arena_free(arena);
}

static void csv_quotes_its_own_marks(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer text = buffer_in(arena);
    table_csv(&table, &text);
    assert_string_equal(text.bytes,
                        "url,number,meeting_title,meeting_at_url,tags,by_key,by_name\r\n"
                        "https://a.example/,7,\"Eerste, \"\"tweede\"\"\nen derde\",,x; =y,BE; "
                        "NL,België; Nederland\r\n"
                        "b,,,https://b.example/,,,\r\n");
    arena_free(arena);
}

/* OWASP, "CSV Injection". */
static void csv_has_no_cell_that_a_spreadsheet_takes_for_a_formula(void **state)
{
    (void)state;
    static const char *const formulas[][2] = {
        { "=1+1", "'=1+1" },
        { "+32 2 519", "'+32 2 519" },
        { "-1", "'-1" },
        { "@SUM(A1)", "'@SUM(A1)" },
        { "\t=1", "'\t'=1" },
        { "\r=1", "\"'\r'=1\"" },
        { "\n=1", "\"'\n'=1\"" },
        { "a\n=1", "\"a\n'=1\"" },
        { "a;=1;b", "a;'=1;b" },
        { "a;\"=1\"", "\"a;\"\"'=1\"\"\"" },
        { "a;\t=1", "a;'\t'=1" },
        { "a;;＝1", "a;;'＝1" },
        { "a; =1", "a; =1" },
        { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
        { "＝1", "'＝1" },
        { "＋1", "'＋1" },
        { "－1", "'－1" },
        { "＠A", "'＠A" },
        { "a=1", "a=1" },
        { "'=1", "'=1" },
        { "", "" },
        { "2022-03", "2022-03" },
        { "– streep", "– streep" },
    };
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        struct arena *arena = arena_new();
        struct buffer text = buffer_in(arena);
        const struct column one[] = { { .name = "title" },
                                      { .name = "degrees", .kind = COLUMN_NUMBER } };
        const struct columns both = TABLE_COLUMNS(one);
        const char *values[] = { formulas[i][0], "-7" };
        const struct table its = { .columns = &both, .cells = values, .row_count = 1 };
        table_csv(&its, &text);
        assert_string_equal(text.bytes,
                            arena_print(arena, "title,degrees\r\n%s,-7\r\n", formulas[i][1]));
        arena_free(arena);
    }
}

static void excel_gets_semicolons_after_a_mark_of_utf_8(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    static const struct column one[] = { { .name = "title" }, { .name = "forum.key" } };
    static const struct columns both = TABLE_COLUMNS(one);
    const char *its_cells[] = { "één; twee, drie", NULL, "=1", "penta" };
    const struct table its = { .columns = &both, .cells = its_cells, .row_count = 2 };
    struct buffer text = buffer_in(arena);
    table_excel(&its, &text);
    assert_string_equal(text.bytes, "\xef\xbb\xbf"
                                    "title;forum_key\r\n"
                                    "\"één; twee, drie\";\r\n"
                                    "'=1;penta\r\n");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_nests_names_with_points_and_leaves_out_missing_values),
        cmocka_unit_test(csv_quotes_its_own_marks),
        cmocka_unit_test(excel_gets_semicolons_after_a_mark_of_utf_8),
        cmocka_unit_test(csv_has_no_cell_that_a_spreadsheet_takes_for_a_formula),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
