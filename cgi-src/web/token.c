/* SPDX-License-Identifier: EUPL-1.2 */
/* Token: a secret of 256 random bits that a cookie or an address carries. */
#include "web/token.h"

#include <sodium.h>
#include <string.h>

const char *token_digits(const unsigned char bytes[static TOKEN_BYTES], struct arena *arena)
{
    char *text = arena_alloc(arena, TOKEN_DIGITS + 1);
    return sodium_bin2hex(text, TOKEN_DIGITS + 1, bytes, TOKEN_BYTES);
}

const char *token_new(struct arena *arena)
{
    unsigned char bytes[TOKEN_BYTES];
    randombytes_buf(bytes, sizeof bytes);
    return token_digits(bytes, arena);
}

bool token_is_whole(const char *text)
{
    return strlen(text) == TOKEN_DIGITS && strspn(text, "0123456789abcdef") == TOKEN_DIGITS;
}

const char *token_hash(const char *token, struct arena *arena)
{
    unsigned char hash[TOKEN_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)token, strlen(token));
    return token_digits(hash, arena);
}
