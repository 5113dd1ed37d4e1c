/* SPDX-License-Identifier: EUPL-1.2 */
/* Password: hashing by Argon2id, and what is refused as a password. */
#include "base/password.h"

#include <crack.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"

enum { PASSES = 2, MEMORY = 19 * 1024 * 1024 };

const char *password_hash(const char *password, struct arena *arena)
{
    char *hash = arena_alloc(arena, crypto_pwhash_STRBYTES);
    if (crypto_pwhash_str(hash, password, strlen(password), PASSES, MEMORY) != 0) {
        log_error("out of memory");
        exit(EXIT_FAILURE);
    }
    return hash;
}

bool password_matches(const char *hash, const char *password)
{
    /* The hash of nothing that anybody knows, made with the same parameters. */
    static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1$c29kaXVtY2hsb3JpZGVuYQ$"
                                 "QJJwyP0UymcXHnYUQCVbfIZVpVGO2CYXDkOmDfmWlgs";
    bool matches = crypto_pwhash_str_verify(hash ? hash : nobody, password, strlen(password)) == 0;
    return hash && matches;
}

/* Said whose it is, cracklib does not look for the user of this process, who may have no name. */
bool password_is_weak(const char *password)
{
    return utf8_length(password) < PASSWORD_MIN ||
           FascistCheckUser(password, GetDefaultCracklibDict(), "benelux-plus", "Benelux");
}
