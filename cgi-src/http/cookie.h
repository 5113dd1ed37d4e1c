/* SPDX-License-Identifier: EUPL-1.2 */
/* Cookie: the header field Cookie (RFC 6265bis section 4.2). */
#ifndef HTTP_COOKIE_H
#define HTTP_COOKIE_H

#include "base/arena.h"

/* The value of the first cookie NAME in FIELD, as sent, copied to ARENA; NULL when there is none.
 * Any bytes are a valid input. */
const char *cookie_value(const char *field, const char *name, struct arena *arena);

#endif
