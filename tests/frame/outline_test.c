/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include "frame/outline.h"

static const struct box seen = { 100, 100, 200, 200 };

static void expect(const char *path, struct box box, const char *shown)
{
    struct arena *arena = arena_new();
    const char *outline = outline_within(arena, path, box, seen);
    if (shown)
        assert_string_equal(outline, shown);
    else
        assert_null(outline);
    arena_free(arena);
}

static void an_outline_within_the_picture_stays_as_it_is(void **state)
{
    (void)state;
    expect("m110 120 30-10 10 40-40 5zm20 20 5 0 0 5z", (struct box){ 110, 110, 150, 155 },
           "m110 120 30-10 10 40-40 5zm20 20 5 0 0 5z");
}

static void points_of_an_outline_far_beyond_an_edge_are_left_out(void **state)
{
    (void)state;
    expect("m150 150 100 10 10 5 10 5 0 10-120 10z", (struct box){ 150, 150, 270, 190 },
           "m150 150 100 10 20 20-120 10z");
}

static void an_outline_around_a_corner_is_kept(void **state)
{
    (void)state;
    expect("m50 150 0-100 100 0 0 100z", (struct box){ 50, 50, 150, 150 },
           "m50 150 0-100 100 0 0 100z");
}

static void an_invisible_line_is_left_out_and_the_next_stays_in_place(void **state)
{
    (void)state;
    expect("m0 0 10 0 0 10zm110 120 30-10 10 40z", (struct box){ 0, 0, 150, 160 },
           "m110 120 30-10 10 40z");
    expect("m0 0 10 0 0 10z", (struct box){ 0, 0, 10, 10 }, NULL);
    expect("m80 80 200 0 0-10z", (struct box){ 80, 70, 280, 80 }, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_outline_within_the_picture_stays_as_it_is),
        cmocka_unit_test(points_of_an_outline_far_beyond_an_edge_are_left_out),
        cmocka_unit_test(an_outline_around_a_corner_is_kept),
        cmocka_unit_test(an_invisible_line_is_left_out_and_the_next_stays_in_place),
    };
    return cmocka_run_group_tests_name("outlines", tests, NULL, NULL);
}
