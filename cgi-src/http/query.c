/* SPDX-License-Identifier: EUPL-1.2 */
/* Query: the parameters behind the question mark of an address. */
#include "http/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/characters.h"

static int hex_digit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    int letter = digit | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* A percent sign without two digits behind it stands for itself, as in browsers. */
static char *decode(const char *bytes, size_t length, struct arena *arena)
{
    char *decoded = arena_raw(arena, length + 1), *end = decoded;
    for (size_t i = 0; i < length; i++) {
        int high = bytes[i] == '%' && i + 3 <= length ? hex_digit(bytes[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(bytes[i + 2]) : -1;
        if (low >= 0) {
            *end++ = (char)(unsigned char)(high * 16 + low);
            i += 2;
        } else {
            *end++ = bytes[i];
            if (bytes[i] == '+')
                end[-1] = ' ';
        }
    }
    *end = '\0';
    /* A NUL would hide the rest. U+0001 replaces it, which is refused as a control character. */
    for (char *at = decoded; at < end; at++)
        if (*at == '\0')
            *at = '\x01';
    return decoded;
}

/* The value, still encoded, of the first parameter whose name is the NAME_LENGTH bytes at NAME;
 * NULL when there is none. */
static const char *find_value(const char *query, const char *name, size_t name_length,
                              size_t *value_length)
{
    for (const char *at = query; *at; at += strspn(at, "&")) {
        size_t length = strcspn(at, "&");
        if (length > name_length && strncmp(at, name, name_length) == 0 && at[name_length] == '=') {
            *value_length = length - name_length - 1;
            return at + name_length + 1;
        }
        at += length;
    }
    return NULL;
}

char *query_raw(const char *query, const char *name, struct arena *arena)
{
    size_t length = 0;
    const char *value = find_value(query, name, strlen(name), &length);
    return value ? decode(value, length, arena) : NULL;
}

#define SEPARATORS " |"

const char *query_of_names(const char *query, const char *names, struct arena *arena)
{
    struct buffer output = buffer_in(arena);
    buffer_add(&output, "");
    for (size_t length; *names; names += length, names += strspn(names, SEPARATORS)) {
        length = strcspn(names, SEPARATORS);
        size_t value_length = 0;
        const char *value = find_value(query, names, length, &value_length);
        if (value_length)
            buffer_print(&output, "%s%.*s=%.*s", output.length ? "&" : "", (int)length, names,
                         (int)value_length, value);
    }
    return output.bytes;
}

static bool is_among(const char *name, const char *names)
{
    for (size_t length; *names; names += length, names += strspn(names, SEPARATORS)) {
        length = strcspn(names, SEPARATORS);
        if (strlen(name) == length && strncmp(name, names, length) == 0)
            return true;
    }
    return false;
}

/* The name; "?" for one that is not a text, since the answer that lists it has to be one. */
static const char *decode_name(const char *bytes, size_t length, struct arena *arena)
{
    const char *name = characters_mended(decode(bytes, length, arena), false, arena);
    return characters_are_text(name, false) ? name : "?";
}

struct query_names query_unknown(const char *query, const char *names, struct arena *arena)
{
    size_t max = 1;
    for (const char *at = query; *at; at++)
        max += *at == '&';
    struct query_names unknown = { .items = arena_array(arena, max, sizeof *unknown.items) };
    const char **seen = arena_array(arena, max, sizeof *seen);
    size_t seen_count = 0;
    for (const char *at = query + strspn(query, "&"); *at; at += strspn(at, "&")) {
        const char *name = decode_name(at, strcspn(at, "=&"), arena);
        bool known = is_among(name, names);
        for (size_t i = 0; i < seen_count && known; i++)
            known = strcmp(seen[i], name) != 0;
        if (known)
            seen[seen_count++] = name;
        else
            unknown.items[unknown.count++] = name;
        at += strcspn(at, "&");
    }
    return unknown;
}

struct parameters query_read(const char *query, struct arena *arena)
{
    size_t max = *query != '\0';
    for (const char *at = query; *at && max < PARAMETERS_MAX; at++)
        max += *at == '&';
    struct parameters parameters = { .items = arena_array(arena, max, sizeof *parameters.items) };
    for (const char *at = query; *at && parameters.count < max; at += strspn(at, "&")) {
        size_t length = strcspn(at, "&"), name = strcspn(at, "=&");
        if (name && name < length)
            parameters.items[parameters.count++] = (struct parameter){
                .name = decode(at, name, arena),
                .value = decode(at + name + 1, length - name - 1, arena),
            };
        at += length;
    }
    return parameters;
}

const char *parameters_value(const struct parameters *parameters, const char *name)
{
    for (size_t i = 0; i < parameters->count; i++)
        if (strcmp(parameters->items[i].name, name) == 0)
            return parameters->items[i].value;
    return NULL;
}

/* Mends and checks a DECODED value; *VALUE is NULL when it is empty. */
static enum err take_value(const char *decoded, size_t max, struct arena *arena, const char **value)
{
    *value = NULL;
    if (!decoded)
        return OK;
    decoded = characters_mended(decoded, false, arena);
    if (strlen(decoded) > max || !characters_are_text(decoded, false))
        return ERR_INVALID;
    *value = *decoded ? decoded : NULL;
    return OK;
}

enum err query_value(const char *query, const char *name, size_t max, struct arena *arena,
                     const char **value)
{
    return take_value(query_raw(query, name, arena), max, arena, value);
}

enum err query_words(const char *query, const char *name, size_t max, struct arena *arena,
                     const char **words)
{
    const char *decoded = query_raw(query, name, arena);
    return take_value(decoded ? characters_unturned(decoded, arena) : NULL, max, arena, words);
}

enum err query_limit(const char *query, struct arena *arena, int *max)
{
    enum { DIGITS_MAX = 4 };
    const char *limit;
    if (query_value(query, "limit", DIGITS_MAX, arena, &limit))
        return ERR_INVALID;
    if (!limit)
        return OK;
    long number = limit[strspn(limit, "0123456789")] ? 0 : strtol(limit, NULL, 10);
    if (number < 1 || number > *max)
        return ERR_INVALID;
    *max = (int)number;
    return OK;
}

static void add_encoded(struct buffer *output, const char *value)
{
    static const char digits[] = "0123456789ABCDEF";
    char *start = buffer_reserve(output, 3 * strlen(value)), *end = start;
    for (; *value; value++) {
        unsigned char byte = (unsigned char)*value;
        bool plain = (byte >= '0' && byte <= '9') ||
                     ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || strchr("-._~", *value);
        if (plain) {
            *end++ = *value;
        } else {
            *end++ = '%';
            *end++ = digits[byte >> 4];
            *end++ = digits[byte & 15];
        }
    }
    *end = '\0';
    output->length += (size_t)(end - start);
}

const char *query_write(const struct parameter *parameters, size_t count, struct arena *arena)
{
    struct buffer query = buffer_in(arena);
    buffer_add(&query, "");
    for (size_t i = 0; i < count; i++) {
        if (!parameters[i].value)
            continue;
        buffer_add(&query, query.length ? "&" : "?");
        add_encoded(&query, parameters[i].name);
        buffer_add(&query, "=");
        add_encoded(&query, parameters[i].value);
    }
    return query.bytes;
}
