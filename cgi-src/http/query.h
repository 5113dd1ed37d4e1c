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
 * than MAX bytes or is no text (base/characters.h). */
enum err query_value(const char *query, const char *name, size_t max, struct arena *arena,
                     const char **value);

/* The same for search words. Characters that reverse the text around them (U+202E) are removed
 * rather than refused. */
enum err query_words(const char *query, const char *name, size_t max, struct arena *arena,
                     const char **words);

/* The number of rows that a program wants: lowers *MAX to the parameter "limit" of QUERY, a number
 * from 1 to *MAX. ERR_INVALID for anything else. */
enum err query_limit(const char *query, struct arena *arena, int *max);

/* The decoded value of the first parameter NAME, whatever it contains (a NUL becomes U+0001); NULL
 * when there is none. The caller may change it. */
char *query_raw(const char *query, const char *name, struct arena *arena);

/* QUERY reduced to the first parameter of each of NAMES, which spaces or bars separate. They keep
 * their encoding and come in the order of NAMES; empty ones are left out. So queries that differ
 * only in other parameters or in order become equal. */
const char *query_of_names(const char *query, const char *names, struct arena *arena);

/* The decoded names in QUERY that are not among NAMES, or that occur a second time. A parameter
 * without a value counts, too. */
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

/* All parameters of QUERY, decoded as by query_raw, but for those after the first
 * PARAMETERS_MAX. */
enum { PARAMETERS_MAX = 2000 };
struct parameters query_read(const char *query, struct arena *arena);

/* The value of the first parameter NAME; NULL when there is none. */
const char *parameters_value(const struct parameters *parameters, const char *name);

/* Writes "?name=value&…", with all but unreserved characters (RFC 3986 section 2.3)
 * percent-encoded. Parameters without a value are left out; "" when all are. */
const char *query_write(const struct parameter *parameters, size_t count, struct arena *arena);

#endif
