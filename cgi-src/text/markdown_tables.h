/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables of Markdown, as GitHub Flavored Markdown writes them: a line of names, a line of dashes,
 * and a line for each row, with bars between the cells. */
#ifndef TEXT_MARKDOWN_TABLES_H
#define TEXT_MARKDOWN_TABLES_H

#include <cmark.h>

#include "base/arena.h"

/* MARKDOWN with a substitute for each escaped bar, "\|", which does not separate cells.
 * markdown_tables puts the bars back. */
const char *markdown_set_bars_apart(const char *markdown, struct arena *arena);

/* Turns the paragraphs of DOCUMENT that are written so into tables. A bar within emphasis, a link
 * or code does not separate cells. A row may have fewer cells than there are names; the surplus
 * stays in its last cell, with its bars. The cost is linear: each paragraph is read twice. */
void markdown_tables(cmark_node *document, struct arena *arena);

#endif
