/* SPDX-License-Identifier: EUPL-1.2 */
/* Accept: what a client prefers, by the header fields of RFC 9110 section 12.5. */
#ifndef HTTP_ACCEPT_H
#define HTTP_ACCEPT_H

#include <stdbool.h>

#include "base/language.h"

/* The best of the site's languages for the field value Accept-Language (RFC 9110 section 12.5.4),
 * found by RFC 4647's lookup: "nl-BE" is nl. The highest weight wins, the first of equals;
 * LANGUAGE_DEFAULT when nothing fits. Any bytes are a valid input.
 */
enum language accept_language(const char *field);

/* Whether the field value Accept-Encoding (RFC 9110 section 12.5.3) allows gzip. */
bool accept_gzip(const char *field);

#endif
