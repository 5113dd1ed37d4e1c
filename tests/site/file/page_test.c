/* SPDX-License-Identifier: EUPL-1.2 */
/* Files as plain CGI, with the database of tests/fixtures.sql. */
#include "support/page.h"

#include <stdlib.h>
#include <string.h>

/* The address of the file of tests/fixtures.sql, from the meeting's page. */
static const char *address_of_file(void)
{
    const char *at = strstr(get("/nl/vergaderingen/zevende", "").body, "/files/");
    assert_non_null(at);
    return arena_copy_bytes(arena, at, strcspn(at, "\""));
}

static void a_file_comes_whole_as_an_attachment_with_its_hash_as_tag(void **state)
{
    (void)state;
    const char *path = address_of_file();
    assert_int_equal(strlen(path), strlen("/files/.pdf") + 64);
    struct answer answer = get(path, "");
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.length, 600009);
    assert_string_equal(answer_header(arena, &answer, "Content-Length"), "600009");
    assert_string_equal(answer_header(arena, &answer, "Content-Type"), "application/pdf");
    assert_memory_equal(answer.body, "%PDF-1.4 0123456789", 19);
    for (size_t i = 9; i < answer.length; i++)
        if (answer.body[i] != "0123456789"[(i - 9) % 10])
            fail_msg("byte %zu", i);
    assert_string_equal(answer_header(arena, &answer, "ETag"),
                        arena_print(arena, "\"%.64s\"", path + strlen("/files/")));
    assert_string_equal(answer_header(arena, &answer, "Content-Disposition"),
                        "attachment; filename=\"document.pdf\"; "
                        "filename*=UTF-8''Verslag%20d%E2%80%99%C3%A9t%C3%A9.pdf");
    assert_int_equal(answer.round_trips, 1 + 3);
}

static void a_client_that_has_the_file_gets_304(void **state)
{
    (void)state;
    const char *path = address_of_file(),
               *tag = arena_print(arena, "HTTP_IF_NONE_MATCH=\"%.64s\"", path + strlen("/files/"));
    struct answer answer = cgi_get(arena, path, (const char *const[]){ tag, NULL });
    assert_int_equal(answer.status, 304);
    assert_int_equal(answer.length, 0);
}

static void a_file_of_no_public_meeting_is_not_found(void **state)
{
    (void)state;
    /* printf '%%PDF-1.4 secret' | sha256sum */
    assert_int_equal(
        get("/files/ef66ec66d3c64b1add74807a393917784a36516997a6fdf812cc549ee68ba18e.pdf", "")
            .status,
        404);
    assert_int_equal(get("/files/x.pdf", "").status, 404);
    assert_int_equal(get("/files/.pdf", "").status, 404);
    assert_int_equal(get(arena_print(arena, "/files/%064d.pdf", 0), "").status, 404);
}

static void the_page_says_the_type_and_size_of_a_file(void **state)
{
    (void)state;
    assert_contains(get("/nl/vergaderingen/zevende", "").body, "<small>(nl, PDF, 601 kB)</small>");
    assert_contains(get("/nl/vergaderingen/zevende.json", "").body, "\"size\":600009");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_comes_whole_as_an_attachment_with_its_hash_as_tag),
        cmocka_unit_test(a_client_that_has_the_file_gets_304),
        cmocka_unit_test(a_file_of_no_public_meeting_is_not_found),
        cmocka_unit_test(the_page_says_the_type_and_size_of_a_file),
    };
    return cmocka_run_group_tests_name("file", tests, set_up, tear_down);
}
