/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows: what a statement brought. */
#ifndef DB_ROWS_H
#define DB_ROWS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/language.h"

/* The rows that a statement brought, valid until the arena of its batch is reset. A null value
 * reads as NULL. */
struct rows {
    const struct pg_result *result;
};
size_t rows_count(const struct rows *rows);
const char *rows_text(const struct rows *rows, size_t row, int column);
long rows_number(const struct rows *rows, size_t row, int column); /* 0 for null */
enum language rows_language(const struct rows *rows, size_t row,
                            int column); /* of a tag; LANGUAGES for null */

/* The bytes of a bytea, owned by ARENA; NULL for null. */
const char *rows_bytes(const struct rows *rows, size_t row, int column, struct arena *arena,
                       size_t *length);

/* Adds what they have to a digest of libsodium, its crypto_generichash_state. Lengths keep apart
 * what stands side by side, and null from what is empty. */
struct crypto_generichash_blake2b_state;
void rows_digest(const struct rows *rows, struct crypto_generichash_blake2b_state *state);

#endif
