/* SPDX-License-Identifier: EUPL-1.2 */
/* One-time code: what a login asks for beside the password. */
#include "base/one_time_code.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/log.h"

enum { DIGITS = 6, STEP_SECONDS = 30, STEPS_BESIDE = 1, RECOVERY_BYTES = 10, GROUP = 4 };

void code_secret_new(unsigned char secret[static CODE_SECRET_BYTES])
{
    randombytes_buf(secret, CODE_SECRET_BYTES);
}

static char *base32(const unsigned char *bytes, size_t length, struct arena *arena)
{
    char *letters;
    size_t count;
    if (oath_base32_encode((const char *)bytes, length, &letters, &count) != OATH_OK) {
        log_error("out of memory");
        exit(EXIT_FAILURE);
    }
    char *copy = arena_copy_bytes(arena, letters, count);
    sodium_memzero(letters, count);
    free(letters);
    return copy;
}

const char *code_secret_letters(const unsigned char secret[static CODE_SECRET_BYTES],
                                struct arena *arena)
{
    return base32(secret, CODE_SECRET_BYTES, arena);
}

/* What was typed without spaces and hyphens, in capital letters. */
static char *plain(const char *typed, struct arena *arena)
{
    char *code = arena_copy(arena, typed), *end = code;
    for (const char *at = typed; *at; at++)
        if (*at != ' ' && *at != '-')
            *end++ = (char)(*at >= 'a' && *at <= 'z' ? *at - 'a' + 'A' : *at);
    *end = '\0';
    return code;
}

/* The six digits of what was typed ("123 456" is one too); zeros in the place of what is no code.
 */
static bool read_digits(const char *typed, char digits[static DIGITS + 1])
{
    size_t count = 0;
    bool sound = true;
    for (const char *at = typed; *at; at++) {
        if (*at == ' ')
            continue;
        sound = sound && count < DIGITS && *at >= '0' && *at <= '9';
        if (sound)
            digits[count++] = *at;
    }
    if (!sound || count != DIGITS)
        memset(digits, '0', DIGITS);
    digits[DIGITS] = '\0';
    return sound && count == DIGITS;
}

long code_step(const unsigned char *secret, const char *typed, long now)
{
    static const unsigned char nobody[CODE_SECRET_BYTES];
    char digits[DIGITS + 1];
    uint64_t step = 0;
    bool is_code = read_digits(typed, digits);
    int position = oath_totp_validate3((const char *)(secret ? secret : nobody), CODE_SECRET_BYTES,
                                       now, STEP_SECONDS, 0, STEPS_BESIDE, NULL, &step, digits);
    return secret && is_code && position >= 0 ? (long)step : 0;
}

const char *recovery_code_new(struct arena *arena)
{
    unsigned char bytes[RECOVERY_BYTES];
    randombytes_buf(bytes, sizeof bytes);
    struct buffer code = buffer_in(arena);
    for (const char *letters = base32(bytes, sizeof bytes, arena); *letters; letters += GROUP)
        buffer_print(&code, "%s%.4s", code.length ? "-" : "", letters);
    return code.bytes;
}

const char *recovery_code_hash(const char *typed, struct arena *arena)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    const char *code = plain(typed, arena);
    crypto_hash_sha256(hash, (const unsigned char *)code, strlen(code));
    char *digits = arena_alloc(arena, 2 * sizeof hash + 1);
    return sodium_bin2hex(digits, 2 * sizeof hash + 1, hash, sizeof hash);
}
