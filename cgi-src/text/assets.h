/* SPDX-License-Identifier: EUPL-1.2 */
/* Assets: the static files that pages refer to, under names that change with their content.
 *
 * The build writes FOLDER/static/NAME.HASH.EXT, and for each such file a line "NAME.EXT
 * /static/NAME.HASH.EXT" into FOLDER/assets. The style sheet is not a file of its own but goes into
 * the pages, so that a first visit takes one round trip.
 */
#ifndef TEXT_ASSETS_H
#define TEXT_ASSETS_H

#include "base/arena.h"

struct assets;

/* Reads the assets of FOLDER. NULL and one log line when a file is missing. ARENA owns
 * everything. */
struct assets *assets_load(const char *folder, struct arena *arena);

/* The path at which a static file is served; NULL when there is none of that name. */
const char *assets_path(const struct assets *assets, const char *name);

/* The style sheet. */
const char *assets_style(const struct assets *assets);

/* The hash of STYLE as a source expression for a Content-Security-Policy ("'sha256-…'", CSP Level 3
 * section 2.3.1). */
const char *assets_source_of(const char *style, struct arena *arena);

/* The source expression of the style sheet. */
const char *assets_style_source(const struct assets *assets);

#endif
