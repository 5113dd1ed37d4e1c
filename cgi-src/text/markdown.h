/* Markdown: what editors write, as HTML that is safe to put into a page. */
#ifndef TEXT_MARKDOWN_H
#define TEXT_MARKDOWN_H

#include <stdbool.h>

#include "base/arena.h"

/* Links to other documents are written [text](doc:KEY). LINK turns a KEY into a path; NULL when there is no such document. */
struct markdown_links {
    const char *(*path)(const char *key, void *context);
    void *context;
};

/* MARKDOWN (UTF-8, CommonMark) as HTML, owned by ARENA. Raw HTML and links with other schemes than http, https and mailto are
 * left out; a link to a document that does not exist leaves its text. The one thing that templates show unescaped. */
const char *markdown_html(const char *markdown, const struct markdown_links *links, struct arena *arena);

/* Whether every image of MARKDOWN has a text that stands for it (WCAG 2.2, 1.1.1). */
bool markdown_images_have_text(const char *markdown);

#endif
