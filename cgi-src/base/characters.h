/* SPDX-License-Identifier: EUPL-1.2 */
/* Characters: which ones a text may have, whoever wrote it, so that every page, feed and file that
 * shows it is well formed and reads as it was written. The database has the same rule:
 * site.is_text.
 */
#ifndef BASE_CHARACTERS_H
#define BASE_CHARACTERS_H

#include <stdbool.h>

#include "base/arena.h"

/* Whether STRING is UTF-8 of characters that XML 1.0 may have (section 2.2), but for controls
 * (U+0000 to U+001F, U+007F to U+009F), noncharacters, and what reverses the text around it (U+202A
 * to U+202E, U+2066 to U+2069). Line feeds and tabs may be in a text of several LINES. */
bool characters_are_text(const char *string, bool lines);

/* STRING, which may be anything, without what programs leave in a text that nobody sees, and by
 * which no search finds its words: soft hyphens, spaces without width, word joiners and byte order
 * marks are taken out. Joiners stay (U+200C, U+200D), since scripts and emoji need them. What ends
 * a line in one way or another (Word's vertical tab, U+2028, CR LF …) is a line feed in a text of
 * several LINES; in one line they are spaces, but for CR and LF, which stay, and so is a tab. */
const char *characters_mended(const char *string, bool lines, struct arena *arena);

/* Whether nothing of STRING would be seen: it has spaces of whatever width, line ends, fillers and
 * marks without width alone. */
bool characters_are_blank(const char *string);

/* STRING, or the empty text where it is NULL. */
const char *or_empty(const char *string);

/* STRING, which may be anything, without what reverses the text around it: for words that are
 * looked for, since no text has it.
 */
const char *characters_unturned(const char *string, struct arena *arena);

#endif
