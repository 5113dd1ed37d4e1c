/* Query: the parameters behind the question mark of an address (application/x-www-form-urlencoded, WHATWG URL 5.1). */
#ifndef HTTP_QUERY_H
#define HTTP_QUERY_H

#include "base/arena.h"
#include "base/err.h"

/* The decoded value of the first parameter NAME in the string QUERY; NULL when there is none, or it is empty. ERR_INVALID when
 * the value has more than MOST bytes, is not UTF-8, or has control characters. */
enum err query_value(const char *query, const char *name, size_t most, struct arena *arena, const char **value);

#endif
