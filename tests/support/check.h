/* SPDX-License-Identifier: EUPL-1.2 */
/* Check: what every test file includes, cmocka with what it needs before it. */
#ifndef SUPPORT_CHECK_H
#define SUPPORT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first. */
#include <cmocka.h>

/* Whether HAYSTACK has NEEDLE in it; says both when not. */
#define assert_contains(haystack, needle)                             \
    do {                                                              \
        if (!strstr(haystack, needle)) {                              \
            print_error("not found: %s\nin: %s\n", needle, haystack); \
            fail();                                                   \
        }                                                             \
    } while (0)
#define assert_lacks(haystack, needle)                            \
    do {                                                          \
        if (strstr(haystack, needle)) {                           \
            print_error("found: %s\nin: %s\n", needle, haystack); \
            fail();                                               \
        }                                                         \
    } while (0)

#endif
