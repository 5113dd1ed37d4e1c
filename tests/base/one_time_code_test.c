/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <sodium.h>
#include <string.h>

#include "base/one_time_code.h"

static const unsigned char secret[] = "12345678901234567890"; /* of RFC 6238, appendix B */

/* The last six of the eight digits of RFC 6238, appendix B. */
static const struct {
    long now;
    const char *code;
    long step;
} vectors[] = {
    { 59, "287082", 0x1 },
    { 1111111109, "081804", 0x23523ec },
    { 1111111111, "050471", 0x23523ed },
    { 1234567890, "005924", 0x273ef07 },
    { 2000000000, "279037", 0x3f940aa },
    { 20000000000, "353130", 0x27bc86aa },
};

static void the_codes_are_those_of_the_standard(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        assert_int_equal(code_step(secret, vectors[i].code, vectors[i].now), vectors[i].step);
}

static void a_clock_may_be_one_step_off_and_not_two(void **state)
{
    (void)state;
    for (size_t i = 1; i < sizeof vectors / sizeof *vectors; i++) {
        long start = vectors[i].step * 30;
        assert_int_equal(code_step(secret, vectors[i].code, start - 30), vectors[i].step);
        assert_int_equal(code_step(secret, vectors[i].code, start + 59), vectors[i].step);
        assert_int_equal(code_step(secret, vectors[i].code, start - 31), 0);
        assert_int_equal(code_step(secret, vectors[i].code, start + 60), 0);
    }
}

static void a_code_may_be_typed_in_two_groups_but_in_no_other_way(void **state)
{
    (void)state;
    assert_int_equal(code_step(secret, " 005 924 ", 1234567890), 0x273ef07);
    static const char *const none[] = { "",       "00592",        "0059245",
                                        "005925", "5924",         "+05924",
                                        "00592a", "005924005924", "\xd9\xa0\xd9\xa0" };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (code_step(secret, none[i], 1234567890))
            fail_msg("%s", none[i]);
}

/* The stand-in for a missing secret is all zeros, whose codes anybody can compute. */
static void without_a_secret_no_code_is_right(void **state)
{
    (void)state;
    static const unsigned char zeros[CODE_SECRET_BYTES];
    char code[12];
    int right = 0;
    for (int i = 0; i < 1000000 && !right; i++) {
        snprintf(code, sizeof code, "%06d", i);
        right = code_step(zeros, code, 1234567890) != 0;
    }
    assert_true(right);
    assert_int_equal(code_step(NULL, code, 1234567890), 0);
    assert_int_equal(code_step(NULL, "000000", 1234567890), 0);
}

static void a_secret_is_written_in_base32(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(code_secret_letters(secret, arena), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    unsigned char one[CODE_SECRET_BYTES], other[CODE_SECRET_BYTES];
    code_secret_new(one);
    code_secret_new(other);
    assert_memory_not_equal(one, other, sizeof one);
    arena_free(arena);
}

static void a_recovery_code_is_known_however_it_is_typed(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *code = recovery_code_new(arena);
    assert_int_equal(strlen(code), 19);
    assert_int_equal(strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567-"), 19);
    assert_string_not_equal(code, recovery_code_new(arena));
    const char *hash = recovery_code_hash("ABCD-EFGH-2345-WXYZ", arena);
    assert_int_equal(strlen(hash), 64);
    assert_string_equal(recovery_code_hash("abcd efgh2345 wxyz", arena), hash);
    assert_string_not_equal(recovery_code_hash("ABCD-EFGH-2345-WXYA", arena), hash);
    assert_string_not_equal(recovery_code_hash("", arena), hash);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_codes_are_those_of_the_standard),
        cmocka_unit_test(a_clock_may_be_one_step_off_and_not_two),
        cmocka_unit_test(a_code_may_be_typed_in_two_groups_but_in_no_other_way),
        cmocka_unit_test(without_a_secret_no_code_is_right),
        cmocka_unit_test(a_secret_is_written_in_base32),
        cmocka_unit_test(a_recovery_code_is_known_however_it_is_typed),
    };
    return sodium_init() < 0 ? 1 : cmocka_run_group_tests_name("one_time_code", tests, NULL, NULL);
}
