/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows: what a statement brought. */
#include "db/rows.h"

#include <libpq-fe.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

size_t rows_count(const struct rows *rows)
{
    return (size_t)PQntuples(rows->result);
}

const char *rows_text(const struct rows *rows, size_t row, int column)
{
    return PQgetisnull(rows->result, (int)row, column) ? NULL
                                                       : PQgetvalue(rows->result, (int)row, column);
}

long rows_number(const struct rows *rows, size_t row, int column)
{
    const char *text = rows_text(rows, row, column);
    return text ? strtol(text, NULL, 10) : 0;
}

enum language rows_language(const struct rows *rows, size_t row, int column)
{
    const char *tag = rows_text(rows, row, column);
    return tag ? language_from_tag(tag, strlen(tag)) : LANGUAGES;
}

const char *rows_bytes(const struct rows *rows, size_t row, int column, struct arena *arena,
                       size_t *length)
{
    const char *text = rows_text(rows, row, column);
    unsigned char *bytes = text ? PQunescapeBytea((const unsigned char *)text, length) : NULL;
    if (bytes)
        arena_defer(arena, PQfreemem, bytes);
    return (const char *)bytes;
}

void rows_digest(const struct rows *rows, struct crypto_generichash_blake2b_state *state)
{
    const PGresult *result = rows->result;
    const int count = PQntuples(result), columns = PQnfields(result);
    crypto_generichash_update(state, (const unsigned char *)&count, sizeof count);
    for (int row = 0; row < count; row++)
        for (int column = 0; column < columns; column++) {
            const int length =
                PQgetisnull(result, row, column) ? -1 : PQgetlength(result, row, column);
            crypto_generichash_update(state, (const unsigned char *)&length, sizeof length);
            if (length > 0)
                crypto_generichash_update(state,
                                          (const unsigned char *)PQgetvalue(result, row, column),
                                          (unsigned long long)length);
        }
}
