/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "http/cookie.h"

static void a_cookie_is_found_by_its_whole_name(void **state)
{
    (void)state;
    static const struct {
        const char *field, *value;
    } cases[] = {
        { "desk=1", "1" },
        { "other=2; desk=1", "1" },
        { "other=2;desk=1", "1" },
        { "other=2;  ; desk=1; more=3", "1" },
        { "desk=1; desk=2", "1" },
        { "desk=a=b", "a=b" },
        { "desk=", "" },
        { "desk=1 ", "1 " },
        { "", NULL },
        { "desk", NULL },
        { ";;; ;", NULL },
        { "mydesk=1", NULL },
        { "desk-login=1", NULL },
        { "other=desk=1", NULL },
        { "other=2,desk=1", NULL },
        { "DESK=1", NULL },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *value = cookie_value(cases[i].field, "desk", arena);
        if (cases[i].value ? !value || strcmp(value, cases[i].value) != 0 : value != NULL)
            fail_msg("%s: %s", cases[i].field, value ? value : "none");
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cookie_is_found_by_its_whole_name),
    };
    return cmocka_run_group_tests_name("cookie", tests, NULL, NULL);
}
