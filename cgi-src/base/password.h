/* SPDX-License-Identifier: EUPL-1.2 */
/* Password: hashing by Argon2id (RFC 9106), and what is refused as a password (NIST SP 800-63B
 * section 5.1.1.2). */
#ifndef BASE_PASSWORD_H
#define BASE_PASSWORD_H

#include <stdbool.h>

#include "base/arena.h"

enum { PASSWORD_MIN = 12, PASSWORD_MAX = 200 }; /* characters */

/* The hash of PASSWORD as text, with its parameters and salt: 19 MiB and two passes, as OWASP's
 * cheat sheet has it. */
const char *password_hash(const char *password, struct arena *arena);

/* Whether PASSWORD is that of HASH. HASH may be NULL, for an account that does not exist: it takes
 * as long, and is false. */
bool password_matches(const char *hash, const char *password);

/* Whether PASSWORD is too short, or one that a dictionary of common ones has. */
bool password_is_weak(const char *password);

#endif
