/* SPDX-License-Identifier: EUPL-1.2 */
/* Markdown: turns the texts of editors into HTML that is safe in a page. */
#ifndef TEXT_MARKDOWN_H
#define TEXT_MARKDOWN_H

#include <stdbool.h>

#include "base/arena.h"
#include "text/terms.h"

/* Bounds that keep the cost of any text in proportion to its length. A parser of Markdown alone
 * does not: it may look at each open level for each line. A text beyond these bounds is none that
 * an editor writes; it is shown as typed, as a block of code. The bounds are the column of the last
 * marker of a quote or list, the depth of blocks and emphasis, and the number of images. */
enum { MARKDOWN_COLUMN_MAX = 64, MARKDOWN_DEPTH_MAX = 100, MARKDOWN_IMAGES_MAX = 1000 };

/* The maximum of terms that are explained in one text: each makes the page heavier. */
enum { MARKDOWN_TERMS_MAX = 3 };

/* Words about notes in the language of the page: the title of their list, and the labels of a
 * reference and of the way back to it; a number follows these two. */
struct markdown_notes {
    const char *title, *note, *back;
};

/* How to show what refers to other things. Links to other documents are written [text](doc:KEY);
 * PATH turns a KEY into a path, NULL when there is no such document. Pictures are written
 * ![caption](picture:NUMBER); FIGURE turns one into HTML that is shown as it is, NULL when there is
 * no such picture. The first occurrence of each of TERMS becomes a link to the document with the
 * key "glossary", and shows the meaning when pointed at. [^LABEL] refers to a note, whose text
 * begins a line with [^LABEL]: and ends with its paragraph. FIGURE, TERMS and NOTES may be NULL:
 * then pictures, terms or notes are nothing special. */
struct markdown_links {
    const char *(*path)(const char *key, void *context);
    const char *(*figure)(const char *number, const char *caption, void *context);
    void *context;
    struct terms *terms;
    const struct markdown_notes *notes;
};

/* MARKDOWN (UTF-8, CommonMark) as HTML, owned by ARENA. No words are left out: raw HTML is shown as
 * it was written; a link leaves its text when its document does not exist, or when it leads
 * elsewhere than to the web, to mail or to files of this site; an image that is not a picture
 * leaves its text, too. A picture stands behind the paragraph in which it is written. Bare
 * addresses of the web become links, and there are tables (text/markdown_tables.h). The title of a
 * page is its only heading of the first level: when the text has one, all its headings move down by
 * one level. Templates show this HTML unescaped. */
const char *markdown_html(const char *markdown, const struct markdown_links *links,
                          struct arena *arena);

/* Whether every image of MARKDOWN, other than pictures, has an alternative text (WCAG 2.2,
 * 1.1.1). */
bool markdown_images_have_text(const char *markdown);

#endif
