/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of a style sheet that a page can use. */
#include "support/arena.h"
#include "support/check.h"

#include "text/style.h"

static void rules_without_a_class_stay(void **state)
{
    (void)state;
    const char *sheet = ":root{--a:1}p,h1{margin:0}a:focus{color:red}";
    assert_string_equal(style_of(sheet, "<p>", arena), sheet);
    assert_string_equal(style_of("", "<p>", arena), "");
}

static void a_rule_stays_if_the_page_has_all_its_classes(void **state)
{
    (void)state;
    const char *sheet = ".a{x:1}.a .b{x:2}.b-c{x:3}.a.d{x:4}";
    assert_string_equal(style_of(sheet, "<p class=\"a\">", arena), ".a{x:1}");
    assert_string_equal(style_of(sheet, "<p class=\"a\"><b class=\"b d\">", arena),
                        ".a{x:1}.a .b{x:2}.a.d{x:4}");
    assert_string_equal(style_of(sheet, "class=\"b-c\" and a word: a", arena), ".b-c{x:3}");
}

static void the_used_selectors_of_a_list_stay(void **state)
{
    (void)state;
    assert_string_equal(style_of(".a,.b :is(i,.c),em{x:1}", "class=\"b\"", arena),
                        ".b :is(i,.c),em{x:1}");
    assert_string_equal(style_of(".a,.b{x:1}", "", arena), "");
}

static void rules_may_be_nested(void **state)
{
    (void)state;
    const char *sheet = "@media print{.a{x:1}p{x:2}}@media (min-width:4rem){@supports "
                        "selector(::a){.a{x:3}}}";
    assert_string_equal(style_of(sheet, "class=\"a\"", arena), sheet);
    assert_string_equal(style_of(sheet, "", arena), "@media print{p{x:2}}");
    assert_string_equal(style_of("@page{x:1}.a{x:2}", "", arena), "@page{x:1}");
}

static void a_class_that_depends_on_a_marker_counts(void **state)
{
    (void)state;
    assert_string_equal(
        style_of(".a{x:1}.b{x:2}.c{x:3}", "<p class=\"{{#IS}}a{{/IS}}{{#C}}b{{/C}}\">", arena),
        ".a{x:1}.b{x:2}");
    assert_string_equal(style_of(".a{x:1}", "<p{{#IS}} class=\"a\"{{/IS}}>", arena), ".a{x:1}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_without_a_class_stay),
        cmocka_unit_test(a_rule_stays_if_the_page_has_all_its_classes),
        cmocka_unit_test(the_used_selectors_of_a_list_stay),
        cmocka_unit_test(rules_may_be_nested),
        cmocka_unit_test(a_class_that_depends_on_a_marker_counts),
    };
    return cmocka_run_group_tests_name("style", tests, set_up, tear_down);
}
