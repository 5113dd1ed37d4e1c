/* SPDX-License-Identifier: EUPL-1.2 */
/* Choice: one of several values, with its name and with what a person reads.
 *
 * A list of choices ends with one without a name. Where its values are those of an enum, they stand
 * in the order of that.
 */
#ifndef BASE_CHOICE_H
#define BASE_CHOICE_H

#include <stddef.h>

struct choice {
    const char *name;  /* as addresses, open data and the database have it */
    const char *words; /* in English, which view_phrase translates; NULL where nobody reads them */
};

/* The place of NAME in CHOICES; their number when it is none of these, or NULL. */
size_t choice_find(const struct choice *choices, const char *name);

#endif
