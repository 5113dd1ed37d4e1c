/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar: meetings as iCalendar (RFC 5545, and RFC 7986 for the properties of the calendar
 * itself). */
#include "text/calendar.h"

#include <ctype.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

/* How often a program may ask again: meetings are planned weeks ahead. */
#define REFRESH "PT12H"

/* TEXT without control characters other than those in KEPT. RFC 5545 3.1 allows tabs and escaped
 * line ends; libical writes most others as they are. */
static const char *clean(const char *text, const char *kept, struct arena *arena)
{
    char *copy = arena_copy(arena, text), *end = copy;
    for (const char *byte = copy; *byte; byte++)
        if (((unsigned char)*byte >= 0x20 && *byte != 0x7F) || strchr(kept, *byte))
            *end++ = *byte;
    *end = 0;
    return copy;
}

static const char *prose(const char *text, struct arena *arena)
{
    return clean(text, "\t\n", arena);
}

/* An identifier or address: libical does not escape addresses, so that a line end would start
 * another property. */
static const char *token(const char *text, struct arena *arena)
{
    return clean(text, "", arena);
}

/* Adds a text for people. It has no LANGUAGE, since programs with a widespread parser would then
 * show an object instead of the text. An empty text is left out: libical takes a property without a
 * value for an error. */
static void add_prose(icalcomponent *component, icalproperty *make(const char *), const char *text,
                      struct arena *arena)
{
    const char *cleaned = text ? prose(text, arena) : "";
    if (*cleaned)
        icalcomponent_add_property(component, make(cleaned));
}

static icalproperty *extension(const char *name, const char *value)
{
    icalproperty *property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    return property;
}

/* One category. libical takes a comma in it for its end, so its text is escaped like that of other
 * properties. */
static icalproperty *new_category(const char *name)
{
    icalvalue *text = icalvalue_new_text(name);
    char *escaped = icalvalue_as_ical_string_r(text);
    icalproperty *property = icalproperty_new(ICAL_CATEGORIES_PROPERTY);
    icalproperty_set_value(property, icalvalue_new_string(escaped));
    /* Without it, the string would be declared as VALUE=STRING. */
    icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_TEXT));
    free(escaped);
    icalvalue_free(text);
    return property;
}

static icaltimetype moment(const char *day, const char *time)
{
    icaltimetype moment = icaltime_from_string(day);
    if (!time)
        return moment;
    moment.is_date = 0;
    sscanf(time, "%2d:%2d:%2d", &moment.hour, &moment.minute, &moment.second);
    return moment;
}

static icalproperty *in_zone(icalproperty *property, const char *zone)
{
    if (zone)
        icalproperty_add_parameter(property, icalparameter_new_tzid(zone));
    return property;
}

static void add_whole_days(icalcomponent *component, const struct calendar_event *event)
{
    icaltimetype after = moment(event->ends ? event->ends : event->starts, NULL);
    icaltime_adjust(&after, 1, 0, 0, 0); /* DTEND is not part of the event (RFC 5545 3.6.1) */
    icalcomponent_add_property(component, icalproperty_new_dtstart(moment(event->starts, NULL)));
    icalcomponent_add_property(component, icalproperty_new_dtend(after));
}

static void add_times(icalcomponent *component, const struct calendar_event *event)
{
    icaltimetype starts = moment(event->starts, event->starts_at);
    icalcomponent_add_property(component, in_zone(icalproperty_new_dtstart(starts), event->zone));
    if (!event->ends && !event->ends_at)
        return;
    /* The last second of the last day: the midnight after it would show as a further day, without a
     * meeting. */
    const char *time = event->ends_at ? event->ends_at : "23:59:59";
    icaltimetype ends = moment(event->ends ? event->ends : event->starts, time);
    icalcomponent_add_property(component, in_zone(icalproperty_new_dtend(ends), event->zone));
}

static void add_coordinates(icalcomponent *component, const struct calendar_event *event)
{
    if (!event->latitude || !event->longitude)
        return;
    struct icalgeotype place = { .lat = strtod(event->latitude, NULL),
                                 .lon = strtod(event->longitude, NULL) };
    icalcomponent_add_property(component, icalproperty_new_geo(place));
}

static icalcomponent *new_event(const struct calendar_event *event, struct arena *arena)
{
    static const icalproperty_status statuses[] = {
        [CALENDAR_CONFIRMED] = ICAL_STATUS_CONFIRMED,
        [CALENDAR_TENTATIVE] = ICAL_STATUS_TENTATIVE,
        [CALENDAR_CANCELLED] = ICAL_STATUS_CANCELLED,
    };
    icaltimetype changed = icaltime_from_string(event->changed);
    icalcomponent *component = icalcomponent_vanew(
        ICAL_VEVENT_COMPONENT, icalproperty_new_uid(token(event->uid, arena)),
        icalproperty_new_sequence(event->sequence), icalproperty_new_dtstamp(changed),
        icalproperty_new_lastmodified(changed), icalproperty_new_status(statuses[event->status]),
        /* Somebody who subscribes to a public calendar is not busy then. */
        icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT),
        icalproperty_new_url(token(event->url, arena)), NULL);
    if (event->starts_at)
        add_times(component, event);
    else
        add_whole_days(component, event);
    add_prose(component, icalproperty_new_summary, event->summary, arena);
    add_prose(component, icalproperty_new_description, event->description, arena);
    add_prose(component, icalproperty_new_location, event->location, arena);
    add_prose(component, new_category, event->category, arena);
    add_coordinates(component, event);
    return component;
}

static icalcomponent *new_calendar(const struct calendar *calendar, struct arena *arena)
{
    const char *tag = language_tag(calendar->language), *name = prose(calendar->name, arena);
    const char *product =
        arena_print(arena, "-//Benelux Union//Benelux+//%c%c", toupper(tag[0]), toupper(tag[1]));
    /* No METHOD: that would make an invitation of it (RFC 5546). */
    return icalcomponent_vanew(
        ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"), icalproperty_new_prodid(product),
        icalproperty_new_calscale("GREGORIAN"), icalproperty_new_name(name),
        extension("X-WR-CALNAME", name), icalproperty_new_source(token(calendar->url, arena)),
        icalproperty_new_refreshinterval(icaldurationtype_from_string(REFRESH)),
        extension("X-PUBLISHED-TTL", REFRESH), NULL);
}

/* A zone and the first day on which it is needed. */
struct zone {
    const char *name;
    const char *first;
};

/* The zones of EVENTS, each once; their number is in FOUND. */
static struct zone *zones_of(const struct calendar_event *events, size_t count, size_t *found,
                             struct arena *arena)
{
    struct zone *zones = arena_array(arena, count, sizeof *zones);
    *found = 0;
    for (const struct calendar_event *event = events; event < events + count; event++) {
        if (!event->starts_at || !event->zone)
            continue;
        size_t i = 0;
        while (i < *found && strcmp(zones[i].name, event->zone) != 0)
            i++;
        if (i == *found)
            zones[(*found)++] = (struct zone){ event->zone, event->starts };
        else if (strcmp(event->starts, zones[i].first) < 0)
            zones[i].first = event->starts;
    }
    return zones;
}

/* Leaves out the rules that ended before DAY. Outlook cannot read the old ones (MS-OXCICAL
 * 2.1.3.1.1.19.2.2: no RDATE, no BYDAY together with BYMONTHDAY), and would take the times for
 * those of its own zone.
 *
 * The cut is more than a year before DAY, since libical may also leave out the rule in force at the
 * cut: it does so when the rule of summer time goes on and that of winter has ended. Within a year
 * each has begun anew. */
static void forget_before(icalcomponent *zone, const char *day)
{
    const int whole_rules =
        1; /* rules keep their starts: libical gives a wrong end to a rule whose start it moves */
    icaltimetype cut = moment(day, "00:00");
    cut.zone = icaltimezone_get_utc_timezone();
    icaltime_adjust(&cut, -400, 0, 0, 0);
    icaltimezone_truncate_vtimezone(zone, cut, icaltime_null_time(), whole_rules);
}

/* Reads a zone from the system's files; NULL when the system does not know it.
 *
 * libical's own table has one name for each zone (no CET), and libical keeps every zone read from
 * it. It names a zone with a prefix that calendar programs do not know, even when an empty one is
 * set, so the name is set here. The rules are right from 1983 on; before, a few winters are wrong
 * (London 1977, Kyiv 1982). */
static icalcomponent *new_zone(const struct zone *zone)
{
    icalcomponent *component = icaltzutil_fetch_timezone(zone->name);
    if (!component)
        return NULL;
    icalproperty_set_tzid(icalcomponent_get_first_property(component, ICAL_TZID_PROPERTY),
                          zone->name);
    forget_before(component, zone->first);
    return component;
}

/* Returns the zones of EVENTS that the system knows; their number is in FOUND. */
static const struct zone *add_zones(icalcomponent *whole, const struct calendar_event *events,
                                    size_t count, size_t *found, struct arena *arena)
{
    struct zone *zones = zones_of(events, count, found, arena);
    size_t known = 0;
    for (size_t i = 0; i < *found; i++) {
        icalcomponent *component = new_zone(&zones[i]);
        if (component) {
            icalcomponent_add_component(whole, component);
            zones[known++] = zones[i];
        } else {
            log_error("unknown time zone in a calendar", log_string("zone", zones[i].name));
        }
    }
    *found = known;
    return zones;
}

/* EVENT, without its times when its zone is unknown: programs would show them in the reader's own
 * zone. The day is right in most zones. */
static struct calendar_event in_known_zone(const struct calendar_event *event,
                                           const struct zone *zones, size_t count)
{
    struct calendar_event known = *event;
    size_t i = 0;
    while (i < count && (!event->zone || strcmp(zones[i].name, event->zone) != 0))
        i++;
    if (i == count && event->zone)
        known.starts_at = known.ends_at = NULL;
    return known;
}

/* Removes the folds of TEXT. */
static void unfold(char *text)
{
    char *end = text;
    while (*text)
        if (strncmp(text, "\r\n ", 3) == 0)
            text += 3;
        else
            *end++ = *text++;
    *end = 0;
}

/* Appends LINE with its line end in pieces of at most 75 octets, none of which ends within a
 * character (RFC 5545 3.1). */
static void fold(const char *line, size_t length, struct buffer *output)
{
    size_t room = 75;
    while (length > room) {
        size_t piece = room;
        while (piece > room - 3 && ((unsigned char)line[piece] & 0xC0) == 0x80)
            piece--;
        buffer_append(output, line, piece);
        buffer_add(output, "\r\n ");
        line += piece;
        length -= piece;
        room = 74; /* the space counts */
    }
    buffer_append(output, line, length);
    buffer_add(output, "\r\n");
}

/* libical (3.0.16) folds between characters, too, but when 73 octets without a space, colon or
 * semicolon are left, it puts the fold into the middle of the CR LF after them. So its folds are
 * removed and made anew. */
static void write_folded(icalcomponent *component, struct buffer *output)
{
    char *text = icalcomponent_as_ical_string_r(component);
    unfold(text);
    for (const char *line = text, *end; (end = strstr(line, "\r\n")); line = end + 2)
        fold(line, (size_t)(end - line), output);
    free(text);
}

void calendar_write(const struct calendar *calendar, const struct calendar_event *events,
                    size_t count, struct buffer *output)
{
    icalcomponent *whole = new_calendar(calendar, output->arena);
    size_t zone_count;
    const struct zone *zones = add_zones(whole, events, count, &zone_count, output->arena);
    for (size_t i = 0; i < count; i++) {
        const struct calendar_event event = in_known_zone(&events[i], zones, zone_count);
        icalcomponent_add_component(whole, new_event(&event, output->arena));
    }
    write_folded(whole, output);
    icalcomponent_free(whole);
}
