/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <cjson/cJSON.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"

static char captured[16384];

/* The line of the log that is written to standard error. */
static const char *capture(const char *message, const char *value, long number)
{
    int ends[2], saved = dup(STDERR_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDERR_FILENO);
    log_info(message, log_string("value", value), log_string("absent", NULL),
             log_number("number", number));
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(ends[1]);
    ssize_t length = read(ends[0], captured, sizeof captured - 1);
    close(ends[0]);
    captured[length > 0 ? length : 0] = '\0';
    return captured;
}

static void a_line_is_one_json_object(void **state)
{
    (void)state;
    const char *line = capture("hello \"world\"\n", "tab\there", -5);
    assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
    cJSON *json = cJSON_Parse(line);
    assert_non_null(json);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(json, "message")),
                        "hello \"world\"\n");
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(json, "value")), "tab\there");
    assert_int_equal((int)cJSON_GetNumberValue(cJSON_GetObjectItem(json, "number")), -5);
    assert_null(cJSON_GetObjectItem(json, "absent"));
    cJSON_Delete(json);
}

static void lines_of_a_request_have_its_id(void **state)
{
    (void)state;
    log_of_request("5e\"");
    cJSON *json = cJSON_Parse(capture("x", "y", 1));
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(json, "id")), "5e\"");
    cJSON_Delete(json);
    log_of_request("");
    assert_null(strstr(capture("x", "y", 1), "\"id\""));
}

static void broken_utf8_becomes_the_replacement_character(void **state)
{
    (void)state;
    cJSON *json = cJSON_Parse(capture("x", "a\xFF\xC3z", 1));
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(json, "value")),
                        "a\xEF\xBF\xBD\xEF\xBF\xBDz");
    cJSON_Delete(json);
}

/* C1 controls (ECMA-48): a terminal that shows the log would obey U+009B like ESC [. */
static void controls_of_more_than_one_byte_are_escaped(void **state)
{
    (void)state;
    const char *line = capture("x", "a\xC2\x80-\xC2\x9B-\xC2\x9F-\xC2\xA0-\xC3\x9Bz", 1);
    assert_contains(line, "a\\u0080-\\u009b-\\u009f-\xC2\xA0-\xC3\x9Bz");
    cJSON *json = cJSON_Parse(line);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(json, "value")),
                        "a\xC2\x80-\xC2\x9B-\xC2\x9F-\xC2\xA0-\xC3\x9Bz");
    cJSON_Delete(json);
}

static void a_value_of_any_length_leaves_a_whole_line(void **state)
{
    (void)state;
    static char value[9000];
    for (char filler = 1; filler < 3; filler++) { /* 1: each becomes \u0001 */
        memset(value, filler == 2 ? 'a' : filler, sizeof value - 1);
        const char *line = capture(value, value, 42);
        assert_true(strlen(line) < 4096);
        cJSON *json = cJSON_Parse(line);
        assert_non_null(json);
        assert_int_equal((int)cJSON_GetNumberValue(cJSON_GetObjectItem(json, "number")), 42);
        cJSON_Delete(json);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_one_json_object),
        cmocka_unit_test(lines_of_a_request_have_its_id),
        cmocka_unit_test(broken_utf8_becomes_the_replacement_character),
        cmocka_unit_test(controls_of_more_than_one_byte_are_escaped),
        cmocka_unit_test(a_value_of_any_length_leaves_a_whole_line),
    };
    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
