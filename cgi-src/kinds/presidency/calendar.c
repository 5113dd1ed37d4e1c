/* SPDX-License-Identifier: EUPL-1.2 */
/* Calendar: terms of presidencies as events of a calendar. */
#include "kinds/presidency/calendar.h"

#include <string.h>

static struct calendar_event event_of(const struct view *view, const struct presidency *term,
                                      const struct menu *menu)
{
    struct arena *arena = view->arena;
    const struct entry *forum = menu_find(menu, term->forum);
    const char *name = forum ? forum->short_title : term->forum;
    const char *url =
        view_url(view, arena_print(arena, "%s#%s",
                                   route_path(arena, ROUTE_PRESIDENCIES, view->language, NULL),
                                   term->forum));
    bool ends = term->last_day && strcmp(term->first_day, term->last_day) != 0;
    return (struct calendar_event){
        .uid = arena_print(arena, "presidency-%s-%s@benelux-plus", term->forum, term->starts),
        .changed = term->changed,
        .summary =
            arena_print(arena, "%s – %s: %s", name, view_phrase(view, "Presidency"), term->holders),
        .description = url, /* for programs that do not show a URL */
        .url = url,
        .category = name,
        .starts = term->first_day,
        .ends = ends ? term->last_day : NULL,
        .status = CALENDAR_CONFIRMED,
    };
}

void view_presidencies_calendar(const struct view *view, const char *name, const char *path,
                                const struct presidency_list *list, const struct menu *menu,
                                struct buffer *output)
{
    struct calendar_event *events = arena_array(view->arena, list->count, sizeof *events);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].changed) /* the page of its forum is public */
            events[count++] = event_of(view, &list->items[i], menu);
    struct calendar calendar = { .name = name,
                                 .language = view->language,
                                 .url = view_url(view, path) };
    calendar_write(&calendar, events, count, output);
}
