/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "http/form.h"

static const struct choice choices[] = { { "save", NULL }, { "publish", NULL }, { NULL, NULL } };
static const struct field row_fields[] = {
    { .name = "text", .kind = FIELD_LINE, .required = true, .max = 5 },
    { .name = "day", .kind = FIELD_DATE },
    { .name = "file", .kind = FIELD_FILE },
};
static const struct form row = FORM(row_fields);
static const struct field fields[] = {
    { .name = "title", .kind = FIELD_LINE, .required = true, .max = 5 },
    { .name = "body", .kind = FIELD_TEXT, .max = 20 },
    { .name = "secret", .kind = FIELD_SECRET, .max = 20 },
    { .name = "action", .kind = FIELD_CHOICE, .choices = choices },
    { .name = "ticked", .kind = FIELD_FLAG },
    { .name = "number", .kind = FIELD_NUMBER },
    { .name = "item", .kind = FIELD_ROWS, .max = 4, .row = &row },
};
static const struct form form = {
    .fields = fields, .count = 7, .further = "text.", .further_most = 10
};

static struct input read_body(const char *body, struct arena *memory)
{
    const struct request request = { .parameters = query_read(body, memory) };
    return input_read(&form, &request, memory);
}

static void a_sound_form_is_read(void **state)
{
    (void)state;
    struct input input = read_body(
        "title=+%C3%A9t%C3%A9+&body=a%0D%0Ab&secret=+x+&action=save&ticked=yes&number=42&other=1",
        arena);
    assert_true(input.sound);
    assert_string_equal(input_value(&input, "title"), "été");
    assert_string_equal(input_value(&input, "body"), "a\nb");
    assert_string_equal(input_value(&input, "secret"), " x ");
    assert_string_equal(input_value(&input, "number"), "42");
    assert_non_null(input_value(&input, "ticked"));
}

static void remains_of_programs_in_a_text_are_mended(void **state)
{
    (void)state;
    struct input input =
        read_body("title=%EF%BB%BF+a%C2%ADb%0B&body=a%0Bb%0D%0Ac%E2%80%8B&secret=a%C2%ADb%E2%80%8B"
                  "&text.x=%C2%ADa%E2%80%A8b&item.1.text=a%09b",
                  arena);
    assert_true(input.sound);
    assert_string_equal(input_value(&input, "title"), "ab");
    assert_string_equal(input_value(&input, "body"), "a\nb\nc");
    assert_string_equal(input_value(&input, "secret"), "a\xC2\xAD"
                                                       "b\xE2\x80\x8B");
    assert_string_equal(input.further[0].value, "a\nb");
    assert_string_equal(input_value(&input_rows(&input, "item")->items[0], "text"), "a b");
}

static void each_fault_is_reported_and_the_values_are_kept(void **state)
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
        { "title=a%0Ab", "title", FAULT_CHARACTERS },
        { "title=a&body=%00", "body", FAULT_CHARACTERS },
        { "title=%FF", "title", FAULT_CHARACTERS },
        { "title=a%EF%BF%BF", "title", FAULT_CHARACTERS },
        { "title=a%E2%80%AE", "title", FAULT_CHARACTERS },
        { "title=a%C2%80", "title", FAULT_CHARACTERS },
        { "title=a&body=%EF%B7%90", "body", FAULT_CHARACTERS },
        { "title=a&secret=%E2%81%A6", "secret", FAULT_CHARACTERS },
        { "title=%C2%A0%E2%80%8B+%E3%80%80", "title",
          FAULT_MISSING }, /* no-break, without width, plain, ideographic */
        { "title=a&number=-1", "number", FAULT_NOT_OFFERED },
        { "title=a&number=0", "number", FAULT_NOT_OFFERED },
        { "title=a&number=00", "number", FAULT_NOT_OFFERED },
        { "title=a&number=9999999999999999999", "number", FAULT_NOT_OFFERED },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct input input = read_body(cases[i].body, arena);
        assert_false(input.sound);
        for (size_t k = 0; k < form.count; k++)
            assert_int_equal(input.faults[k], strcmp(fields[k].name, cases[i].name) == 0
                                                  ? cases[i].fault
                                                  : FAULT_NONE);
    }
    struct input input = read_body("title=abcdef&body=kept", arena);
    assert_string_equal(input_value(&input, "title"), "abcdef");
    assert_string_equal(input_value(&input, "body"), "kept");
    input = read_body("title=a&body=%C2%A0%0A%E2%80%8B&text.x=%E2%80%AF%0A", arena);
    assert_true(input.sound);
    assert_string_equal(input_value(&input, "body"), "");
    assert_string_equal(input.further[0].value, "");
}

static void umlauts_count_as_one_character(void **state)
{
    (void)state;
    assert_true(read_body("title=%C3%A4%C3%B6%C3%BC%C3%A4%C3%B6", arena).sound);
}

static void further_texts_come_with_their_names_and_bounds(void **state)
{
    (void)state;
    struct input input =
        read_body("title=a&text.summary=Kort&text.agenda.x=a%0D%0Ab&text.=x&text", arena);
    assert_true(input.sound);
    assert_int_equal(input.further_count, 2);
    assert_string_equal(input.further[0].name, "summary");
    assert_string_equal(input.further[1].name, "agenda.x");
    assert_string_equal(input.further[1].value, "a\nb");
    input = read_body("title=a&text.summary=12345678901", arena);
    assert_false(input.sound);
    assert_int_equal(input.further[0].fault, FAULT_TOO_LONG);
}

static void the_number_of_further_fields_is_bounded(void **state)
{
    (void)state;
    struct buffer body = buffer_in(arena);
    buffer_add(&body, "title=a");
    for (int i = 0; i < 5000; i++)
        buffer_print(&body, "&text.f%d=x", i);
    assert_true(read_body(body.bytes, arena).further_count <= 200);
}

static const char *row_text(const struct input *input, size_t number)
{
    const struct input_rows *rows = input_rows(input, "item");
    assert_true(number <= rows->count);
    return input_value(&rows->items[number - 1], "text");
}

static void rows_are_read_in_the_order_of_their_numbers(void **state)
{
    (void)state;
    struct input input =
        read_body("title=a&item.3.text=c&item.1.text=a&item.1.day=31.1.2026&item.9.text=x", arena);
    assert_true(input.sound);
    assert_int_equal(input_rows(&input, "item")->count, 2);
    assert_string_equal(row_text(&input, 1), "a");
    assert_string_equal(input_value(&input_rows(&input, "item")->items[0], "day"), "2026-01-31");
    assert_string_equal(row_text(&input, 2), "c");
}

static void a_fault_in_a_row_is_one_of_the_form_and_a_blank_row_has_none(void **state)
{
    (void)state;
    struct input input =
        read_body("title=a&item.1.text=&item.1.day=&item.2.text=&item.2.day=31.02.2026", arena);
    const struct input *rows = input_rows(&input, "item")->items;
    assert_false(input.sound);
    assert_true(rows[0].sound);
    assert_int_equal(rows[1].faults[0], FAULT_MISSING);
    assert_int_equal(rows[1].faults[1], FAULT_NO_DATE);
    assert_string_equal(rows[1].values[1], "2026-02-31");
    assert_true(read_body("title=a&item.1.text=", arena).sound);
}

static void buttons_add_move_and_remove_rows(void **state)
{
    (void)state;
    struct input input = read_body("title=a&item.1.text=a&item.2.text=b&item.3.text=c", arena);
    assert_true(input_change_rows(&input, "item.3.up", arena));
    assert_string_equal(row_text(&input, 2), "c");
    assert_true(input_change_rows(&input, "item.1.down", arena));
    assert_string_equal(row_text(&input, 1), "c");
    assert_true(input_change_rows(&input, "item.1.up", arena));
    assert_string_equal(row_text(&input, 1), "c");
    assert_true(input_change_rows(&input, "item.2.remove", arena));
    assert_int_equal(input_rows(&input, "item")->count, 2);
    assert_string_equal(row_text(&input, 2), "b");
    for (int i = 0; i < 9; i++)
        assert_true(input_change_rows(&input, "item.add", arena));
    assert_int_equal(input_rows(&input, "item")->count, 4);
    static const char *const none[] = { "save",      "item",        "item.",    "item.5.up",
                                        "item.0.up", "item.1.turn", "item.1up", "other.add" };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(input_change_rows(&input, none[i], arena));
}

static void a_file_is_found_by_its_field(void **state)
{
    (void)state;
    struct upload upload = {
        .name = "item.1.file", .file_name = "report.pdf", .bytes = "%PDF", .length = 4
    };
    struct parameter parameters[] = { { "title", "a" }, { "item.1.text", "x" } };
    const struct request request = { .parameters = { parameters, 2 }, .uploads = { &upload, 1 } };
    struct input input = input_read(&form, &request, arena);
    const struct input *item = &input_rows(&input, "item")->items[0];
    assert_string_equal(input_value(item, "file"), "report.pdf");
    assert_ptr_equal(item->uploads[2], &upload);
    const struct request alone = { .uploads = { &upload, 1 } };
    input = input_read(&form, &alone, arena);
    assert_int_equal(input_rows(&input, "item")->count, 1);
}

static void a_mail_address_has_a_name_and_a_host(void **state)
{
    (void)state;
    static const struct field email = { .name = "email", .kind = FIELD_EMAIL, .max = 30 };
    static const struct form alone = { .fields = &email, .count = 1 };
    static const struct {
        const char *sent;
        enum fault fault;
    } cases[] = {
        { "", FAULT_NONE },
        { "a@b.example", FAULT_NONE },
        { " o'neil+x.y@mail-1.b.example ", FAULT_NONE },
        { "a", FAULT_NO_EMAIL },
        { "a@", FAULT_NO_EMAIL },
        { "@b.example", FAULT_NO_EMAIL },
        { "a@example", FAULT_NO_EMAIL },
        { "a@.example", FAULT_NO_EMAIL },
        { "a@b.", FAULT_NO_EMAIL },
        { "a@b..example", FAULT_NO_EMAIL },
        { "a@b@c.example", FAULT_NO_EMAIL },
        { "a b@c.example", FAULT_NO_EMAIL },
        { "a@b.example,c@d.example", FAULT_NO_EMAIL },
        { "a@b.example?bcc=c", FAULT_NO_EMAIL },
        { "\xc3\xa9@b.example", FAULT_NO_EMAIL },
        { "a@b.example\n", FAULT_CHARACTERS },
        { "aaaaaaaaaaaaaaaaaaaaaa@b.example", FAULT_TOO_LONG },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct parameter parameter = { "email", cases[i].sent };
        const struct request request = { .parameters = { &parameter, 1 } };
        struct input input = input_read(&alone, &request, arena);
        if (input.faults[0] != cases[i].fault)
            fail_msg("%s: %d", cases[i].sent, input.faults[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_form_is_read),
        cmocka_unit_test(remains_of_programs_in_a_text_are_mended),
        cmocka_unit_test(each_fault_is_reported_and_the_values_are_kept),
        cmocka_unit_test(umlauts_count_as_one_character),
        cmocka_unit_test(further_texts_come_with_their_names_and_bounds),
        cmocka_unit_test(the_number_of_further_fields_is_bounded),
        cmocka_unit_test(rows_are_read_in_the_order_of_their_numbers),
        cmocka_unit_test(a_fault_in_a_row_is_one_of_the_form_and_a_blank_row_has_none),
        cmocka_unit_test(buttons_add_move_and_remove_rows),
        cmocka_unit_test(a_file_is_found_by_its_field),
        cmocka_unit_test(a_mail_address_has_a_name_and_a_host),
    };
    return cmocka_run_group_tests_name("form", tests, set_up, tear_down);
}
