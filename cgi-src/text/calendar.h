/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar: meetings as iCalendar (RFC 5545, and RFC 7986 for what is said of the calendar itself).
 *
 * Strings are UTF-8, borrowed for the call, and may hold control characters: they are left out, but
 * for line ends and tabs in what people read. Nothing outlives a call but what libical keeps for
 * itself, the name of the folder of time zones.
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
    const char *description; /* NULL or empty without; so are LOCATION and CATEGORY */
    const char *url;
    const char *location;
    const char *category; /* one, whatever it holds */
    const char *latitude; /* degrees as decimal text, north and east above 0; NULL without */
    const char *longitude;
    const char *starts;
    const char *ends;      /* the last day; NULL: the same as STARTS */
    const char *starts_at; /* NULL: whole days */
    const char *ends_at; /* NULL: not known, and in the calendar neither, or 23:59:59 of ENDS; used
                            with STARTS_AT only */
    const char *zone; /* IANA, as spelled there; used with STARTS_AT only; NULL: the reader's own */
    enum calendar_status status;
};

struct calendar {
    const char *name; /* shown by calendar programs */
    enum language language;
    const char *url; /* of the feed itself */
};

/* Appends the calendar to OUTPUT, with one VTIMEZONE for each zone used, right from the first
 * meeting in it on. An event in a zone that the system does not know has its days without times,
 * and a line in the log tells of the zone. */
void calendar_write(const struct calendar *calendar, const struct calendar_event *events,
                    size_t count, struct buffer *output);

#endif
