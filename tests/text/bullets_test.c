/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/arena.h"
#include "support/check.h"

#include "text/bullets.h"

static void every_bullet_becomes_one_of_markdown(void **state)
{
    (void)state;
    static const char *const bullets[] = { "•\t", "– ",      "‣ ",      "·\t",
                                           "▪ ",  "\uF0B7 ", "•\u00a0", "\uF0A7\t \u00a0" };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        assert_string_equal(
            bullets_as_list(arena_print(arena, "%sEen\n%sTwee", bullets[i], bullets[i]), arena),
            "- Een\n- Twee");
}

static void levels_stay(void **state)
{
    (void)state;
    assert_string_equal(bullets_as_list("•\tEen\no\tTwee\n\t–\tDrie\n    • Vier\n", arena),
                        "- Een\n  - Twee\n  - Drie\n    - Vier\n");
}

static void text_after_a_list_is_not_in_it(void **state)
{
    (void)state;
    assert_string_equal(bullets_as_list("Voor\n• Een\n  verder\nNa\nNog\n", arena),
                        "Voor\n- Een\n  verder\n\nNa\nNog\n");
    assert_string_equal(bullets_as_list("• Een\n\nNa", arena), "- Een\n\nNa");
}

static void all_other_text_stays(void **state)
{
    (void)state;
    static const char *const texts[] = { "",  "\n",   "- Een\n- Twee\n", "a • b", "–5 graden",
                                         "•", "• \n", "om\tdan",         "– ",    "1. a\nb" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(bullets_as_list(texts[i], arena), texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bullet_becomes_one_of_markdown),
        cmocka_unit_test(levels_stay),
        cmocka_unit_test(text_after_a_list_is_not_in_it),
        cmocka_unit_test(all_other_text_stays),
    };
    return cmocka_run_group_tests_name("bullets", tests, set_up, tear_down);
}
