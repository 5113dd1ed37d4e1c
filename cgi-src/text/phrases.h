/* SPDX-License-Identifier: EUPL-1.2 */
/* Phrases: replaces what stands between [[ and ]] in a template when it is loaded, once for each
 * language.
 *
 *   [[Skip to the content]]        the English text, translated by the catalogue
 *   [[Since {{YEAR}}]]             the same with a marker, which the translation has, too
 *   [[static:favicon.svg]]         the path of a static file
 *   [[whole style]]                the style sheet
 *   [[style]]                      the rules of it that the page uses (template_render)
 *   [[include:frame/_top.tpl]]     another template, as if it stood here
 *
 * So a page costs no look-up when it is rendered, and a missing translation stops the start, not a
 * visitor.
 */
#ifndef TEXT_PHRASES_H
#define TEXT_PHRASES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/language.h"
#include "text/assets.h"
#include "text/catalogue.h"

#define STYLE_MARKER "[[style]]"

/* The sources of replacements. */
struct phrasebook {
    const char *folder; /* of the templates */
    const struct catalogue *catalogue;
    const struct assets *assets;
};

/* Appends the template file NAME ("kinds/cooperation/topic_page.tpl") with its phrases in LANGUAGE.
 * False, and one log line, when a file is missing, a phrase has no translation, or a translation
 * has a character that HTML treats as markup or other markers than the English text. */
bool phrases_fill(const struct phrasebook *book, const char *name, enum language language,
                  struct buffer *result);

#endif
