/* SPDX-License-Identifier: EUPL-1.2 */
/* Events: the page of one, the list of all, and the same as data. */
#include "kinds/event/view.h"

#include <string.h>

#include "frame/structured.h"
#include "record/feed.h"
#include "text/calendar.h"
#include "text/dates.h"

static const char *when_written(const struct view *view, const struct event *event)
{
    return period_written(event->starts, event->ends, event->starts_at, event->ends_at,
                          view->language, view->arena);
}

/* "Brussels, Belgium" */
static const char *place_written(const struct view *view, const struct event *event)
{
    return event->place && event->country
               ? arena_print(view->arena, "%s, %s", event->place, event->country)
               : event->place;
}

/* ---- One ---- */

void view_event(const struct view *view, const struct event *event, struct dictionary *page)
{
    struct dictionary *facts = dictionary_section(page, "FACTS");
    dictionary_set(facts, "DATE", when_written(view, event));
    dictionary_set(facts, "DATE_ISO", event->starts);
    dictionary_value(facts, "ZONE",
                     event->starts_at ? zone_written(event->zone, view->arena) : NULL);
    dictionary_value(facts, "PLACE", place_written(view, event));
    dictionary_value(facts, "MORE", event->url);
    if (event->with_count == 0)
        return;
    struct dictionary *with = dictionary_section(facts, "WITH");
    for (size_t i = 0; i < event->with_count; i++)
        dictionary_value(with, "ITEM", event->with[i]);
}

cJSON *view_structured_event(const struct view *view, const struct document *document,
                             const struct event *event)
{
    if (!date_is_day(event->starts))
        return NULL;
    cJSON *thing = structured_thing(view, "Event");
    json_text(thing, "url",
              view_document_url(view, DOCUMENT_EVENT, document->language, document->slug));
    json_text(thing, "name", document->title);
    json_text(thing, "description", document->summary);
    json_text(thing, "inLanguage", language_tag(document->language));
    json_text(thing, "startDate", event->starts_utc ? event->starts_utc : event->starts);
    json_text(thing, "endDate", event->ends_utc ? event->ends_utc : event->ends);
    json_text(thing, "eventStatus", STRUCTURED_SCHEMA "/EventScheduled");
    if (event->place) {
        cJSON *place = json_member(thing, "location");
        json_text(place, "@type", "Place");
        json_text(place, "name", event->place);
        json_text(place, "address", place_written(view, event));
    }
    cJSON *organizer = json_member(thing, "organizer");
    json_text(organizer, "@type", "Organization");
    json_text(organizer, "name", view_phrase(view, "Secretariat-General of the Benelux Union"));
    return thing;
}

/* ---- All ---- */

static void fill_entry(const struct view *view, const struct event_entry *entry,
                       struct dictionary *item)
{
    dictionary_set(item, "DATE",
                   entry->over ? date_range_written(entry->event.starts, entry->event.ends,
                                                    view->language, view->arena)
                               : when_written(view, &entry->event));
    dictionary_set(item, "DATE_ISO", entry->event.starts);
    dictionary_set(item, "PATH", view_path(view, DOCUMENT_EVENT, view->language, entry->slug));
    dictionary_set(item, "TITLE", entry->title);
    dictionary_set(item, "TAG", language_tag(entry->language));
    dictionary_set(item, "SUMMARY", entry->summary);
    dictionary_value(item, "PLACE", place_written(view, &entry->event));
}

/* The coming events, the next one first. */
static void fill_coming(const struct view *view, const struct event_list *list,
                        struct dictionary *page)
{
    struct dictionary *coming = NULL;
    for (size_t i = list->count; i-- > 0;)
        if (!list->items[i].over) {
            if (!coming)
                coming = dictionary_section(page, "COMING");
            fill_entry(view, &list->items[i], dictionary_section(coming, "EVENT"));
        }
}

static void fill_past(const struct view *view, const struct event_list *list,
                      struct dictionary *page)
{
    struct dictionary *group = NULL;
    const char *year = "";
    for (size_t i = 0; i < list->count; i++) {
        const struct event_entry *entry = &list->items[i];
        if (!entry->over)
            continue;
        if (strncmp(year, entry->event.first_day, 4) != 0) {
            year = arena_copy_bytes(view->arena, entry->event.first_day, 4);
            group = dictionary_section(page, "YEAR");
            dictionary_set(group, "YEAR_NUMBER", year);
        }
        fill_entry(view, entry, dictionary_section(group, "EVENT"));
    }
}

void view_events(const struct view *view, const struct event_list *list, struct dictionary *page)
{
    dictionary_set(page, "LEAD", view_phrase(view, document_kinds[DOCUMENT_EVENT].list_words));
    fill_coming(view, list, page);
    fill_past(view, list, page);
    if (list->count == 0)
        dictionary_section(page, "NONE");
    const char *path = route_path(view->arena, ROUTE_EVENTS, view->language, NULL);
    dictionary_set(page, "CALENDAR",
                   view_authority(view, route_format_path(view->arena, path, FORMAT_CALENDAR)));
}

static const char *url_of(const struct view *view, const struct event_entry *entry)
{
    return view_document_url(view, DOCUMENT_EVENT, view->language, entry->slug);
}

/* The members are those of a record (record/json.c). */
#define COLUMNS(COLUMN)                                                                          \
    COLUMN("url", ADDRESS, "Its page", url_of(view, entry))                                      \
    COLUMN("key", TEXT, "Name that never changes", entry->key)                                   \
    COLUMN("starts", DATE, "First day, as precisely as it is known", event->starts)              \
    COLUMN("ends", DATE, "Last day, when it lasts more than one", event->ends)                   \
    COLUMN("starts_at", TIME, "Time at the venue", event->starts_at)                             \
    COLUMN("ends_at", TIME, "Time at the venue", event->ends_at)                                 \
    COLUMN("zone", TEXT, "Time zone of the venue (IANA)", event->zone)                           \
    COLUMN("place.key", TEXT, "Town", event->place_key)                                          \
    COLUMN("place.name", TEXT, "Its name", event->place)                                         \
    COLUMN("place.country.key", TEXT, "Its country (ISO 3166-1)", event->country_key)            \
    COLUMN("place.country.name", TEXT, "The name of the country", event->country)                \
    COLUMN("place.latitude", NUMBER, "Degrees (WGS 84)", event->latitude)                        \
    COLUMN("place.longitude", NUMBER, "Degrees (WGS 84)", event->longitude)                      \
    COLUMN("with.key", LIST, "With whom: keys of countries, regions, organisations",             \
           table_list(event->with_keys, event->with_key_count, view->arena))                     \
    COLUMN("with.name", LIST, "Their names",                                                     \
           table_list(event->with, event->with_count, view->arena))                              \
    COLUMN("title", TEXT, "Title", entry->title)                                                 \
    COLUMN("summary", TEXT, "Summary", entry->summary)                                           \
    COLUMN("language", TEXT, "Language of the texts (ISO 639-1)", language_tag(entry->language)) \
    COLUMN("changed", MOMENT, "When it last changed (UTC)", entry->changed)

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns event_columns = TABLE_COLUMNS(columns);

struct table view_events_table(const struct view *view, const struct event_list *list)
{
    struct table table = table_new(&event_columns, list->count, view->arena);
    table.places = arena_array(view->arena, list->count, sizeof *table.places);
    const char **cell = table.cells;
    for (size_t i = 0; i < list->count; i++) {
        const struct event_entry *entry = &list->items[i];
        const struct event *event = &entry->event;
        table.places[i] = table_point(event->latitude, event->longitude, view->arena);
        COLUMNS(TABLE_CELL)
    }
    return table;
}

void view_events_feed(const struct view *view, const struct event_list *list, const char *self,
                      struct dictionary *feed)
{
    struct feed head = {
        .title = view_phrase(view, document_kinds[DOCUMENT_EVENT].list_title),
        .subtitle = view_phrase(view, document_kinds[DOCUMENT_EVENT].list_words),
        .self = self,
        .page = route_path(view->arena, ROUTE_EVENTS, view->language, NULL),
    };
    for (size_t i = 0; i < list->count; i++)
        if (!head.updated || strcmp(list->items[i].changed, head.updated) > 0)
            head.updated = list->items[i].changed;
    view_feed(view, &head, feed);
    for (const struct event_entry *entry = list->items; entry < list->items + list->count;
         entry++) {
        const struct feed_entry shown = { .key = entry->key,
                                          .title = entry->title,
                                          .url = url_of(view, entry),
                                          .changed = entry->changed,
                                          .summary = entry->summary };
        view_feed_entry(view, &shown, feed);
    }
}

static struct calendar_event calendar_event_of(const struct view *view,
                                               const struct event_entry *entry)
{
    const struct event *event = &entry->event;
    return (struct calendar_event){
        .uid = arena_print(view->arena, "%s@benelux-plus",
                           entry->key), /* stays the same when the address of the site changes */
        .changed = entry->changed,
        .summary = entry->title,
        /* The address again, for programs that do not show a URL. */
        .description = arena_print(view->arena, "%s\n\n%s", entry->summary, url_of(view, entry)),
        .url = url_of(view, entry),
        .location = place_written(view, event),
        .latitude = event->latitude,
        .longitude = event->longitude,
        .starts = event->starts,
        .ends = event->ends,
        .starts_at = event->starts_at,
        .ends_at = event->ends_at,
        .zone = event->zone,
        .status = CALENDAR_CONFIRMED,
    };
}

void view_events_calendar(const struct view *view, const char *name, const char *self,
                          const struct event_list *list, struct buffer *output)
{
    struct calendar_event *events = arena_array(view->arena, list->count, sizeof *events);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (date_is_day(list->items[i].event.starts))
            events[count++] = calendar_event_of(view, &list->items[i]);
    struct calendar calendar = { .name = name,
                                 .language = view->language,
                                 .url = view_url(view, self) };
    calendar_write(&calendar, events, count, output);
}
