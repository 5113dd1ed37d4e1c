/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables of Markdown, as GitHub Flavored Markdown writes them: a line of names, a line of dashes,
 * and a line a row, each with bars between its cells. */
#ifndef TEXT_MARKDOWN_TABLES_H
#define TEXT_MARKDOWN_TABLES_H

#include <cmark.h>

#include "base/arena.h"

/* MARKDOWN, in which those bars are set apart that are written "\|" and part no cells.
 * markdown_tables puts them back. */
const char *markdown_set_bars_apart(const char *markdown, struct arena *arena);

/* Makes tables of the paragraphs of DOCUMENT that are written so. A bar within emphasis, a link or
 * code parts no cells. A row may have fewer cells than there are names; what it has more stays in
 * its last cell, with its bars. Each paragraph is gone through twice, whatever it holds. */
void markdown_tables(cmark_node *document, struct arena *arena);

#endif
