/* SPDX-License-Identifier: EUPL-1.2 */
/* Page: what the tests of public pages share. They run the program as plain CGI, with the
 * database of tests/fixtures.sql. */
#ifndef SUPPORT_PAGE_H
#define SUPPORT_PAGE_H

#include "support/arena.h"
#include "support/cgi.h"
#include "support/check.h"

/* The answer to PATH with QUERY. The program has ended well and logged only the request. */
static inline struct answer get(const char *path, const char *query)
{
    const char *variable = arena_print(arena, "QUERY_STRING=%s", query);
    struct answer answer = cgi_get(arena, path, (const char *const[]){ variable, NULL });
    assert_int_equal(answer.exit_status, 0);
    assert_int_equal(answer.log_lines, 1);
    return answer;
}

#endif
