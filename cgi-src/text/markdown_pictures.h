/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures in Markdown: ![caption](picture:NUMBER) */
#ifndef TEXT_MARKDOWN_PICTURES_H
#define TEXT_MARKDOWN_PICTURES_H

#include <cmark.h>

#include "text/markdown.h"

/* The NUMBER of an image that is a picture; NULL for any other node. */
const char *markdown_picture_number(cmark_node *node);

/* Replaces the pictures of DOCUMENT by the figures of LINKS, behind the blocks in which they
 * stand. */
void markdown_pictures(cmark_node *document, const struct markdown_links *links,
                       struct arena *arena);

#endif
