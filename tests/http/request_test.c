/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "http/request.h"

/* Looks NAME up in a list of names and values. */
static const char *from_list(const char *name, void *context)
{
    for (const char *const *entry = context; *entry; entry += 2)
        if (strcmp(entry[0], name) == 0)
            return entry[1];
    return NULL;
}

static int read_request(struct request *request, const char **list)
{
    return request_read(request, arena, &(struct variables){ .get = from_list, .context = list });
}

static void an_ordinary_request_is_read(void **state)
{
    (void)state;
    struct request request;
    const char *list[] = { "REQUEST_METHOD",
                           "GET",
                           "PATH_INFO",
                           "/nl/info/caf\xC3\xA9",
                           "HTTP_ACCEPT_LANGUAGE",
                           "fr",
                           "HTTP_ACCEPT_ENCODING",
                           "gzip",
                           "REQUEST_ID",
                           "abc",
                           NULL };
    assert_int_equal(read_request(&request, list), 0);
    assert_int_equal(request.method, METHOD_GET);
    assert_string_equal(request.path, "/nl/info/caf\xC3\xA9");
    assert_string_equal(request.accept_language, "fr");
    assert_true(request.accepts_gzip);
    assert_string_equal(request.id, "abc");
    assert_string_equal(request.if_none_match, "");
}

static void malformed_requests_get_their_status(void **state)
{
    (void)state;
    static char long_path[2000] = "/";
    memset(long_path + 1, 'a', sizeof long_path - 2);
    const struct {
        const char *path, *length;
        int status;
    } cases[] = {
        { NULL, NULL, 400 },      { "", NULL, 400 },      { "nl/", NULL, 400 },
        { "/\xFF", NULL, 400 },   { "/a\nb", NULL, 400 }, { "/a\x01", NULL, 400 },
        { long_path, NULL, 414 }, { "/", "-1", 400 },     { "/", "12a", 400 },
        { "/", "1000", 0 },       { "/", "", 0 },         { "/", "99999999999999999999999", 400 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct request request;
        const char *list[] = { "REQUEST_METHOD", "GET",           "PATH_INFO", cases[i].path,
                               "CONTENT_LENGTH", cases[i].length, NULL };
        assert_int_equal(read_request(&request, list), cases[i].status);
        assert_non_null(request.path);
        assert_int_equal(request.path[0], '/');
    }
}

static size_t read_nothing(char *into, size_t max, void *context)
{
    (void)into, (void)max, (void)context;
    fail_msg("it is read");
    return 0;
}

static size_t read_letters(char *into, size_t max, void *context)
{
    (void)context;
    memset(into, 'a', max);
    return max;
}

static void a_body_is_read_up_to_its_limit_and_not_at_all_beyond(void **state)
{
    (void)state;
    const char *list[] = { "REQUEST_METHOD",
                           "POST",
                           "PATH_INFO",
                           "/",
                           "CONTENT_TYPE",
                           "application/x-www-form-urlencoded",
                           "CONTENT_LENGTH",
                           "1001",
                           NULL };
    struct request request;
    assert_int_equal(read_request(&request, list), 0);
    assert_int_equal(
        request_read_body(&request, arena, &(struct variables){ .read = read_nothing }, 1000), 413);
    assert_int_equal(
        request_read_body(&request, arena, &(struct variables){ .read = read_letters }, 1001), 0);
}

static void unknown_methods_are_other(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum method method;
    } cases[] = { { "HEAD", METHOD_HEAD }, { "POST", METHOD_POST }, { "get", METHOD_OTHER },
                  { "PUT", METHOD_OTHER }, { "", METHOD_OTHER },    { NULL, METHOD_OTHER } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct request request;
        const char *list[] = { "PATH_INFO", "/", "REQUEST_METHOD", cases[i].name, NULL };
        assert_int_equal(read_request(&request, list), 0);
        assert_int_equal(request.method, cases[i].method);
    }
}

static void an_overlong_header_counts_as_not_sent(void **state)
{
    (void)state;
    static char value[3000];
    memset(value, 'n', sizeof value - 1);
    struct request request;
    const char *list[] = { "PATH_INFO", "/", "HTTP_ACCEPT_LANGUAGE", value, "HTTP_ACCEPT_ENCODING",
                           value,       NULL };
    assert_int_equal(read_request(&request, list), 0);
    assert_string_equal(request.accept_language, "");
    assert_false(request.accepts_gzip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_ordinary_request_is_read),
        cmocka_unit_test(malformed_requests_get_their_status),
        cmocka_unit_test(a_body_is_read_up_to_its_limit_and_not_at_all_beyond),
        cmocka_unit_test(unknown_methods_are_other),
        cmocka_unit_test(an_overlong_header_counts_as_not_sent),
    };
    return cmocka_run_group_tests_name("request", tests, set_up, tear_down);
}
