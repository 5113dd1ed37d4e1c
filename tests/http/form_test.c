#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "http/form.h"

static const char *const choices[] = { "save", "publish", NULL };
static const struct field fields[] = {
    { .name = "title", .kind = FIELD_LINE, .required = true, .most = 5 },
    { .name = "body", .kind = FIELD_TEXT, .most = 20 },
    { .name = "secret", .kind = FIELD_SECRET, .most = 20 },
    { .name = "action", .kind = FIELD_CHOICE, .choices = choices },
    { .name = "ticked", .kind = FIELD_FLAG },
    { .name = "number", .kind = FIELD_NUMBER },
};
static const struct form form = { .fields = fields, .count = 6, .further = "text.", .further_most = 10 };
static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void what_is_sound_is_read(void **state)
{
    (void)state;
    struct input input =
        input_read(&form, "title=+%C3%A9t%C3%A9+&body=a%0D%0Ab&secret=+x+&action=save&ticked=yes&number=42&other=1", arena);
    assert_true(input.sound);
    assert_string_equal(input_value(&input, "title"), "été");
    assert_string_equal(input_value(&input, "body"), "a\nb");
    assert_string_equal(input_value(&input, "secret"), " x ");
    assert_string_equal(input_value(&input, "number"), "42");
    assert_non_null(input_value(&input, "ticked"));
}

static void each_fault_is_told_and_what_was_sent_stays(void **state)
{
    (void)state;
    static const struct {
        const char *body, *name;
        enum fault fault;
    } cases[] = {
        { "body=x", "title", FAULT_MISSING },
        { "title=", "title", FAULT_MISSING },
        { "title=+++", "title", FAULT_MISSING },
        { "title=abcdef", "title", FAULT_TOO_LONG },
        { "title=a&action=delete", "action", FAULT_NOT_OFFERED },
        { "title=a%0Ab", "title", FAULT_CONTROLS },
        { "title=a&body=%00", "body", FAULT_CONTROLS },
        { "title=%FF", "title", FAULT_CONTROLS },
        { "title=a&number=-1", "number", FAULT_NOT_OFFERED },
        { "title=a&number=9999999999999999999", "number", FAULT_NOT_OFFERED },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct input input = input_read(&form, cases[i].body, arena);
        assert_false(input.sound);
        for (size_t k = 0; k < form.count; k++)
            assert_int_equal(input.faults[k], strcmp(fields[k].name, cases[i].name) == 0 ? cases[i].fault : FAULT_NONE);
    }
    struct input input = input_read(&form, "title=abcdef&body=kept", arena);
    assert_string_equal(input_value(&input, "title"), "abcdef");
    assert_string_equal(input_value(&input, "body"), "kept");
}

static void umlauts_count_as_one_character(void **state)
{
    (void)state;
    assert_true(input_read(&form, "title=%C3%A4%C3%B6%C3%BC%C3%A4%C3%B6", arena).sound);
}

static void further_texts_come_with_their_names_and_bounds(void **state)
{
    (void)state;
    struct input input = input_read(&form, "title=a&text.summary=Kort&text.agenda.x=a%0D%0Ab&text.=x&text", arena);
    assert_true(input.sound);
    assert_int_equal(input.further_count, 2);
    assert_string_equal(input.further[0].name, "summary");
    assert_string_equal(input.further[1].name, "agenda.x");
    assert_string_equal(input.further[1].value, "a\nb");
    input = input_read(&form, "title=a&text.summary=12345678901", arena);
    assert_false(input.sound);
    assert_int_equal(input.further[0].fault, FAULT_TOO_LONG);
}

static void no_number_of_fields_is_too_large(void **state)
{
    (void)state;
    struct buffer body = buffer_in(arena);
    buffer_add(&body, "title=a");
    for (int i = 0; i < 5000; i++)
        buffer_print(&body, "&text.f%d=x", i);
    assert_true(input_read(&form, body.bytes, arena).further_count <= 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_sound_is_read),
        cmocka_unit_test(each_fault_is_told_and_what_was_sent_stays),
        cmocka_unit_test(umlauts_count_as_one_character),
        cmocka_unit_test(further_texts_come_with_their_names_and_bounds),
        cmocka_unit_test(no_number_of_fields_is_too_large),
    };
    return cmocka_run_group_tests_name("form", tests, set_up, tear_down);
}
