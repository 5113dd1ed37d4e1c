/* SPDX-License-Identifier: EUPL-1.2 */
/* Characters: which ones a text may have. */
#include "base/characters.h"

#include <string.h>

#include "base/utf8.h"

/* The code point of a well-formed sequence (RFC 3629 section 3). */
static unsigned long code_of(const char *bytes, size_t sequence)
{
    static const unsigned char bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    unsigned long code = (unsigned char)bytes[0] & bits[sequence];
    for (size_t i = 1; i < sequence; i++)
        code = code << 6 | ((unsigned char)bytes[i] & 0x3F);
    return code;
}

static bool is_turn(unsigned long code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_text(unsigned long code, bool lines)
{
    if (code < 0x20)
        return lines && (code == '\n' || code == '\t');
    bool control = code >= 0x7F && code < 0xA0;
    bool none = (code & 0xFFFE) == 0xFFFE ||
                (code >= 0xFDD0 && code <= 0xFDEF); /* The Unicode Standard, section 23.7 */
    return !control && !is_turn(code) && !none;
}

bool characters_are_text(const char *string, bool lines)
{
    for (size_t left = strlen(string), sequence; left; left -= sequence, string += sequence) {
        sequence = utf8_sequence(string, left);
        if (!sequence || !is_text(code_of(string, sequence), lines))
            return false;
    }
    return true;
}

static bool is_unseen(unsigned long code)
{
    return code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF;
}

/* The Unicode Standard, section 23.4, White_Space of its database, and what stands for a letter
 * without being one. */
static bool is_blank(unsigned long code)
{
    static const unsigned long others[] = {
        0x85,   0xA0,   0x115F, 0x1160, 0x1680, 0x180E, 0x2028,
        0x2029, 0x202F, 0x205F, 0x2800, 0x3000, 0x3164, 0xFFA0
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (code == others[i])
            return true;
    return code == ' ' || (code >= '\t' && code <= '\r') || (code >= 0x2000 && code <= 0x200F) ||
           is_unseen(code);
}

bool characters_are_blank(const char *string)
{
    for (size_t left = strlen(string), sequence; left; left -= sequence, string += sequence) {
        sequence = utf8_sequence(string, left);
        if (!sequence || !is_blank(code_of(string, sequence)))
            return false;
    }
    return true;
}

static bool ends_line(unsigned long code)
{
    return code == 0x0B || code == 0x0C || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/* The character that replaces CODE; 0 when CODE stays. Of CR LF the CR goes. */
static char instead_of(unsigned long code, bool lines)
{
    if (ends_line(code) || (lines && code == '\r'))
        return lines ? '\n' : ' ';
    return !lines && code == '\t' ? ' ' : '\0';
}

const char *characters_mended(const char *string, bool lines, struct arena *arena)
{
    size_t left = strlen(string), sequence;
    char *mended = arena_raw(arena, left + 1), *end = mended;
    for (; left; left -= sequence, string += sequence) {
        sequence = utf8_sequence(string, left);
        unsigned long code = sequence ? code_of(string, sequence) : '?';
        sequence += !sequence; /* what is no UTF-8 stays, to be refused */
        char other = instead_of(code, lines);
        if (is_unseen(code) || (lines && code == '\r' && string[1] == '\n'))
            continue;
        if (other)
            *end++ = other;
        else
            end = (char *)memcpy(end, string, sequence) + sequence;
    }
    *end = '\0';
    return mended;
}

const char *characters_unturned(const char *string, struct arena *arena)
{
    size_t left = strlen(string), sequence;
    char *unturned = arena_raw(arena, left + 1), *end = unturned;
    for (; left; left -= sequence, string += sequence) {
        sequence = utf8_sequence(string, left);
        if (sequence && is_turn(code_of(string, sequence)))
            continue;
        sequence += !sequence;
        end = (char *)memcpy(end, string, sequence) + sequence;
    }
    *end = '\0';
    return unturned;
}

const char *or_empty(const char *string)
{
    return string ? string : "";
}
