/* SPDX-License-Identifier: EUPL-1.2 */
/* Query: the parameters behind the question mark of an address (application/x-www-form-urlencoded,
 * WHATWG URL 5.1). */
#ifndef HTTP_QUERY_H
#define HTTP_QUERY_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/* The decoded value of the first parameter NAME in the string QUERY, as one line, mended by
 * characters_mended; NULL when there is none, or it is empty. ERR_INVALID when the value has more
 * than MOST bytes or is no text (base/characters.h). */
enum err query_value(const char *query, const char *name, size_t most, struct arena *arena,
                     const char **value);

/* The same for words to look for, of which what reverses the text around it (U+202E) is taken out
 * rather than refused. */
enum err query_words(const char *query, const char *name, size_t most, struct arena *arena,
                     const char **words);

/* How many rows a program wants: the parameter "limit" of QUERY, a number from 1 to *MOST, which it
 * lowers. ERR_INVALID for anything else. */
enum err query_limit(const char *query, struct arena *arena, int *most);

/* The decoded value of the first parameter NAME, whatever it holds (a NUL becomes U+0001); NULL
 * when there is none. To be changed at will. */
char *query_raw(const char *query, const char *name, struct arena *arena);

/* Of QUERY the first parameter of each of NAMES, which spaces or bars separate, in their order and
 * as it is written; one that is empty is left out. Two queries that differ in nothing else are the
 * same then. */
const char *query_of_names(const char *query, const char *names, struct arena *arena);

/* The names in QUERY, as texts, that are none of NAMES, or that come a second time; a parameter
 * without a value has a name too.
 */
struct query_names {
    const char **items;
    size_t count;
};
struct query_names query_unknown(const char *query, const char *names, struct arena *arena);

struct parameter {
    const char *name, *value;
};

struct parameters {
    struct parameter *items;
    size_t count;
};

/* All of QUERY, decoded as query_raw does it; at most PARAMETERS_MOST, what is beyond is left out.
 */
enum { PARAMETERS_MOST = 2000 };
struct parameters query_read(const char *query, struct arena *arena);

/* The value of the first one called NAME; NULL when there is none. */
const char *parameters_value(const struct parameters *parameters, const char *name);

/* The other way; a value that is NULL is left out: "?name=value&…" with what is not unreserved (RFC
 * 3986 section 2.3) written as a percent sign and two digits; "" when all are left out. */
const char *query_write(const struct parameter *parameters, size_t count, struct arena *arena);

#endif
