/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar: meetings as events of a calendar. */
#include "kinds/meeting/calendar.h"

#include "kinds/meeting/list_view.h"
#include "text/dates.h"

/* The title, after its status where that matters: some programs do not show that an event is
 * cancelled. */
static const char *name_of(const struct view *view, const struct meeting_entry *meeting)
{
    return meeting->status == MEETING_MOVED
               ? meeting->title /* the calendar has its new date */
               : view_meeting_title(view, meeting->status, meeting->title);
}

/* The reason for a change comes first: those who had planned to come want to know it. The address
 * is repeated for programs that do not show a URL. */
static const char *description_of(const struct view *view, const struct meeting_entry *meeting,
                                  const char *url)
{
    const char *reason = meeting->reason ? arena_print(view->arena, "%s\n\n", meeting->reason) : "";
    return arena_print(view->arena, "%s%s\n\n%s", reason, meeting->summary, url);
}

static const char *place_of(const struct view *view, const struct meeting_entry *meeting)
{
    if (meeting->mode == MEETING_ONLINE && !meeting->place)
        return view_phrase(view, "online");
    return meeting->place && meeting->country
               ? arena_print(view->arena, "%s, %s", meeting->place, meeting->country)
               : meeting->place;
}

static struct calendar_event event_of(const struct view *view, const struct meeting_entry *meeting,
                                      const struct menu *menu)
{
    static const enum calendar_status statuses[MEETING_STATUSES] = {
        [MEETING_PLANNED] = CALENDAR_CONFIRMED,   [MEETING_HELD] = CALENDAR_CONFIRMED,
        [MEETING_MOVED] = CALENDAR_CONFIRMED,     [MEETING_POSTPONED] = CALENDAR_TENTATIVE,
        [MEETING_CANCELLED] = CALENDAR_CANCELLED,
    };
    const struct entry *forum = menu_find(menu, meeting->forum);
    const char *url = view_document_url(view, DOCUMENT_MEETING, view->language, meeting->slug);
    return (struct calendar_event){
        .uid = arena_print(view->arena, "%s@benelux-plus",
                           meeting->key), /* stays the same when the address of the site changes */
        .sequence = meeting->sequence,
        .changed = meeting->changed,
        .summary = name_of(view, meeting),
        .description = description_of(view, meeting, url),
        .url = url,
        .location = place_of(view, meeting),
        .category = forum ? forum->short_title : NULL,
        .latitude = meeting->latitude,
        .longitude = meeting->longitude,
        .starts = meeting->starts,
        .ends = meeting->ends,
        .starts_at = meeting->starts_at,
        .ends_at = meeting->ends_at,
        .zone = meeting->zone,
        .status = statuses[meeting->status],
    };
}

void view_calendar(const struct view *view, const char *name, const char *path,
                   const struct meeting_list *meetings, const struct menu *menu,
                   struct buffer *output)
{
    struct calendar_event *events = arena_array(view->arena, meetings->count, sizeof *events);
    size_t count = 0;
    for (size_t i = 0; i < meetings->count; i++)
        if (date_is_day(meetings->items[i].starts))
            events[count++] = event_of(view, &meetings->items[i], menu);
    struct calendar calendar = { .name = name,
                                 .language = view->language,
                                 .url = view_url(view, path) };
    calendar_write(&calendar, events, count, output);
}
