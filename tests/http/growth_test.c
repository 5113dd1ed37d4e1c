/* SPDX-License-Identifier: EUPL-1.2 */
/* Whatever a visitor sends, its cost is proportional to its length. */
#include "support/check.h"

#include "base/utf8.h"
#include "http/accept.h"
#include "http/cookie.h"
#include "http/form.h"
#include "http/multipart.h"
#include "support/growth.h"

static void read_query(const char *text, struct arena *arena)
{
    struct parameters parameters = query_read(text, arena);
    parameters_value(&parameters, "none");
    query_raw(text, "none", arena);
    query_write(parameters.items, parameters.count, arena);
}

static const struct shape queries[] = {
    { "one name", "", "a", "", "" },
    { "names without values", "", "a&", "", "" },
    { "ampersands", "", "&", "", "" },
    { "equals signs", "", "=", "", "" },
    { "parameters", "", "a=b&", "", "" },
    { "escapes", "a=", "%61", "", "" },
    { "escapes that break off", "a=", "%", "", "" },
    { "plus signs", "a=", "+", "", "" },
    { "NULs", "a=", "%00", "", "" },
};

static void the_cost_of_a_query_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(queries, read_query);
}

/* For the longest allowed search, and for longer ones. */
static void seek(const char *text, struct arena *arena)
{
    const char *value;
    query_value(arena_print(arena, "q=%s", text), "q", 2 * GROWTH_STEP * GROWTH_LENGTH, arena,
                &value);
    utf8_length(text);
}

static const struct shape searches[] = {
    { "letters", "", "a", "", "" },
    { "letters with accents", "", "%C3%A9", "", "" },
    { "letters that break off", "", "%C3", "", "" },
    { "words", "", "a+", "", "" },
    { "quotes", "", "%22", "", "" },
};

static void the_cost_of_a_search_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(searches, seek);
}

static void read_multipart(const char *text, struct arena *arena)
{
    struct parameters parameters;
    struct uploads uploads;
    multipart_read("multipart/form-data; boundary=x", text, strlen(text), arena, &parameters,
                   &uploads);
}

#define PART "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
static const struct shape bodies[] = {
    { "one part", "--x" PART, "a", "\r\n--x--", "" },
    { "parts", "--x", PART "b\r\n--x", "--", "" },
    { "parts that break off", "--x", PART, "", "" },
    { "line ends", "--x" PART, "\r\n", "\r\n--x--", "" },
    { "what almost is a boundary", "--x" PART, "\r\n--", "\r\n--x--", "" },
    { "a header that does not end", "--x\r\n", "a", "", "" },
    { "headers that do not end", "--x\r\n", "a: b\r\n", "", "" },
    { "empty parts", "--x", "\r\n--x", "--", "" },
    { "NULs", "--x" PART, "\x01", "\r\n--x--", "" },
    { "escapes in a name", "--x\r\nContent-Disposition: form-data; name=\"", "%22",
      "\"\r\n\r\n\r\n--x--", "" },
};

static void the_cost_of_a_multipart_body_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(bodies, read_multipart);
}

/* A form of the desk with rows; a visitor may send as many as fit into a body. */
static const struct field row_fields[] = { { .name = "text", .kind = FIELD_TEXT, .max = 5000 } };
static const struct form row_form = FORM(row_fields);
static const struct field fields[] = {
    { .name = "a", .kind = FIELD_TEXT, .max = 100000 },
    { .name = "b", .kind = FIELD_ADDRESS, .max = 100000 },
    { .name = "c", .kind = FIELD_SLUG, .max = 100000 },
    { .name = "d", .kind = FIELD_LINE, .max = 100000 },
    { .name = "row", .kind = FIELD_ROWS, .max = 60, .row = &row_form }
};
static const struct form form = { .fields = fields, .count = 5, .further_most = 100 };

static void read_form(const char *text, struct arena *arena)
{
    struct request request = { .content_type = "application/x-www-form-urlencoded",
                               .parameters = query_read(text, arena) };
    input_read(&form, &request, arena);
}

static const struct shape forms[] = {
    { "a text", "a=", "a", "", "" },
    { "a text of line ends", "a=", "%0D%0A", "", "" },
    { "an address", "b=https://", "a", "", "" },
    { "a slug", "c=", "a-", "", "" },
    { "a line of spaces", "d=", "+", "", "" },
    { "one field", "", "a=b&", "", "" },
    { "rows", "", "row.1.text=b&", "", "" },
    { "rows of another number", "", "row.99999.text=b&", "", "" },
    { "fields that there are not", "", "z=b&", "", "" },
};

static void the_cost_of_a_form_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(forms, read_form);
}

static void read_headers(const char *text, struct arena *arena)
{
    (void)arena;
    accept_language(text);
    accept_gzip(text);
    cookie_value(text, "none", arena);
}

static const struct shape headers[] = {
    { "languages", "", "nl,", "", "" }, { "weights", "", "nl;q=0.5,", "", "" },
    { "commas", "", ",", "", "" },      { "semicolons", "", ";", "", "" },
    { "spaces", "", " ", "", "" },      { "digits", "nl;q=0.", "1", "", "" },
    { "cookies", "", "a=b; ", "", "" }, { "one cookie", "a=", "b", "", "" },
    { "letters", "", "a", "", "" },
};

static void the_cost_of_a_header_follows_its_length(void **state)
{
    (void)state;
    assert_all_linear(headers, read_headers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cost_of_a_query_follows_its_length),
        cmocka_unit_test(the_cost_of_a_search_follows_its_length),
        cmocka_unit_test(the_cost_of_a_multipart_body_follows_its_length),
        cmocka_unit_test(the_cost_of_a_form_follows_its_length),
        cmocka_unit_test(the_cost_of_a_header_follows_its_length),
    };
    return cmocka_run_group_tests_name("growth", tests, NULL, NULL);
}
