/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar date: days and times of day as people type them, in one form (ISO 8601-1:2019,
 * sections 5.2.2 and 5.3.1). */
#ifndef BASE_CALENDAR_DATE_H
#define BASE_CALENDAR_DATE_H

#include <stdbool.h>

#include "base/arena.h"

/* Whether DATE is YYYY, YYYY-MM or YYYY-MM-DD, of the years 1 to 9999 in the Gregorian calendar. */
bool calendar_date_exists(const char *date);

/* TYPED as YYYY-MM-DD, YYYY-MM or YYYY when it is a date as people write it in the languages of the
 * site: 31.1.2026, 5/5/26, 5 mei 2026, le 1er mai 2026, Dienstag, 5. Mai 2026, May 5, 2026, mai
 * 2026, 12/2026; otherwise TYPED. Of a year in two digits 69 is 1969 and 68 is 2068 (POSIX,
 * strptime, %y). Whether there is such a day is another question. */
const char *calendar_date_read(const char *typed, struct arena *arena);

/* Whether TIME is HH:MM, from 00:00 to 23:59. */
bool calendar_time_exists(const char *time);

/* The same, or HH:MM:SS. */
bool calendar_second_exists(const char *time);

/* TYPED as HH:MM when it is a time written 9:30, 9.30, 9h30, 9u30, 9h, 17, 9.30 uur, 17 Uhr, 9 h 30
 * or 5 pm, or with seconds that are zero; otherwise TYPED. */
const char *calendar_time_read(const char *typed, struct arena *arena);

#endif
