/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "http/multipart.h"

#define TYPE "multipart/form-data; boundary=----x"
#define TEXT(NAME, VALUE) \
    "------x\r\nContent-Disposition: form-data; name=\"" NAME "\"\r\n\r\n" VALUE "\r\n"
#define FILE_PART(NAME, FILE, VALUE)                                                          \
    "------x\r\nContent-Disposition: form-data; name=\"" NAME "\"; filename=\"" FILE "\"\r\n" \
    "Content-Type: application/pdf\r\n\r\n" VALUE "\r\n"
#define END "------x--\r\n"

static struct parameters parameters;
static struct uploads uploads;

static bool read_bytes(const char *type, const char *body, size_t length)
{
    return multipart_read(type, body, length, arena, &parameters, &uploads);
}

static void texts_and_files_are_read(void **state)
{
    (void)state;
    static const char body[] = TEXT("title", "caf\xC3\xA9\r\n--x")
        FILE_PART("file", "C:\\a\\r%22.pdf", "%PDF-\0\r\n--") END;
    assert_true(read_bytes(TYPE, body, sizeof body - 1));
    assert_int_equal(parameters.count, 1);
    assert_string_equal(parameters_value(&parameters, "title"), "caf\xC3\xA9\r\n--x");
    assert_int_equal(uploads.count, 1);
    assert_string_equal(uploads.items[0].name, "file");
    assert_string_equal(uploads.items[0].file_name, "r\".pdf");
    assert_int_equal(uploads.items[0].length, 10);
    assert_memory_equal(uploads.items[0].bytes, "%PDF-\0\r\n--", 10);
}

static void a_field_where_no_file_was_chosen_has_no_name(void **state)
{
    (void)state;
    static const char body[] = FILE_PART("file", "", "") END;
    assert_true(read_bytes(TYPE, body, sizeof body - 1));
    assert_string_equal(uploads.items[0].file_name, "");
    assert_int_equal(uploads.items[0].length, 0);
}

static void a_nul_in_a_text_hides_nothing(void **state)
{
    (void)state;
    static const char body[] = TEXT("title", "a\0b") END;
    assert_true(read_bytes(TYPE, body, sizeof body - 1));
    assert_string_equal(parameters_value(&parameters, "title"), "a\x01"
                                                                "b");
}

/* The body is refused wherever it is cut off. */
static void an_incomplete_body_is_refused(void **state)
{
    (void)state;
    static const char body[] = TEXT("title", "a") FILE_PART("file", "a.pdf", "%PDF-") END;
    for (size_t length = 0; length < sizeof body - 1 - strlen("\r\n"); length++) {
        const char *part = arena_copy_bytes(
            arena, body, length); /* so that the sanitizer sees reads beyond its end */
        assert_false(read_bytes(TYPE, part, length));
    }
}

static void a_malformed_body_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *type, *body;
    } cases[] = {
        { "multipart/form-data", TEXT("a", "b") END },
        { "multipart/form-data; boundary=", TEXT("a", "b") END },
        { "multipart/form-data; boundary=other", TEXT("a", "b") END },
        { TYPE, "x" TEXT("a", "b") END },
        { TYPE, "------x\r\n\r\n\r\nb\r\n" END },
        { TYPE, "------x\r\nContent-Disposition: form-data\r\n\r\nb\r\n" END },
        { TYPE, "------xContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n" END },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_false(read_bytes(cases[i].type, cases[i].body, strlen(cases[i].body)));
    assert_true(read_bytes("multipart/form-data; charset=x; Boundary=\"----x\"", TEXT("a", "b") END,
                           strlen(TEXT("a", "b") END)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_and_files_are_read),
        cmocka_unit_test(a_field_where_no_file_was_chosen_has_no_name),
        cmocka_unit_test(a_nul_in_a_text_hides_nothing),
        cmocka_unit_test(an_incomplete_body_is_refused),
        cmocka_unit_test(a_malformed_body_is_refused),
    };
    return cmocka_run_group_tests_name("multipart", tests, set_up, tear_down);
}
