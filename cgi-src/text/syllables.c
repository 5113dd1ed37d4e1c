/* SPDX-License-Identifier: EUPL-1.2 */
/* Syllables: where the long words of a title may break. */
#include "text/syllables.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

static const struct {
    enum language language;
    const char *syllables;
} words[] = {
#define WORD(language, syllables) { language, syllables },
#include "text/syllables.tbl"
#undef WORD
};

/* Whether BYTE is of a letter in UTF-8. Other signs beyond ASCII pass, too; no word of the table
 * has them. */
static bool is_letter(char byte)
{
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* Whether SYLLABLES without their hyphens are the LENGTH bytes at WORD. */
static bool is_word(const char *syllables, const char *word, size_t length)
{
    size_t i = 0;
    for (; *syllables; syllables++)
        if (*syllables != '-' &&
            (i == length || *syllables != (char)tolower((unsigned char)word[i++])))
            return false;
    return i == length;
}

static const char *find(const char *word, size_t length, enum language language)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].language == language && is_word(words[i].syllables, word, length))
            return words[i].syllables;
    return NULL;
}

const char *const *syllables_of(const char *text, enum language language, struct arena *arena)
{
    const char **parts = arena_array(arena, strlen(text) + 2, sizeof *parts);
    const char *start = text;
    size_t count = 0, length;
    for (const char *at = text; *at; at += length ? length : 1) {
        length = 0;
        while (is_letter(at[length]))
            length++;
        const char *place = at, *syllables = length ? find(at, length, language) : NULL;
        for (; syllables && *syllables; syllables++) {
            if (*syllables != '-') {
                place++;
                continue;
            }
            parts[count++] = arena_copy_bytes(arena, start, (size_t)(place - start));
            start = place;
        }
    }
    parts[count++] = start;
    parts[count] = NULL;
    return parts;
}
