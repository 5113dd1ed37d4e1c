/* SPDX-License-Identifier: EUPL-1.2 */
/* Markdown: what editors write, as HTML that is safe to put into a page. */
#ifndef TEXT_MARKDOWN_H
#define TEXT_MARKDOWN_H

#include <stdbool.h>

#include "base/arena.h"
#include "text/terms.h"

/* Whatever a text is made of, it costs in proportion to its length. A parser of Markdown does not
 * by itself: each line may be looked at for each level that is open. So what is nested deeper than
 * any editor writes is shown as it was typed, as a block of code: a marker of a quote or a list
 * behind column MARKDOWN_COLUMN_MAX, blocks and emphasis MARKDOWN_DEPTH_MAX deep, more than
 * MARKDOWN_IMAGES_MAX images. */
enum { MARKDOWN_COLUMN_MAX = 64, MARKDOWN_DEPTH_MAX = 100, MARKDOWN_IMAGES_MAX = 1000 };

/* Terms that are explained in one text: each takes its part of the page's weight. */
enum { MARKDOWN_TERMS_MAX = 3 };

/* What is said of notes, in the language of the page: of all of them, of one, and of the way back
 * to where it is referred to; a number follows the last two. */
struct markdown_notes {
    const char *title, *note, *back;
};

/* Links to other documents are written [text](doc:KEY). PATH turns a KEY into a path; NULL when
 * there is no such document. Pictures are written ![caption](picture:NUMBER); FIGURE turns one into
 * HTML that is shown as it is, NULL when there is no such picture; it may be NULL itself, where
 * there are none. Where one of TERMS first stands, it is a link to the document with the key
 * "glossary", which shows what the term means where it is pointed at; TERMS may be NULL. [^LABEL]
 * refers to a note, whose text begins a line with [^LABEL]: and ends with its paragraph; NOTES may
 * be NULL, where there are none. */
struct markdown_links {
    const char *(*path)(const char *key, void *context);
    const char *(*figure)(const char *number, const char *caption, void *context);
    void *context;
    struct terms *terms;
    const struct markdown_notes *notes;
};

/* MARKDOWN (UTF-8, CommonMark) as HTML, owned by ARENA. No words of it are left out: raw HTML is
 * shown as it was written; a link to a document that does not exist, or elsewhere than to the web,
 * to mail and to files of this site, leaves its text, as an image does that is no picture; a
 * picture stands behind the paragraph that it is written in. Bare addresses of the web are links,
 * and there are tables (text/markdown_tables.h).
 * The title of a page is its only heading of the first level: where the text has one, all of its
 * headings go down by one. The one thing that templates show unescaped. */
const char *markdown_html(const char *markdown, const struct markdown_links *links,
                          struct arena *arena);

/* Whether every image of MARKDOWN, but for pictures, has a text that stands for it (WCAG 2.2,
 * 1.1.1). */
bool markdown_images_have_text(const char *markdown);

#endif
