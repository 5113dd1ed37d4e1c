/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms: which words of a text the glossary explains. */
#ifndef TEXT_TERMS_H
#define TEXT_TERMS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Bounds of the work: each word of a text is compared with all terms that begin like it. */
enum { TERMS_MAX = 64, TERM_LENGTH_MAX = 100 };

struct term {
    const char *words, *meaning;
    bool found; /* in this text: only its first occurrence is explained */
};

struct terms {
    struct term items[TERMS_MAX];
    size_t count;
    bool begins[UCHAR_MAX + 1]; /* by byte: whether a term begins with it, in lower case */
};

/* Reads the terms that GLOSSARY, Markdown, explains: "- **TERM** – MEANING. …". Text in parentheses
 * behind a term is not part of it; commas separate several terms. A term longer than
 * TERM_LENGTH_MAX is ignored. NULL has none. */
void terms_read(struct terms *terms, const char *glossary, struct arena *arena);

/* The first place in TEXT of a term that was not found before, and marks the term as found; NULL
 * for none. It has LENGTH bytes there, with the endings of its words. */
const char *terms_find(struct terms *terms, const char *text, const struct term **term,
                       size_t *length);

#endif
