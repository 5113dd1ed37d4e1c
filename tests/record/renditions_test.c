/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "record/renditions.h"

#define JPEG "\xff\xd8\xff\xe0J"
#define WEBP "RIFF....WEBPVP8 "
#define BOTH(WIDTH) "jpeg " WIDTH " 320 5\n" JPEG "webp " WIDTH " 320 16\n" WEBP

#define READ(ANSWER) renditions_read(ANSWER, sizeof(ANSWER) - 1)

static void both_formats_of_each_width_are_taken(void **state)
{
    (void)state;
    struct renditions read = READ("picture\n" BOTH("960") BOTH("480"));
    assert_int_equal(read.fault, FAULT_NONE);
    assert_int_equal(read.count, 4);
    assert_string_equal(read.items[3].format, "webp");
    assert_int_equal(read.items[2].width, 480);
    assert_int_equal(read.items[2].height, 320);
    assert_memory_equal(read.items[3].bytes, WEBP, read.items[3].length);
}

static void a_word_says_why_there_are_no_renditions(void **state)
{
    (void)state;
    assert_int_equal(READ("type\n").fault, FAULT_NO_PICTURE);
    assert_int_equal(READ("pixels\n").fault, FAULT_PIXELS);
    assert_int_equal(READ("narrow\n").fault, FAULT_NARROW);
    assert_int_equal(READ("animated\n").fault, FAULT_ANIMATED);
    assert_int_equal(READ("cmyk\n").fault, FAULT_CMYK);
    assert_int_equal(READ("damaged\n").fault, FAULT_DAMAGED);
    assert_int_equal(READ("costly\n").fault, FAULT_COSTLY);
}

static void refused(struct renditions read)
{
    assert_int_equal(read.fault, FAULT_COSTLY);
    assert_int_equal(read.count, 0);
}

static void incomplete_renditions_are_not_taken(void **state)
{
    (void)state;
    refused(READ(""));
    refused(READ("picture\n"));
    refused(READ("something else\n"));
    refused(READ("picture\njpeg 480 320 5\n" JPEG));
    refused(READ("picture\n" BOTH("480") "x"));
    refused(READ("picture\n" BOTH("480") BOTH("480")));
    refused(READ("picture\n" BOTH("1") BOTH("2") BOTH("3") BOTH("4")));
    refused(READ("picture\njpeg 480 320 5\n" JPEG "webp 480 320 17\n" WEBP));
    refused(READ("picture\njpeg 480 320 5\n" JPEG "webp 480 320 99999999999999999999\n" WEBP));
}

static void renditions_out_of_bounds_are_not_taken(void **state)
{
    (void)state;
    refused(READ("picture\n" BOTH("1921")));
    refused(READ("picture\n" BOTH("0")));
    refused(READ("picture\n" BOTH("-1")));
    refused(READ("picture\njpeg 480 16384 5\n" JPEG "webp 480 16384 16\n" WEBP));
    refused(READ("picture\njpeg 480 320 6\n<html>webp 480 320 16\n" WEBP));
    refused(READ("picture\njpeg 480 320 5\n" JPEG "webp 480 320 16\nRIFF....<script>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_formats_of_each_width_are_taken),
        cmocka_unit_test(a_word_says_why_there_are_no_renditions),
        cmocka_unit_test(incomplete_renditions_are_not_taken),
        cmocka_unit_test(renditions_out_of_bounds_are_not_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
