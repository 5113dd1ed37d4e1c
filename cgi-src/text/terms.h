/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms: which words of a text the glossary explains. */
#ifndef TEXT_TERMS_H
#define TEXT_TERMS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Each word of a text is held against as many as begin like it, so many bytes of each. */
enum { TERMS_MAX = 64, TERM_LENGTH_MAX = 100 };

struct term {
    const char *words, *meaning;
    bool found; /* in this text: a term is explained where it first stands */
};

struct terms {
    struct term items[TERMS_MAX];
    size_t count;
    bool
        begins[UCHAR_MAX + 1]; /* whether one begins with this byte, or with it as a small letter */
};

/* The terms of GLOSSARY, Markdown, that it explains: "- **TERM** – MEANING. …". What stands in
 * parentheses behind a term is no part of its words; what commas part are several. A longer term
 * than TERM_LENGTH_MAX is none. NULL has none.
 */
void terms_read(struct terms *terms, const char *glossary, struct arena *arena);

/* The first place in TEXT of a term that is not found yet, which is found then; NULL for none. It
 * has LENGTH bytes there, with the endings of its words. */
const char *terms_find(struct terms *terms, const char *text, const struct term **term,
                       size_t *length);

#endif
