/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"

static void appended_bytes_stay_in_order_and_end_in_nul(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer buffer = buffer_in(arena);
    for (int i = 0; i < 10000; i++)
        buffer_print(&buffer, "%04d", i);
    assert_int_equal(buffer.length, 40000);
    assert_int_equal(buffer.bytes[40000], 0);
    assert_memory_equal(buffer.bytes, "000000010002", 12);
    assert_memory_equal(buffer.bytes + 39996, "9999", 4);
    arena_free(arena);
}

static void bytes_with_nul_are_kept(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buffer buffer = buffer_in(arena);
    buffer_append(&buffer, "a\0b", 3);
    buffer_add(&buffer, "c");
    assert_int_equal(buffer.length, 4);
    assert_memory_equal(buffer.bytes, "a\0bc", 5);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appended_bytes_stay_in_order_and_end_in_nul),
        cmocka_unit_test(bytes_with_nul_are_kept),
    };
    return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
