/* Structured data: what a page is about, in the vocabulary of schema.org as JSON-LD 1.1, for search engines. */
#include "view/structured.h"

#include "text/json.h"

#define SCHEMA "https://schema.org"

static cJSON *new_thing(const struct view *view, const char *type)
{
    cJSON *thing = json_object(view->arena);
    json_text(thing, "@context", SCHEMA);
    json_text(thing, "@type", type);
    return thing;
}

/* An event that is postponed keeps the day that it was planned for until there is another. */
static void add_status(const struct meeting *meeting, cJSON *event)
{
    static const char *const statuses[MEETING_STATUSES] = {
        [MEETING_PLANNED] = SCHEMA "/EventScheduled",   [MEETING_HELD] = SCHEMA "/EventScheduled",
        [MEETING_POSTPONED] = SCHEMA "/EventPostponed", [MEETING_MOVED] = SCHEMA "/EventRescheduled",
        [MEETING_CANCELLED] = SCHEMA "/EventCancelled",
    };
    json_text(event, "eventStatus", statuses[meeting->status]);
    json_text(event, "previousStartDate", meeting->earlier);
}

static void add_place(const struct meeting *meeting, const char *url, cJSON *event)
{
    static const char *const modes[MEETING_MODES] = {
        [MEETING_IN_PERSON] = SCHEMA "/OfflineEventAttendanceMode",
        [MEETING_ONLINE] = SCHEMA "/OnlineEventAttendanceMode",
        [MEETING_HYBRID] = SCHEMA "/MixedEventAttendanceMode",
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

const char *view_structured_meeting(const struct view *view, const struct document *document, const struct meeting *meeting,
                                    const struct directory *directory)
{
    const char *url = view_document_url(view, DOCUMENT_MEETING, document->language, document->slug);
    const struct entry *forum = directory_find(directory, meeting->forum);
    cJSON *event = new_thing(view, "Event");
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
        json_text(organizer, "url", view_document_url(view, forum->kind, view->language, forum->slug));
    }
    return json_for_html(event, view->arena);
}

const char *view_structured_organization(const struct view *view)
{
    cJSON *organization = new_thing(view, "GovernmentOrganization");
    json_text(organization, "name", view_phrase(view, "Secretariat-General of the Benelux Union"));
    json_text(organization, "url", "https://www.benelux.int");
    json_text(organization, "mainEntityOfPage", view_url(view, route_path(view->arena, ROUTE_HOME, view->language, NULL)));
    cJSON *address = json_member(organization, "address");
    json_text(address, "@type", "PostalAddress");
    json_text(address, "addressLocality", view_phrase(view, "Brussels"));
    json_text(address, "addressCountry", "BE");
    return json_for_html(organization, view->arena);
}
