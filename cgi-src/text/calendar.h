/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar: meetings as iCalendar (RFC 5545, and RFC 7986 for the properties of the calendar
 * itself).
 *
 * Strings are UTF-8 and borrowed for the call. Control characters in them are left out, other than
 * line ends and tabs in texts for people. After a call only libical keeps something, the name of
 * the folder of time zones.
 */
#ifndef TEXT_CALENDAR_H
#define TEXT_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/language.h"

enum calendar_status { CALENDAR_CONFIRMED, CALENDAR_TENTATIVE, CALENDAR_CANCELLED };

/* A meeting. Days are YYYY-MM-DD that exist, times HH:MM; both are local, at the venue. */
struct calendar_event {
    const char *uid;     /* stable, and unique in the world */
    int sequence;        /* raised on each material change (RFC 5545 3.8.7.4) */
    const char *changed; /* UTC, YYYY-MM-DDTHH:MM:SSZ: DTSTAMP and LAST-MODIFIED, the same without
                            METHOD (3.8.7.2) */
    const char *summary;
    const char *description; /* NULL or empty for none, like LOCATION and CATEGORY */
    const char *url;
    const char *location;
    const char *category; /* a single one, which may contain commas */
    const char *latitude; /* degrees as decimal text, north and east above 0; NULL for none */
    const char *longitude;
    const char *starts;
    const char *ends;      /* the last day; NULL: the same as STARTS */
    const char *starts_at; /* NULL: whole days */
    const char *ends_at;   /* used with STARTS_AT only; NULL: unknown, so the event has no end, or
                              23:59:59 of ENDS */
    const char *zone; /* IANA, as spelled there; used with STARTS_AT only; NULL: the reader's own */
    enum calendar_status status;
};

struct calendar {
    const char *name; /* shown by calendar programs */
    enum language language;
    const char *url; /* of the feed itself */
};

/* Appends the calendar to OUTPUT, with one VTIMEZONE for each zone used, correct from the first
 * meeting in it on. An event in a zone that the system does not know has days without times, and a
 * log line names the zone. */
void calendar_write(const struct calendar *calendar, const struct calendar_event *events,
                    size_t count, struct buffer *output);

#endif
