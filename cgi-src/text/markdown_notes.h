/* SPDX-License-Identifier: EUPL-1.2 */
/* Notes of Markdown: [^LABEL] in the text refers to one, and a line that begins with [^LABEL]: is
 * its text, up to the end of the paragraph. */
#ifndef TEXT_MARKDOWN_NOTES_H
#define TEXT_MARKDOWN_NOTES_H

#include <cmark.h>

#include "text/markdown.h"

struct note {
    const char *label, *text;
    size_t number;     /* in the order of the first references; 0 before there is one */
    size_t references; /* the number of references */
};

struct notes {
    struct note *items; /* sorted by label */
    size_t count, numbered;
};

/* Takes the NOTES out of MARKDOWN, and returns what is left. Nothing in a block of code is a
 * note. */
const char *notes_take(struct notes *notes, const char *markdown, struct arena *arena);

/* Turns the references in DOCUMENT into links. A reference without a note stays as it is. */
void notes_refer(struct notes *notes, cmark_node *document, const struct markdown_notes *words,
                 struct arena *arena);

/* Adds the notes to the end of DOCUMENT, each with links back to its references. Frees PARSED,
 * their texts. Notes without a reference come last: no words are left out. */
void notes_append(struct notes *notes, cmark_node *document, cmark_node **parsed,
                  const struct markdown_notes *words, struct arena *arena);

#endif
