/* SPDX-License-Identifier: EUPL-1.2 */
/* Accept: what a client prefers, by the header fields of RFC 9110 section 12.5. */
#include "http/accept.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { WEIGHT_MAX = 1000 };

/* One member of the list "value;q=0.8, value": VALUE is not terminated, WEIGHT is in thousandths.
 */
struct preference {
    const char *value;
    size_t length;
    int weight;
};

/* qvalue = "0" [ "." 0*3DIGIT ] / "1" [ "." 0*3"0" ] (RFC 9110 section 12.4.2). Anything else
 * counts as 0. */
static int weight_from(const char *text)
{
    if (*text != '0' && *text != '1')
        return 0;
    int weight = (*text - '0') * WEIGHT_MAX;
    if (text[1] == '.') {
        int unit = WEIGHT_MAX / 10;
        for (const char *digit = text + 2; *digit >= '0' && *digit <= '9' && unit;
             digit++, unit /= 10)
            weight += (*digit - '0') * unit;
    }
    return weight > WEIGHT_MAX ? WEIGHT_MAX : weight;
}

/* Takes the next member from *FIELD; false at the end. */
static bool next_preference(const char **field, struct preference *preference)
{
    const char *start = *field + strspn(*field, " \t,");
    if (!*start)
        return false;
    const char *end = start + strcspn(start, ",");
    const char *parameters = start + strcspn(start, ",;");

    preference->value = start;
    preference->length = strcspn(start, " \t,;");
    preference->weight = WEIGHT_MAX;
    while (parameters < end && *parameters == ';') {
        parameters += 1 + strspn(parameters + 1, " \t");
        if (strncasecmp(parameters, "q=", 2) == 0)
            preference->weight = weight_from(parameters + 2);
        parameters += strcspn(parameters, ",;");
    }
    *field = end;
    return true;
}

enum language accept_language(const char *field)
{
    enum language best = LANGUAGE_DEFAULT;
    int weight = 0;
    struct preference preference;
    while (next_preference(&field, &preference)) {
        char tag[2] = { 0 };
        if (preference.weight <= weight || preference.length < 2 ||
            (preference.length > 2 && preference.value[2] != '-'))
            continue;
        for (size_t i = 0; i < sizeof tag; i++)
            tag[i] = (char)(preference.value[i] |
                            0x20); /* tags are case-insensitive (RFC 5646 section 2.1.1) */
        enum language language = language_from_tag(tag, sizeof tag);
        if (language < LANGUAGES) {
            best = language;
            weight = preference.weight;
        }
    }
    return best;
}

bool accept_gzip(const char *field)
{
    int named = -1, any = -1;
    struct preference preference;
    while (next_preference(&field, &preference)) {
        if ((preference.length == 4 && strncasecmp(preference.value, "gzip", 4) == 0) ||
            (preference.length == 6 && strncasecmp(preference.value, "x-gzip", 6) == 0))
            named = preference.weight;
        else if (preference.length == 1 && *preference.value == '*')
            any = preference.weight;
    }
    return named > 0 || (named < 0 && any > 0);
}
