/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "text/json.h"

static void missing_members_are_left_out(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    cJSON *json = json_object(arena);
    json_text(json, "title", "Vergadering \"7\"\n");
    json_text(json, "place", NULL);
    json_text_item(json_list(json, "names"), "é");
    struct buffer text = buffer_in(arena);
    json_write(json, &text);
    assert_string_equal(text.bytes, "{\"title\":\"Vergadering \\\"7\\\"\\n\",\"names\":[\"é\"]}");
    arena_free(arena);
}

static void nothing_in_it_ends_a_script_element(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    cJSON *json = json_object(arena);
    json_text(json, "a", "</script><!-- <script>");
    const char *text = json_for_html(json, arena);
    assert_null(strchr(text, '<'));
    cJSON *read = cJSON_Parse(text);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetObjectItem(read, "a")),
                        "</script><!-- <script>");
    cJSON_Delete(read);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_members_are_left_out),
        cmocka_unit_test(nothing_in_it_ends_a_script_element),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
