/* Calendar date: days and times of day as people type them, in one form (ISO 8601-1:2019, sections 5.2.2 and 5.3.1). */
#ifndef BASE_CALENDAR_DATE_H
#define BASE_CALENDAR_DATE_H

#include <stdbool.h>

#include "base/arena.h"

/* Whether DATE is YYYY, YYYY-MM or YYYY-MM-DD, of the years 1 to 9999 in the Gregorian calendar. */
bool calendar_date_exists(const char *date);

/* TYPED as YYYY-MM-DD when it is a day written 31.1.2026, 31/1/2026 or 31-1-2026; otherwise TYPED. Whether there is such a day is
 * another question. */
const char *calendar_date_read(const char *typed, struct arena *arena);

/* Whether TIME is HH:MM, from 00:00 to 23:59. */
bool calendar_time_exists(const char *time);

/* The same, or HH:MM:SS. */
bool calendar_second_exists(const char *time);

/* TYPED as HH:MM when it is a time written 9:30, 9.30, 9h30, 9u30 or 9h, or with seconds that are zero; otherwise TYPED. */
const char *calendar_time_read(const char *typed, struct arena *arena);

#endif
