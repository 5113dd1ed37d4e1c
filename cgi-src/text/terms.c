/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms: which words of a text the glossary explains. */
#include "text/terms.h"

#include <ctype.h>
#include <string.h>

enum { ENDING_MAX = 3 }; /* letters of an ending, as in "frontier workers" and "Grenzgängerinnen" */

/* ---- Reading the glossary ---- */

static void add_term(struct terms *terms, const char *words, size_t length, const char *meaning,
                     struct arena *arena)
{
    while (length && *words == ' ')
        words++, length--;
    if (!length || length > TERM_LENGTH_MAX || terms->count == TERMS_MAX)
        return;
    terms->begins[tolower((unsigned char)*words)] = true;
    terms->items[terms->count++] =
        (struct term){ arena_copy_bytes(arena, words, length), meaning, false };
}

/* NAME is what stands between the asterisks. */
static void add_terms(struct terms *terms, const char *name, const char *meaning,
                      struct arena *arena)
{
    const char *parenthesis = strstr(name, " (");
    const char *end = parenthesis ? parenthesis : name + strlen(name);
    while (name < end) {
        size_t length = strcspn(name, ",");
        if (name + length > end)
            length = (size_t)(end - name);
        add_term(terms, name, length, meaning, arena);
        name += length + 1;
    }
}

/* The first MARK from AT to END; NULL for none. */
static const char *find(const char *at, const char *end, const char *mark)
{
    return memmem(at, (size_t)(end - at), mark, strlen(mark));
}

/* Reads a term and its meaning from LINE, from behind its opening to its END. */
static void read_line(struct terms *terms, const char *line, const char *end, struct arena *arena)
{
    static const char closing[] = "** – ";
    const char *name_end = find(line, end, closing),
               *meaning = name_end ? name_end + sizeof closing - 1 : NULL,
               *meaning_end = meaning ? find(meaning, end, ". ") : NULL;
    if (meaning_end)
        add_terms(terms, arena_copy_bytes(arena, line, (size_t)(name_end - line)),
                  arena_copy_bytes(arena, meaning, (size_t)(meaning_end - meaning)), arena);
}

void terms_read(struct terms *terms, const char *glossary, struct arena *arena)
{
    static const char opening[] = "- **";
    *terms = (struct terms){ 0 };
    for (const char *line = glossary, *end; line && *line; line = *end ? end + 1 : end) {
        end = line + strcspn(line, "\n");
        const char *at = find(line, end, opening);
        if (at)
            read_line(terms, at + sizeof opening - 1, end, arena);
    }
}

/* ---- Finding terms ---- */

/* Whether BYTE may be of a letter: this includes those of letters beyond ASCII, and of the
 * apostrophe ’, although it separates words. */
static bool is_letter(char byte)
{
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static bool begins_word(const char *text, const char *at)
{
    static const char apostrophe[] = "’";
    size_t length = sizeof apostrophe - 1;
    return at == text || !is_letter(at[-1]) ||
           ((size_t)(at - text) >= length && memcmp(at - length, apostrophe, length) == 0);
}

static const char *behind_ending(const char *at)
{
    for (int letters = 0; letters < ENDING_MAX && isalpha((unsigned char)*at); letters++)
        at++;
    return at;
}

/* The length of WORDS at the beginning of TEXT, with any endings and either case of the first
 * letter; 0 when they are not there. */
static size_t match_length(const char *text, const char *words)
{
    const char *at = text;
    if (tolower((unsigned char)*at) != tolower((unsigned char)*words))
        return 0;
    for (at++, words++; *words; at++, words++) {
        if (*words == ' ')
            at = behind_ending(at);
        if (*at != *words)
            return 0;
    }
    at = behind_ending(at);
    return is_letter(*at) ? 0 : (size_t)(at - text);
}

static bool is_known(const struct terms *terms, const struct term *term)
{
    for (size_t i = 0; i < terms->count; i++)
        if (terms->items[i].found && terms->items[i].meaning == term->meaning)
            return true;
    return false;
}

const char *terms_find(struct terms *terms, const char *text, const struct term **term,
                       size_t *length)
{
    for (const char *at = text; *at; at++) {
        if (!terms->begins[tolower((unsigned char)*at)] || !begins_word(text, at))
            continue;
        for (size_t i = 0; i < terms->count; i++) {
            *length = match_length(at, terms->items[i].words);
            if (*length == 0 || is_known(terms, &terms->items[i]))
                continue;
            terms->items[i].found = true;
            *term = &terms->items[i];
            return at;
        }
    }
    return NULL;
}
