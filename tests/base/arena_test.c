/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static int released;

static void note_release(void *target)
{
    released = released * 10 + *(int *)target;
}

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    arena_alloc(arena, 3);
    unsigned char *bytes = arena_alloc(arena, 1000);
    assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(bytes[i], 0);
    arena_free(arena);
}

static void memory_is_zeroed_again_after_a_reset(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    memset(arena_alloc(arena, 100), 0xAA, 100);
    arena_reset(arena);
    unsigned char *bytes = arena_alloc(arena, 100);
    for (int i = 0; i < 100; i++)
        assert_int_equal(bytes[i], 0);
    arena_free(arena);
}

static void a_piece_larger_than_a_block_is_given_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    size_t size = 10u * 1024 * 1024;
    unsigned char *bytes = arena_alloc(arena, size);
    memset(bytes, 1, size);
    char *after = arena_copy(arena, "after");
    assert_string_equal(after, "after");
    assert_int_equal(bytes[size - 1], 1);
    arena_free(arena);
}

static void releases_run_at_the_reset_in_reverse_order(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    int one = 1, two = 2, three = 3;
    released = 0;
    arena_defer(arena, note_release, &one);
    arena_defer(arena, note_release, &two);
    arena_defer(arena, note_release, &three);
    assert_int_equal(released, 0);
    arena_reset(arena);
    assert_int_equal(released, 321);
    arena_free(arena);
    assert_int_equal(released, 321);
}

static void printing_and_copying_end_in_nul(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(arena_print(arena, "%s-%d", "a", 7), "a-7");
    assert_string_equal(arena_copy_bytes(arena, "abcdef", 3), "abc");
    assert_string_equal(arena_copy_bytes(arena, NULL, 0), "");
    arena_free(arena);
}

static void printing_goes_on_in_the_next_block(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *strings[2000];
    for (int i = 0; i < 2000; i++)
        strings[i] = arena_print(arena, "%0*d", 100 + i % 900, i);
    for (int i = 0; i < 2000; i++) {
        assert_int_equal(strlen(strings[i]), 100 + i % 900);
        assert_int_equal(atoi(strings[i]), i);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(memory_is_zeroed_again_after_a_reset),
        cmocka_unit_test(a_piece_larger_than_a_block_is_given_whole),
        cmocka_unit_test(releases_run_at_the_reset_in_reverse_order),
        cmocka_unit_test(printing_and_copying_end_in_nul),
        cmocka_unit_test(printing_goes_on_in_the_next_block),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
