/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates: written out in the visitor's language. */
#ifndef TEXT_DATES_H
#define TEXT_DATES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/language.h"

/* A date as precise as it is known, YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601-1 5.2.2), written out: "9
 * december 2008", "juin 2016", "2005". Any other text is returned as it is. */
const char *date_written(const char *date, enum language language, struct arena *arena);

/* From STARTS to ENDS (NULL, or as precise as STARTS): "24–26 oktober 2023", "30 juin – 2 juillet
 * 2023". */
const char *date_range_written(const char *starts, const char *ends, enum language language,
                               struct arena *arena);

/* The time of a meeting, with the day of the week where the day is known: "dinsdag 18 november
 * 2025, 10.00–12.30 uur"; "mardi 18 novembre 2025"; over several days "Tuesday 18 November 2025,
 * 22:00 – Wednesday 19 November 2025, 02:00". STARTS and ENDS as in date_range_written; the times
 * are HH:MM, NULL where they are not known. */
const char *period_written(const char *starts, const char *ends, const char *starts_at,
                           const char *ends_at, enum language language, struct arena *arena);

/* A time zone for readers: an IANA name as it is, a fixed one by its distance from UTC, "UTC+2" for
 * "Etc/GMT-2", whose sign is that of POSIX (tz database, file etcetera). */
const char *zone_written(const char *zone, struct arena *arena);

/* Whether TEXT is a day that exists, YYYY-MM-DD. */
bool date_is_day(const char *text);

#endif
