/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the long words of a title may break. */
#include "support/arena.h"
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "text/syllables.h"

static const char *broken(const char *text, enum language language)
{
    struct buffer all = buffer_in(arena);
    buffer_add(&all, "");
    for (const char *const *part = syllables_of(text, language, arena); *part; part++)
        buffer_print(&all, "%s%s", all.length ? "|" : "", *part);
    return all.bytes;
}

static void long_words_break_between_their_parts(void **state)
{
    (void)state;
    assert_string_equal(broken("Noordzee-energiesamenwerking (NSEC)", NL),
                        "Noordzee-energie|samen|werking (NSEC)");
    assert_string_equal(broken("Grenzüberschreitende Hindernisse", DE),
                        "Grenz|über|schreitende Hindernisse");
    assert_string_equal(broken("Obstacles transfrontaliers", FR), "Obstacles trans|frontaliers");
}

static void other_words_stay_whole(void **state)
{
    (void)state;
    assert_string_equal(broken("Een forum", NL), "Een forum");
    assert_string_equal(broken("energiesamenwerkingen", NL), "energiesamenwerkingen");
    assert_string_equal(broken("energiesamenwerkin", NL), "energiesamenwerkin");
    assert_string_equal(broken("Grenzüberschreitende", NL), "Grenzüberschreitende");
    assert_string_equal(broken("", EN), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_words_break_between_their_parts),
        cmocka_unit_test(other_words_stay_whole),
    };
    return cmocka_run_group_tests_name("syllables", tests, set_up, tear_down);
}
