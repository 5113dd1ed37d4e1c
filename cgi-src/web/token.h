/* SPDX-License-Identifier: EUPL-1.2 */
/* Token: a secret of 256 random bits that a cookie or an address carries, as 64 hexadecimal digits.
 * The database has their SHA-256 only, so that whoever reads it cannot use them. */
#ifndef WEB_TOKEN_H
#define WEB_TOKEN_H

#include <stdbool.h>

#include "base/arena.h"

enum { TOKEN_BYTES = 32, TOKEN_DIGITS = 2 * TOKEN_BYTES };

const char *token_new(struct arena *arena);

/* Whether TEXT looks like a token. */
bool token_is_whole(const char *text);

/* The SHA-256 of a token's digits, in hexadecimal digits. */
const char *token_hash(const char *token, struct arena *arena);

/* BYTES in hexadecimal digits. */
const char *token_digits(const unsigned char bytes[static TOKEN_BYTES], struct arena *arena);

#endif
