/* SPDX-License-Identifier: EUPL-1.2 */
/* One-time code: what a login asks for beside the password. Codes of a device (TOTP, RFC 6238:
 * SHA-1, six digits, thirty seconds, as every authenticator program has it), and recovery codes for
 * when the device is lost.
 */
#ifndef BASE_ONE_TIME_CODE_H
#define BASE_ONE_TIME_CODE_H

#include "base/arena.h"

enum { CODE_SECRET_BYTES = 20, RECOVERY_CODES = 10 };

/* A new secret (RFC 4226 section 4: 160 bits). */
void code_secret_new(unsigned char secret[static CODE_SECRET_BYTES]);

/* The secret as people and programs write it: base32 (RFC 4648 section 6), without padding. */
const char *code_secret_letters(const unsigned char secret[static CODE_SECRET_BYTES],
                                struct arena *arena);

/* The step of time since 1970 to which the code TYPED belongs: that of NOW (seconds), or one beside
 * it, for a clock that is not quite right. 0 when it is the code of none of them. SECRET may be
 * NULL, for an account without one: this takes as long, and returns 0. The database sees to it that
 * a step is used once only. */
long code_step(const unsigned char *secret, const char *typed, long now);

/* A new recovery code, as it is shown: four groups of four letters, 80 bits. */
const char *recovery_code_new(struct arena *arena);

/* The SHA-256 (hexadecimal digits) by which a recovery code is kept, however it is TYPED: capital
 * letters, spaces and hyphens do not matter. With 80 random bits a quick hash is enough. Never
 * NULL; what is no such code has a hash that none has. */
const char *recovery_code_hash(const char *typed, struct arena *arena);

#endif
