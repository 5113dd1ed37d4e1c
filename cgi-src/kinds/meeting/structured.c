/* SPDX-License-Identifier: EUPL-1.2 */
/* A meeting as structured data. */
#include "kinds/meeting/structured.h"

#include "frame/structured.h"
#include "text/dates.h"

/* A postponed event keeps the day for which it was planned until it has a new one (schema.org). */
static void add_status(const struct meeting *meeting, cJSON *event)
{
    static const char *const statuses[MEETING_STATUSES] = {
        [MEETING_PLANNED] = STRUCTURED_SCHEMA "/EventScheduled",
        [MEETING_HELD] = STRUCTURED_SCHEMA "/EventScheduled",
        [MEETING_POSTPONED] = STRUCTURED_SCHEMA "/EventPostponed",
        [MEETING_MOVED] = STRUCTURED_SCHEMA "/EventRescheduled",
        [MEETING_CANCELLED] = STRUCTURED_SCHEMA "/EventCancelled",
    };
    json_text(event, "eventStatus", statuses[meeting->status]);
    json_text(event, "previousStartDate", meeting->earlier);
}

static void add_place(const struct meeting *meeting, const char *url, cJSON *event)
{
    static const char *const modes[MEETING_MODES] = {
        [MEETING_IN_PERSON] = STRUCTURED_SCHEMA "/OfflineEventAttendanceMode",
        [MEETING_ONLINE] = STRUCTURED_SCHEMA "/OnlineEventAttendanceMode",
        [MEETING_HYBRID] = STRUCTURED_SCHEMA "/MixedEventAttendanceMode",
    };
    json_text(event, "eventAttendanceMode", modes[meeting->mode]);
    cJSON *locations = json_list(event, "location");
    if (meeting->mode != MEETING_IN_PERSON) {
        cJSON *online = json_item(locations);
        json_text(online, "@type", "VirtualLocation");
        json_text(online, "url", url);
    }
    if (!meeting->place)
        return;
    cJSON *place = json_item(locations);
    json_text(place, "@type", "Place");
    json_text(place, "name", meeting->place);
    cJSON *address = json_member(place, "address");
    json_text(address, "@type", "PostalAddress");
    json_text(address, "addressLocality", meeting->place);
    json_text(address, "addressCountry", meeting->country);
}

cJSON *view_structured_meeting(const struct view *view, const struct document *document,
                               const struct meeting *meeting, const struct menu *menu)
{
    if (!date_is_day(meeting->starts))
        return NULL;
    const char *url = view_document_url(view, DOCUMENT_MEETING, document->language, document->slug);
    const struct entry *forum = menu_find(menu, meeting->forum);
    cJSON *event = structured_thing(view, "Event");
    json_text(event, "url", url);
    json_text(event, "name", document->title);
    json_text(event, "description", document->summary);
    json_text(event, "inLanguage", language_tag(document->language));
    json_text(event, "startDate", meeting->starts_utc ? meeting->starts_utc : meeting->starts);
    json_text(event, "endDate", meeting->ends_utc ? meeting->ends_utc : meeting->ends);
    add_status(meeting, event);
    add_place(meeting, url, event);
    if (forum) {
        cJSON *organizer = json_member(event, "organizer");
        json_text(organizer, "@type", "Organization");
        json_text(organizer, "name", forum->short_title);
        json_text(organizer, "url",
                  view_document_url(view, forum->kind, view->language, forum->slug));
    }
    return event;
}
