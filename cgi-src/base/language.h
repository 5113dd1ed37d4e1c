/* SPDX-License-Identifier: EUPL-1.2 */
/* The four languages of the site. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/choice.h"

enum language { NL, FR, DE, EN, LANGUAGES };

/* What a page is in when nothing tells: the language most visitors from elsewhere read. */
#define LANGUAGE_DEFAULT EN

/* BCP 47 tag ("nl"), the language's own name ("Nederlands"), and Open Graph's locale ("nl_BE"). */
const char *language_tag(enum language language);
const char *language_name(enum language language);
const char *language_locale(enum language language);

/* The tags, each with the language's own name. */
extern const struct choice language_choices[];

/* The language whose tag is the LENGTH bytes at TAG, exactly; LANGUAGES when there is none. */
enum language language_from_tag(const char *tag, size_t length);

/* The language to lead somebody to who reads none of the site's. PATHS says where something is in
 * each language, NULL where it is not; LANGUAGES when it is in none. */
enum language language_for_others(const char *const *paths);

#endif
