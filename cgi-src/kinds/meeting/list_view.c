/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings: the lists of meetings, templates/kinds/meeting/list_page.tpl and _activity.tpl, and the
 * same as a table. */
#include "kinds/meeting/list_view.h"

#include <stdlib.h>
#include <string.h>

#include "frame/found.h"
#include "http/query.h"
#include "kinds/presidency/view.h"
#include "record/feed.h"
#include "text/dates.h"

/* The section of the templates for each status; the templates have the words. */
static const char *const status_sections[MEETING_STATUSES] = { "PLANNED", "HELD", "POSTPONED",
                                                               "MOVED", "CANCELLED" };

/* With the time if it is known. Then the day of the week is written, too, for those who plan to
 * come. */
static const char *when_written(const struct view *view, const struct meeting_entry *meeting)
{
    if (!meeting->starts_at)
        return date_range_written(meeting->starts, meeting->ends, view->language, view->arena);
    return period_written(meeting->starts, meeting->ends, meeting->starts_at, meeting->ends_at,
                          view->language, view->arena);
}

/* MENU has the name of the forum; it is NULL on the page of the forum itself. */
static void fill_entry(const struct view *view, const struct meeting_entry *meeting,
                       const struct menu *menu, struct dictionary *item)
{
    const struct entry *forum = menu ? menu_find(menu, meeting->forum) : NULL;
    dictionary_set(item, "DATE", when_written(view, meeting));
    dictionary_set(item, "DATE_ISO", meeting->starts);
    dictionary_set(item, "PATH", view_path(view, DOCUMENT_MEETING, view->language, meeting->slug));
    dictionary_set(item, "TITLE", meeting->title);
    dictionary_set(item, "TAG", language_tag(meeting->language));
    dictionary_set(item, "SUMMARY", meeting->summary);
    dictionary_value(item, "FORUM", forum ? forum->short_title : NULL);
    dictionary_value(item, "PLACE", meeting->place);
    if (meeting->status != MEETING_PLANNED && meeting->status != MEETING_HELD)
        dictionary_section(item, status_sections[meeting->status]);
}

static void fill_entries(const struct view *view, const struct meeting_list *list,
                         const struct menu *menu, struct dictionary *parent, const char *section)
{
    for (size_t i = 0; i < list->count; i++)
        fill_entry(view, &list->items[i], menu, dictionary_section(parent, section));
}

static const enum timeline_look looks[MEETING_TYPES] = {
    [MEETING_MINISTERIAL] = LOOK_DISC,
    [MEETING_SUMMIT] = LOOK_SQUARE,
    [MEETING_WORKING_GROUP] = LOOK_DOT,
    [MEETING_EVENT] = LOOK_TICK,
};

enum { DAYS_MIN = 3 }; /* for a timeline */

/* The timeline: when the forum met, and the terms of its presidencies. */
static void fill_timeline(const struct view *view, const struct forum_activity *activity,
                          struct dictionary *past)
{
    const struct meeting_days *days = &activity->days;
    if (days->count < DAYS_MIN)
        return;
    struct timeline_kind kinds[MEETING_TYPES];
    for (enum meeting_type type = 0; type < MEETING_TYPES; type++)
        kinds[type] =
            (struct timeline_kind){ looks[type], view_phrase(view, meeting_types[type].words) };
    struct timeline_mark *marks = arena_array(view->arena, days->count, sizeof *marks);
    for (size_t i = 0; i < days->count; i++)
        marks[i] = (struct timeline_mark){ days->items[i].first_day, days->items[i].type };
    const struct timeline timeline = {
        .kinds = kinds,
        .kind_count = MEETING_TYPES,
        .marks = marks,
        .mark_count = days->count,
        .terms = view_presidency_bands(view, &activity->presidencies, false),
        .term_count = activity->presidencies.count,
    };
    view_timeline(view, &timeline, past);
}

static void fill_presidency(const struct view *view, const struct document *document,
                            const struct presidency_list *terms, struct dictionary *page)
{
    for (size_t i = 0; i < terms->count; i++) {
        const struct presidency *term = &terms->items[i];
        if (!term->current)
            continue;
        struct dictionary *now = dictionary_section(page, "PRESIDENCY_NOW");
        dictionary_set(now, "HOLDERS", term->holders);
        dictionary_set(now, "TERM",
                       date_range_written(term->starts, term->ends, view->language, view->arena));
        dictionary_set(now, "PATH",
                       route_path(view->arena, ROUTE_PRESIDENCY, view->language, document->key));
    }
}

/* The address at which a program subscribes to the meetings of QUERY, without its scheme. */
static const char *calendar_authority(const struct view *view, const char *query)
{
    const char *meetings = route_path(view->arena, ROUTE_MEETINGS, view->language, NULL);
    return view_authority(
        view, arena_print(view->arena, "%s%s",
                          route_format_path(view->arena, meetings, FORMAT_CALENDAR), query));
}

void view_forum_activity(const struct view *view, const struct document *document,
                         const struct forum_activity *activity, struct dictionary *page)
{
    fill_presidency(view, document, &activity->presidencies, page);
    if (activity->coming.count)
        fill_entries(view, &activity->coming, NULL, dictionary_section(page, "COMING"), "MEETING");
    if (activity->past.count) {
        struct dictionary *past = dictionary_section(page, "PAST");
        fill_timeline(view, activity, past);
        fill_entries(view, &activity->past, NULL, past, "MEETING");
        struct parameter forum = { "forum", document->key };
        const char *query = query_write(&forum, 1, view->arena),
                   *meetings = route_path(view->arena, ROUTE_MEETINGS, view->language, NULL);
        dictionary_set(past, "MEETINGS_PATH", arena_print(view->arena, "%s%s", meetings, query));
        dictionary_set(past, "CALENDAR", calendar_authority(view, query));
    }
}

const char *view_meetings_query(const struct view *view, const struct meeting_choice *choice,
                                const struct meeting_entry *last)
{
    const struct parameter parameters[] = {
        { "forum", choice->forum },
        { "type", choice->type },
        { "year", choice->year ? arena_print(view->arena, "%ld", choice->year) : NULL },
        { "limit", choice->limit },
        { "before", last ? arena_print(view->arena, "%s.%s", last->first_day, last->id) : NULL },
    };
    return query_write(parameters, sizeof parameters / sizeof *parameters, view->arena);
}

/* The address of the list for CHOICE. */
static const char *address(const struct view *view, struct meeting_choice choice)
{
    const char *path = route_path(view->arena, ROUTE_MEETINGS, view->language, NULL);
    return arena_print(view->arena, "%s%s", path, view_meetings_query(view, &choice, NULL));
}

/* How many meetings were found, and the filters that chose them. */
static void fill_found(const struct view *view, const struct meeting_choice *choice, long number,
                       const struct menu *menu, struct dictionary *page)
{
    struct dictionary *found = view_found(view, number, page);
    struct meeting_choice other = *choice;
    if (choice->forum) {
        other.forum = NULL;
        view_narrowed(found, menu_find(menu, choice->forum)->short_title, address(view, other));
        other.forum = choice->forum;
    }
    if (choice->type) {
        other.type = NULL;
        view_narrowed(
            found, view_phrase(view, meeting_types[choice_find(meeting_types, choice->type)].words),
            address(view, other));
        other.type = choice->type;
    }
    if (choice->year) {
        other.year = 0;
        view_narrowed(found, arena_print(view->arena, "%ld", choice->year), address(view, other));
    }
}

/* ---- A year at a glance ---- */

static const char *month_name(const struct view *view, long year, int month)
{
    const char *date = arena_print(view->arena, "%ld-%02d", year, month);
    const char *written = date_written(date, view->language, view->arena);
    return arena_copy_bytes(view->arena, written, strlen(written) - strlen(" 2026"));
}

/* Adds the meeting at PLACE of LIST to its MONTH, if it begins in it. The first one adds the
 * section DAYS. */
static void fill_days(const struct view *view, const struct meeting_list *list, size_t place,
                      int month, const struct menu *menu, struct dictionary *shown,
                      struct dictionary **days)
{
    const struct meeting_entry *meeting = &list->items[place];
    if (strlen(meeting->starts) < strlen("2026-11") ||
        strtol(meeting->starts + strlen("2026-"), NULL, 10) != month)
        return;
    const struct entry *forum = menu_find(menu, meeting->forum);
    if (!*days)
        *days = dictionary_section(shown, "DAYS");
    struct dictionary *day = dictionary_section(*days, "DAY");
    const char *number = meeting->starts + strcspn(meeting->starts, "-") + strlen("-11");
    dictionary_set(day, "NUMBER",
                   *number ? arena_print(view->arena, "%ld", strtol(number + 1, NULL, 10)) : "");
    dictionary_set(day, "PATH", view_path(view, DOCUMENT_MEETING, view->language, meeting->slug));
    dictionary_set(day, "LABEL", forum ? forum->short_title : meeting->short_title);
    dictionary_set(day, "TAG", language_tag(forum ? forum->language : meeting->language));
}

/* The months of the chosen year with their meetings, the first one first. */
static void fill_glance(const struct view *view, long year, const struct meeting_list *coming,
                        const struct meeting_list *past, const struct menu *menu,
                        struct dictionary *page)
{
    struct dictionary *glance = dictionary_section(page, "GLANCE");
    dictionary_set(glance, "YEAR", arena_print(view->arena, "%ld", year));
    for (int month = 1; month <= 12; month++) {
        struct dictionary *shown = dictionary_section(glance, "MONTH"), *days = NULL;
        dictionary_set(shown, "MONTH_NAME", month_name(view, year, month));
        for (size_t i = past->count; i-- > 0;)
            fill_days(view, past, i, month, menu, shown, &days);
        for (size_t i = 0; i < coming->count; i++)
            fill_days(view, coming, i, month, menu, shown, &days);
    }
}

/* The past meetings, under a heading for each year. */
static void fill_years(const struct view *view, const struct meeting_choice *choice,
                       const struct meeting_list *past, const struct menu *menu,
                       struct dictionary *page)
{
    struct dictionary *year = NULL;
    struct meeting_choice other = *choice;
    for (size_t i = 0; i < past->count; i++) {
        if (i == 0 || strncmp(past->items[i].first_day, past->items[i - 1].first_day, 4) != 0) {
            const char *number = arena_copy_bytes(view->arena, past->items[i].first_day, 4);
            other.year = strtol(number, NULL, 10);
            year = dictionary_section(page, "YEAR");
            dictionary_set(year, "YEAR_NUMBER", number);
            dictionary_set(year, "YEAR_PATH", address(view, other));
        }
        fill_entry(view, &past->items[i], menu, dictionary_section(year, "MEETING"));
    }
}

static void fill_form(const struct view *view, const struct meeting_choice *choice,
                      const struct meeting_figures *figures, const struct menu *menu,
                      struct dictionary *page)
{
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(form, "ACTION", route_path(view->arena, ROUTE_MEETINGS, view->language, NULL));
    for (size_t i = 0; i < menu->count; i++) {
        const struct entry *entry = &menu->items[i];
        if (document_kind_meets(entry->kind))
            dictionary_set(view_option(form, "FORUM_OPTION", entry->key, choice->forum), "LABEL",
                           entry->short_title);
    }
    for (enum meeting_type type = 0; type < MEETING_TYPES; type++)
        dictionary_set(view_option(form, "TYPE_OPTION", meeting_types[type].name, choice->type),
                       "TYPE_WORDS", view_phrase(view, meeting_types[type].words));
    for (long year = figures->last; year && year >= figures->first; year--) {
        const char *number = arena_print(view->arena, "%ld", year);
        view_option(form, "YEAR_OPTION", number, choice->year == year ? number : NULL);
    }
}

void view_meetings(const struct view *view, const struct meeting_choice *choice,
                   const struct meeting_figures *figures, const struct meeting_list *coming,
                   const struct meeting_list *past, bool older, const struct menu *menu,
                   struct dictionary *page)
{
    fill_form(view, choice, figures, menu, page);
    fill_found(view, choice, figures->found, menu, page);
    dictionary_set(page, "PLACES", route_path(view->arena, ROUTE_PLACES, view->language, NULL));
    dictionary_set(page, "CALENDAR",
                   calendar_authority(view, view_meetings_query(view, choice, NULL)));
    if (choice->year && !older) {
        fill_glance(view, choice->year, coming, past, menu, page);
    } else if (!choice->year) {
        struct meeting_choice this_year = *choice;
        this_year.year = figures->now;
        struct dictionary *link = dictionary_section(page, "THIS_YEAR");
        dictionary_set(link, "YEAR", arena_print(view->arena, "%ld", figures->now));
        dictionary_set(link, "PATH", address(view, this_year));
    }
    if (coming->count)
        fill_entries(view, coming, menu, dictionary_section(page, "COMING"), "MEETING");
    fill_years(view, choice, past, menu, page);
    if (coming->count + past->count == 0)
        dictionary_section(page, "NONE");
    if (older) {
        const char *path = route_path(view->arena, ROUTE_MEETINGS, view->language, NULL),
                   *query = view_meetings_query(view, choice, &past->items[past->count - 1]);
        dictionary_set(dictionary_section(page, "OLDER"), "PATH",
                       arena_print(view->arena, "%s%s", path, query));
    }
}

/* ---- As a feed, and as a table ---- */

const char *view_meeting_title(const struct view *view, enum meeting_status status,
                               const char *title)
{
    bool as_planned = status == MEETING_PLANNED || status == MEETING_HELD;
    return as_planned ? title
                      : arena_print(view->arena, "%s – %s",
                                    view_phrase(view, meeting_statuses[status].words), title);
}

void view_meetings_feed(const struct view *view, const struct meeting_choice *choice,
                        const struct meeting_list *list, const struct menu *menu, const char *self,
                        struct dictionary *feed)
{
    const struct entry *forum = choice->forum ? menu_find(menu, choice->forum) : NULL;
    const struct feed head = {
        .title = view_feed_title(view, "Meetings", forum),
        .subtitle = view_phrase(view, "Meetings that are new, moved, postponed or cancelled, and "
                                      "those of which more is known."),
        .self = self,
        .page = address(view, *choice),
        .updated = list->count ? list->items[0].changed : NULL,
    };
    view_feed(view, &head, feed);
    for (size_t i = 0; i < list->count; i++) {
        const struct meeting_entry *meeting = &list->items[i];
        const char *title =
            arena_print(view->arena, "%s – %s", meeting->title, meeting->short_title);
        const struct feed_entry shown = {
            .key = meeting->key,
            .title = view_meeting_title(view, meeting->status, title),
            .url = view_document_url(view, DOCUMENT_MEETING, view->language, meeting->slug),
            .changed = meeting->changed,
            .summary = meeting->reason ? meeting->reason : meeting->summary,
        };
        view_feed_entry(view, &shown, feed);
    }
}

/* The columns have the names of the members of a record's JSON (record/json.c). */
#define COLUMNS(COLUMN)                                                                            \
    COLUMN("url", ADDRESS, "Its page",                                                             \
           view_document_url(view, DOCUMENT_MEETING, view->language, meeting->slug))               \
    COLUMN("key", TEXT, "Name that never changes", meeting->key)                                   \
    COLUMN("forum.key", TEXT, "Topic or partner that meets", meeting->forum)                       \
    COLUMN("type", TEXT, "Kind of meeting", meeting_types[meeting->type].name)                     \
    COLUMN("number", NUMBER, "Number in its series", meeting->number)                              \
    COLUMN("status", TEXT, "Status", meeting_statuses[meeting->status].name)                       \
    COLUMN("mode", TEXT, "In person, online or both", meeting_modes[meeting->mode].name)           \
    COLUMN("starts", DATE, "First day, as precisely as it is known", meeting->starts)              \
    COLUMN("ends", DATE, "Last day, when it lasts more than one", meeting->ends)                   \
    COLUMN("starts_at", TIME, "Time at the venue", meeting->starts_at)                             \
    COLUMN("ends_at", TIME, "Time at the venue", meeting->ends_at)                                 \
    COLUMN("zone", TEXT, "Time zone of the venue (IANA)", meeting->zone)                           \
    COLUMN("place.key", TEXT, "Town", meeting->place_key)                                          \
    COLUMN("place.name", TEXT, "Its name", meeting->place)                                         \
    COLUMN("place.country.key", TEXT, "Its country (ISO 3166-1)", meeting->country_key)            \
    COLUMN("place.country.name", TEXT, "The name of the country", meeting->country)                \
    COLUMN("place.latitude", NUMBER, "Degrees (WGS 84)", meeting->latitude)                        \
    COLUMN("place.longitude", NUMBER, "Degrees (WGS 84)", meeting->longitude)                      \
    COLUMN("title", TEXT, "Title", meeting->title)                                                 \
    COLUMN("summary", TEXT, "Summary", meeting->summary)                                           \
    COLUMN("language", TEXT, "Language of the texts (ISO 639-1)", language_tag(meeting->language)) \
    COLUMN("changed", MOMENT, "When it last changed (UTC)", meeting->changed)

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns meeting_columns = TABLE_COLUMNS(columns);

struct table view_meetings_table(const struct view *view, const struct meeting_list *list)
{
    struct table table = table_new(&meeting_columns, list->count, view->arena);
    table.places = arena_array(view->arena, list->count, sizeof *table.places);
    const char **cell = table.cells;
    for (size_t i = 0; i < list->count; i++) {
        const struct meeting_entry *meeting = &list->items[i];
        table.places[i] = table_point(meeting->latitude, meeting->longitude, view->arena);
        COLUMNS(TABLE_CELL)
    }
    return table;
}
