/* SPDX-License-Identifier: EUPL-1.2 */
/* Template: pages made by ctemplate from a dictionary of values.
 *
 * A thin C face of the C++ library; template.cc is the only C++ here. Every template is there four
 * times, once for each language, with its phrases put in (text/phrases.h). Escaping is ctemplate's
 * auto-escape and nothing else.
 */
#ifndef TEXT_TEMPLATE_H
#define TEXT_TEMPLATE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/language.h"

struct templates;
struct dictionary;

/* An empty set. STRICT makes template_render check what it is given, for tests. */
struct templates *templates_new(bool strict);
void templates_free(struct templates *templates);

/* Adds the template NAME ("kinds/cooperation/topic_page.tpl") in a language; false when ctemplate
 * finds a mistake in it. */
bool templates_add(struct templates *templates, enum language language, const char *name,
                   const char *text, size_t length);

/* Gives the template NAME, in all languages, the style sheet that its marker STYLE stands for, and
 * the source expression of that (CSP Level 3). Both are copied. */
void templates_set_style(struct templates *templates, const char *name, const char *style,
                         const char *source);

/* Has TOP and BOTTOM, which are added too, shown around NAME, with the same dictionary. */
void templates_set_frame(struct templates *templates, const char *name, const char *top,
                         const char *bottom);

/* The source expression; "" where the template has no style sheet. */
const char *templates_style_source(const struct templates *templates, const char *name);

/* To be called once after the last templates_add. */
void templates_ready(struct templates *templates);

/* A dictionary for one page, released with ARENA. Strings given to it are not copied: they live in
 * ARENA, or as long. NULL is no value. */
struct dictionary *dictionary_new(const struct templates *templates, struct arena *arena);

void dictionary_set(struct dictionary *dictionary, const char *name, const char *value);

/* Shows a section once more, with a dictionary of its own that falls back on this one. */
struct dictionary *dictionary_section(struct dictionary *dictionary, const char *name);

/* A section with VALUE in its marker VALUE; none where that is NULL. */
void dictionary_value(struct dictionary *dictionary, const char *section, const char *value);

/* Appends the page. False, and one log line, when a template is missing; under STRICT also when a
 * marker of the template was never set, or a value that was set is never shown. */
bool template_render(const struct templates *templates, enum language language, const char *name,
                     struct dictionary *dictionary, struct buffer *output);

#endif
