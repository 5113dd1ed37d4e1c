/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdlib.h>

#include "base/config.h"

static void clear_settings(void)
{
#define UNSET(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) unsetenv(VARIABLE);
    CONFIG_TABLE(UNSET, UNSET)
#undef UNSET
}

static void without_an_environment_there_are_defaults(void **state)
{
    (void)state;
    struct config config;
    clear_settings();
    assert_true(config_read(&config));
    assert_int_equal(config.database_timeout_ms, 2000);
    assert_string_equal(config.site_url, "http://127.0.0.1:8080");
    assert_int_equal(config.strict, 0);
}

static void a_wrong_value_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[][2] = {
        { "BENELUX_CHILDREN", "many" },
        { "BENELUX_CHILDREN", "-1" },
        { "BENELUX_CHILDREN", "65" },
        { "BENELUX_CHILDREN", "4x" },
        { "BENELUX_DATABASE_TIMEOUT_MS", "99999999999999999999" },
        { "BENELUX_SITE_URL", "benelux.example" },
        { "BENELUX_SITE_URL", "https://a.example/" },
        { "BENELUX_SITE_URL", "https://" },
        { "BENELUX_LISTEN", "a\nb" },
        { "BENELUX_CONTACT", "press@example.org" },
        { "BENELUX_PRESS_CONTACT", "mailto:" },
        { "BENELUX_PRIVACY_CONTACT", "javascript:alert(1)" },
        { "BENELUX_LICENCE_URL", "https://example.org/\"><b>" },
        { "BENELUX_CHILDERN", "4" },
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct config config;
        clear_settings();
        setenv(wrong[i][0], wrong[i][1], 1);
        assert_false(config_read(&config));
        unsetenv(wrong[i][0]);
    }
}

static void a_right_value_is_taken(void **state)
{
    (void)state;
    struct config config;
    clear_settings();
    setenv("BENELUX_CHILDREN", "4", 1);
    setenv("BENELUX_SITE_URL", "https://plus.example", 1);
    assert_true(config_read(&config));
    assert_int_equal(config.children, 4);
    assert_string_equal(config.site_url, "https://plus.example");
}

/* Only for a site that is served over HTTPS. */
static void missing_contacts_are_logged(void **state)
{
    (void)state;
    struct config config;
    clear_settings();
    assert_true(config_read(&config));
    assert_int_equal(config_print_unset(&config), 0);
    setenv("BENELUX_SITE_URL", "https://plus.example", 1);
    assert_true(config_read(&config));
    assert_int_equal(config_print_unset(&config), 4);
    setenv("BENELUX_PRESS_CONTACT", "mailto:press@example.org", 1);
    assert_true(config_read(&config));
    assert_int_equal(config_print_unset(&config), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_an_environment_there_are_defaults),
        cmocka_unit_test(a_wrong_value_is_refused),
        cmocka_unit_test(a_right_value_is_taken),
        cmocka_unit_test(missing_contacts_are_logged),
    };
    return cmocka_run_group_tests_name("config", tests, NULL, NULL);
}
