/* SPDX-License-Identifier: EUPL-1.2 */
/* UTF-8 (RFC 3629), for what strangers send and for what goes into the log. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* The length in bytes (1 to 4) of the well-formed sequence at BYTES, of which LENGTH are there; 0
 * when there is none: overlong forms, surrogates and values past U+10FFFF are not well formed (RFC
 * 3629 section 4). */
size_t utf8_sequence(const char *bytes, size_t length);

/* Whether STRING is UTF-8 without control characters (U+0000 to U+001F and U+007F). */
bool utf8_is_plain(const char *string);

/* Whether STRING is UTF-8, control characters or not. */
bool utf8_is_whole(const char *string);

/* How many characters STRING has, which is UTF-8. */
size_t utf8_length(const char *string);

#endif
