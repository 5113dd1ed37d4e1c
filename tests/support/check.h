/* SPDX-License-Identifier: EUPL-1.2 */
/* Check: the first include of every test, cmocka and the headers that it needs. */
#ifndef SUPPORT_CHECK_H
#define SUPPORT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka needs the four above first. */
#include <cmocka.h>

#include <string.h>

/* Fails unless HAYSTACK has NEEDLE in it, and then prints both. */
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
