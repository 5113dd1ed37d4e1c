/* Meetings: the lists of meetings, templates/kinds/meeting/list_page.tpl and _activity.tpl, and the
 * same as a table. */
#include "kinds/meeting/list_view.h"

#include <stdlib.h>
#include <string.h>

#include "http/query.h"
#include "kinds/meeting/timeline.h"
#include "record/feed.h"
#include "text/dates.h"

/* A section that stands for a value in templates, whose words are phrases of the template. */
static const char *const status_sections[MEETING_STATUSES] = { "PLANNED", "HELD", "POSTPONED",
                                                               "MOVED", "CANCELLED" };

static void fill_value(struct dictionary *parent, const char *section, const char *value)
{
    if (value)
        dictionary_set(dictionary_section(parent, section), "VALUE", value);
}

/* With the time where one is known; the day of the week is for those who are to come. */
static const char *when_written(const struct view *view, const struct meeting_entry *meeting)
{
    if (!meeting->starts_at)
        return date_range_written(meeting->starts, meeting->ends, view->language, view->arena);
    return period_written(meeting->starts, meeting->ends, meeting->starts_at, meeting->ends_at,
                          view->language, view->arena);
}

static void fill_entry(const struct view *view, const struct meeting_entry *meeting,
                       const struct menu *menu, struct dictionary *item)
{
    const struct entry *forum = menu_find(menu, meeting->forum);
    dictionary_set(item, "DATE", when_written(view, meeting));
    dictionary_set(item, "DATE_ISO", meeting->starts);
    dictionary_set(item, "PATH", view_path(view, DOCUMENT_MEETING, view->language, meeting->slug));
    dictionary_set(item, "TITLE", meeting->title);
    dictionary_set(item, "TAG", language_tag(meeting->language));
    dictionary_set(item, "SUMMARY", meeting->summary);
    fill_value(item, "FORUM", forum ? forum->short_title : NULL);
    fill_value(item, "PLACE", meeting->place);
    if (meeting->status != MEETING_PLANNED && meeting->status != MEETING_HELD)
        dictionary_section(item, status_sections[meeting->status]);
}

static void fill_entries(const struct view *view, const struct meeting_list *list,
                         const struct menu *menu, struct dictionary *parent, const char *section)
{
    for (size_t i = 0; i < list->count; i++)
        fill_entry(view, &list->items[i], menu, dictionary_section(parent, section));
}

void view_forum_activity(const struct view *view, const struct document *document,
                         const struct forum_activity *activity, const struct menu *menu,
                         struct dictionary *page)
{
    for (size_t i = 0; i < activity->presidency.count; i++) {
        const struct presidency *presidency = &activity->presidency.items[i];
        struct dictionary *now = dictionary_section(page, "PRESIDENCY_NOW");
        dictionary_set(now, "HOLDERS", presidency->holders);
        dictionary_set(
            now, "TERM",
            date_range_written(presidency->starts, presidency->ends, view->language, view->arena));
    }
    if (activity->coming.count)
        fill_entries(view, &activity->coming, menu, dictionary_section(page, "COMING"), "MEETING");
    if (activity->past.count) {
        struct dictionary *past = dictionary_section(page, "PAST");
        view_timeline(view, &activity->days, past);
        fill_entries(view, &activity->past, menu, past, "MEETING");
        struct parameter forum = { "forum", document->key };
        const char *query = query_write(&forum, 1, view->arena),
                   *meetings = route_path(view->arena, ROUTE_MEETINGS, view->language, NULL);
        dictionary_set(past, "MEETINGS_PATH", arena_print(view->arena, "%s%s", meetings, query));
        dictionary_set(past, "CALENDAR_PATH",
                       arena_print(view->arena, "%s%s",
                                   route_format_path(view->arena, meetings, FORMAT_CALENDAR),
                                   query));
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

/* The list for CHOICE. */
static const char *address(const struct view *view, struct meeting_choice choice)
{
    const char *path = route_path(view->arena, ROUTE_MEETINGS, view->language, NULL);
    return arena_print(view->arena, "%s%s", path, view_meetings_query(view, &choice, NULL));
}

static struct dictionary *fill_link(const struct view *view, struct meeting_choice choice,
                                    bool current, const char *section, struct dictionary *page)
{
    struct dictionary *link = dictionary_section(page, section);
    dictionary_set(link, "PATH", address(view, choice));
    if (current)
        dictionary_section(link, "CURRENT");
    return link;
}

static bool is_same(const char *one, const char *other)
{
    return one && other ? strcmp(one, other) == 0 : one == other;
}

/* The choices of the form that are few, as links; what is chosen otherwise stays so. */
static void fill_choices(const struct view *view, const struct meeting_choice *choice,
                         const struct menu *menu, struct dictionary *page)
{
    struct meeting_choice other = *choice;
    other.forum = NULL;
    fill_link(view, other, !choice->forum, "ALL_FORUMS", page);
    for (size_t i = 0; i < menu->count; i++) {
        const struct entry *entry = &menu->items[i];
        if (!document_kind_meets(entry->kind))
            continue;
        other.forum = entry->key;
        dictionary_set(
            fill_link(view, other, is_same(choice->forum, entry->key), "FORUM_LINK", page), "LABEL",
            entry->short_title);
    }
    other = *choice;
    other.type = NULL;
    fill_link(view, other, !choice->type, "ALL_TYPES", page);
    for (enum meeting_type type = 0; type < MEETING_TYPES; type++) {
        other.type = meeting_types[type].name;
        dictionary_set(fill_link(view, other, is_same(choice->type, other.type), "TYPE_LINK", page),
                       "TYPE_WORDS", view_phrase(view, meeting_types[type].words));
    }
}

/* The past, under a heading for each year. */
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
                      const struct meeting_years *years, const struct menu *menu,
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
    for (long year = years->last; year && year >= years->first; year--) {
        const char *number = arena_print(view->arena, "%ld", year);
        view_option(form, "YEAR_OPTION", number, choice->year == year ? number : NULL);
    }
}

void view_meetings(const struct view *view, const struct meeting_choice *choice,
                   const struct meeting_years *years, const struct meeting_list *coming,
                   const struct meeting_list *past, bool older, const struct menu *menu,
                   struct dictionary *page)
{
    fill_form(view, choice, years, menu, page);
    fill_choices(view, choice, menu, page);
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

/* The members are those of a record (record/json.c). */
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
    table.points = arena_array(view->arena, list->count, sizeof *table.points);
    const char **cell = table.cells;
    for (size_t i = 0; i < list->count; i++) {
        const struct meeting_entry *meeting = &list->items[i];
        table.points[i] = (struct point){ meeting->latitude, meeting->longitude };
        COLUMNS(TABLE_CELL)
    }
    return table;
}
