/* SPDX-License-Identifier: EUPL-1.2 */
/* Template: pages made by ctemplate from a dictionary of values.
 *
 * A thin C interface to the C++ library; all C++ is in template.cc and template_check.cc. Every
 * template is loaded four times, once for each language, with its phrases replaced
 * (text/phrases.h). Escaping is ctemplate's auto-escape and nothing else.
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

/* Sets the style sheet that the marker STYLE of the template NAME stands for, which is the same in
 * all languages, and its source expression (CSP Level 3). Both are copied. */
void templates_set_style(struct templates *templates, const char *name, const char *style,
                         const char *source);

/* Has the templates TOP and BOTTOM, which are added too, rendered before and after NAME, with the
 * same dictionary. */
void templates_set_layout(struct templates *templates, const char *name, const char *top,
                          const char *bottom);

/* The source expression of the style sheet; "" when the template has none. */
const char *templates_style_source(const struct templates *templates, const char *name);

/* Call once, after the last templates_add. */
void templates_ready(struct templates *templates);

/* A dictionary for one page, released with ARENA. Strings are not copied, so they have to live as
 * long as ARENA. A value that is NULL is not set. */
struct dictionary *dictionary_new(const struct templates *templates, struct arena *arena);

void dictionary_set(struct dictionary *dictionary, const char *name, const char *value);

/* Shows a section once more, with a dictionary of its own that falls back on this one. */
struct dictionary *dictionary_section(struct dictionary *dictionary, const char *name);

/* Shows SECTION with VALUE for its marker VALUE; not at all when VALUE is NULL. */
void dictionary_value(struct dictionary *dictionary, const char *section, const char *value);

/* Appends the page. False, and one log line, when a template is missing; under STRICT also when a
 * marker of the template was never set, or a value that was set is never shown. */
bool template_render(const struct templates *templates, enum language language, const char *name,
                     struct dictionary *dictionary, struct buffer *output);

#endif
