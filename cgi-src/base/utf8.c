/* SPDX-License-Identifier: EUPL-1.2 */
/* UTF-8 (RFC 3629), for what strangers send and for what goes into the log. */
#include "base/utf8.h"

#include <string.h>

/* The rows of RFC 3629 section 4: a first byte, the bounds of the second, and the length. */
static const struct {
    unsigned char first_low, first_high, second_low, second_high;
    size_t length;
} forms[] = {
    { 0x00, 0x7F, 0x00, 0xFF, 1 }, { 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 },
    { 0xE1, 0xEC, 0x80, 0xBF, 3 }, { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
    { 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
};

size_t utf8_sequence(const char *bytes, size_t length)
{
    const unsigned char *byte = (const unsigned char *)bytes;
    for (size_t i = 0; i < sizeof forms / sizeof *forms && length; i++) {
        if (byte[0] < forms[i].first_low || byte[0] > forms[i].first_high)
            continue;
        if (forms[i].length > length)
            return 0;
        if (forms[i].length > 1 &&
            (byte[1] < forms[i].second_low || byte[1] > forms[i].second_high))
            return 0;
        for (size_t k = 2; k < forms[i].length; k++)
            if ((byte[k] & 0xC0) != 0x80)
                return 0;
        return forms[i].length;
    }
    return 0;
}

bool utf8_is_plain(const char *string)
{
    size_t length = strlen(string);
    while (length) {
        size_t sequence = utf8_sequence(string, length);
        if (!sequence || (unsigned char)*string < 0x20 || *string == 0x7F)
            return false;
        string += sequence;
        length -= sequence;
    }
    return true;
}

bool utf8_is_whole(const char *string)
{
    size_t length = strlen(string);
    while (length) {
        size_t sequence = utf8_sequence(string, length);
        if (!sequence)
            return false;
        string += sequence;
        length -= sequence;
    }
    return true;
}

size_t utf8_length(const char *string)
{
    size_t length = 0;
    for (; *string; string++)
        length += ((unsigned char)*string & 0xC0) != 0x80; /* not a byte that goes on */
    return length;
}
