/* SPDX-License-Identifier: EUPL-1.2 */
/* Notes of Markdown: [^LABEL] in the text refers to one, and a line that begins with [^LABEL]: is
 * its text, up to the end of the paragraph. */
#ifndef TEXT_MARKDOWN_NOTES_H
#define TEXT_MARKDOWN_NOTES_H

#include <cmark.h>

#include "text/markdown.h"

struct note {
    const char *label, *text;
    size_t number;     /* in the order in which the text refers to them; 0 before it does */
    size_t references; /* how many there are */
};

struct notes {
    struct note *items; /* by label */
    size_t count, numbered;
};

/* MARKDOWN without the texts of its notes, which stay where they stand in a block of code. */
const char *notes_take(struct notes *notes, const char *markdown, struct arena *arena);

/* Makes links of the references in DOCUMENT. One to no note stays as it is. */
void notes_refer(struct notes *notes, cmark_node *document, const struct markdown_notes *words,
                 struct arena *arena);

/* Puts the notes at the end of DOCUMENT, each with the ways back. PARSED are their texts, which are
 * freed. A note that nothing refers to comes last: no words are left out. */
void notes_append(struct notes *notes, cmark_node *document, cmark_node **parsed,
                  const struct markdown_notes *words, struct arena *arena);

#endif
