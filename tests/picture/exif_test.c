/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <string.h>

#include "picture/exif.h"

#define MOTOROLA "MM\0*\0\0\0\x08\0\x02"
#define MAKER                  \
    "\x01\x0f\0\x02\0\0\0\x04" \
    "abc\0"
#define ORIENTATION(N) "\x01\x12\0\x03\0\0\0\x01\0" N "\0\0"
#define INTEL "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"

#define READ(TIFF) exif_orientation((const unsigned char *)(TIFF), sizeof(TIFF) - 1)
#define READ_WEBP(FILE) exif_orientation_of_webp((const unsigned char *)(FILE), sizeof(FILE) - 1)

static void the_orientation_is_read_in_both_orders_of_bytes(void **state)
{
    (void)state;
    assert_int_equal(READ(MOTOROLA MAKER ORIENTATION("\x06")), 6);
    assert_int_equal(READ(INTEL), 8);
}

static void a_picture_without_orientation_is_upright(void **state)
{
    (void)state;
    assert_int_equal(READ(""), EXIF_UPRIGHT);
    assert_int_equal(READ("MM\0*"), EXIF_UPRIGHT);
    assert_int_equal(READ("not a TIFF at all"), EXIF_UPRIGHT);
    assert_int_equal(READ(MOTOROLA MAKER), EXIF_UPRIGHT);
    assert_int_equal(READ(MOTOROLA MAKER ORIENTATION("\x09")), EXIF_UPRIGHT);
    assert_int_equal(READ("MM\0*\xff\xff\xff\xff"), EXIF_UPRIGHT);
}

static void the_orientation_of_webp_is_in_a_chunk(void **state)
{
    (void)state;
    assert_int_equal(READ_WEBP("RIFF....WEBPXYZ \x01\0\0\0a\0EXIF\x1a\0\0\0" INTEL), 8);
    assert_int_equal(READ_WEBP("RIFF....WEBPEXIF\x20\0\0\0Exif\0\0" INTEL), 8);
    assert_int_equal(READ_WEBP("RIFF....WEBPEXIF\xff\xff\xff\xff" INTEL), 8);
    assert_int_equal(READ_WEBP("RIFF....WEBPXYZ \xff\xff\xff\xff"), EXIF_UPRIGHT);
    assert_int_equal(READ_WEBP("RIFF....WEBP"), EXIF_UPRIGHT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_orientation_is_read_in_both_orders_of_bytes),
        cmocka_unit_test(a_picture_without_orientation_is_upright),
        cmocka_unit_test(the_orientation_of_webp_is_in_a_chunk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
