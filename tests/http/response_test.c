/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>
#include <zlib.h>

#include "http/response.h"

static struct response page(size_t length)
{
    struct response response = response_new(arena);
    for (size_t i = 0; i < length; i++)
        buffer_append(&response.body, &"abcdefghij klmnop"[i % 17], 1);
    response.cacheable = true;
    return response;
}

static struct buffer answer(const struct response *response, struct request request)
{
    struct buffer output = buffer_in(arena);
    if (!request.if_none_match)
        request.if_none_match = "";
    response_write(response, &request, &output);
    return output;
}

static const char *tag_of(const struct buffer *output)
{
    const char *tag = strstr(output->bytes, "ETag: ");
    assert_non_null(tag);
    return arena_copy_bytes(arena, tag + 6, strcspn(tag + 6, "\r"));
}

static void a_compressed_body_is_the_same_page(void **state)
{
    (void)state;
    struct response response = page(5000);
    struct buffer output = answer(&response, (struct request){ .accepts_gzip = true });
    assert_contains(output.bytes, "Content-Encoding: gzip\r\n");
    assert_contains(output.bytes, "Vary: Accept-Encoding\r\n");

    const char *body = strstr(output.bytes, "\r\n\r\n") + 4;
    char plain[6000];
    z_stream stream = { .next_in = (unsigned char *)body,
                        .avail_in = (unsigned)(output.bytes + output.length - body),
                        .next_out = (unsigned char *)plain,
                        .avail_out = sizeof plain };
    assert_int_equal(inflateInit2(&stream, 31), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.total_out, 5000);
    assert_memory_equal(plain, response.body.bytes, 5000);
    inflateEnd(&stream);
}

static void the_two_encodings_have_two_tags(void **state)
{
    (void)state;
    struct response response = page(5000);
    struct buffer plain = answer(&response, (struct request){ 0 });
    struct buffer packed = answer(&response, (struct request){ .accepts_gzip = true });
    assert_string_not_equal(tag_of(&plain), tag_of(&packed));
}

static void a_client_that_has_the_page_gets_304_without_a_body(void **state)
{
    (void)state;
    struct response response = page(5000);
    struct buffer first = answer(&response, (struct request){ 0 });
    const char *tags[] = { tag_of(&first), arena_print(arena, "W/%s", tag_of(&first)),
                           arena_print(arena, "\"x\", %s", tag_of(&first)), "*" };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct buffer output = answer(&response, (struct request){ .if_none_match = tags[i] });
        assert_contains(output.bytes, "Status: 304 ");
        assert_string_equal(strstr(output.bytes, "\r\n\r\n"), "\r\n\r\n");
    }
    struct buffer other = answer(&response, (struct request){ .if_none_match = "\"x\"" });
    assert_contains(other.bytes, "Status: 200 ");
}

static void head_has_the_header_of_get_and_no_body(void **state)
{
    (void)state;
    struct response response = page(5000);
    struct buffer get = answer(&response, (struct request){ 0 });
    struct buffer head = answer(&response, (struct request){ .method = METHOD_HEAD });
    assert_int_equal(head.length + 5000, get.length);
    assert_memory_equal(head.bytes, get.bytes, head.length);
}

static void an_error_has_no_tag(void **state)
{
    (void)state;
    struct response response = page(5000);
    response.status = 404;
    struct buffer output = answer(&response, (struct request){ .if_none_match = "*" });
    assert_contains(output.bytes, "Status: 404 Not Found\r\n");
    assert_lacks(output.bytes, "ETag");
}

static void a_header_with_a_line_break_is_left_out(void **state)
{
    (void)state;
    struct response response = page(10);
    response_header(&response, "Location", "/a\r\nSet-Cookie: x=y");
    struct buffer output = answer(&response, (struct request){ 0 });
    assert_lacks(output.bytes, "Set-Cookie");
    assert_lacks(output.bytes, "Location");
}

static bool no_piece(struct stream *stream, struct buffer *piece)
{
    (void)stream;
    (void)piece;
    return false;
}

static void a_stream_follows_its_header_unless_the_client_has_it(void **state)
{
    (void)state;
    struct stream stream = { .length = 123456789, .next = no_piece };
    struct response response = response_new(arena);
    response.stream = &stream;
    response.tag = "\"abc\"";
    response_attachment(&response, "Verklaring d’été; \"x\"", ".pdf");
    struct request request = { .method = METHOD_GET, .if_none_match = "", .accepts_gzip = true };
    struct buffer output = buffer_in(arena);
    assert_true(response_write(&response, &request, &output));
    assert_contains(output.bytes, "Content-Length: 123456789\r\n");
    assert_contains(output.bytes, "ETag: \"abc\"\r\n");
    assert_lacks(output.bytes, "Content-Encoding");
    assert_contains(output.bytes,
                    "Content-Disposition: attachment; filename=\"document.pdf\"; "
                    "filename*=UTF-8''Verklaring%20d%E2%80%99%C3%A9t%C3%A9%3B%20%22x%22.pdf\r\n");
    request.if_none_match = "\"abc\"";
    output = buffer_in(arena);
    assert_false(response_write(&response, &request, &output));
    assert_contains(output.bytes, "Status: 304");
    request = (struct request){ .method = METHOD_HEAD, .if_none_match = "" };
    output = buffer_in(arena);
    assert_false(response_write(&response, &request, &output));
    assert_contains(output.bytes, "Content-Length: 123456789\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stream_follows_its_header_unless_the_client_has_it),
        cmocka_unit_test(a_compressed_body_is_the_same_page),
        cmocka_unit_test(the_two_encodings_have_two_tags),
        cmocka_unit_test(a_client_that_has_the_page_gets_304_without_a_body),
        cmocka_unit_test(head_has_the_header_of_get_and_no_body),
        cmocka_unit_test(an_error_has_no_tag),
        cmocka_unit_test(a_header_with_a_line_break_is_left_out),
    };
    return cmocka_run_group_tests_name("response", tests, set_up, tear_down);
}
