/* SPDX-License-Identifier: EUPL-1.2 */
/* Events: the page of one, templates/kinds/event/page.tpl; the list of all, list_page.tpl; and the
 * same as data. */
#ifndef KINDS_EVENT_VIEW_H
#define KINDS_EVENT_VIEW_H

#include "frame/view.h"
#include "kinds/event/model.h"
#include "text/table.h"

/* The facts of one event. */
void view_event(const struct view *view, const struct event *event, struct dictionary *page);

/* The same as structured data, for search engines; NULL when the day is not known. */
cJSON *view_structured_event(const struct view *view, const struct document *document,
                             const struct event *event);

/* The list of the coming and the past events, as a page, as a table and as a feed. SELF is the path
 * of the feed. */
void view_events(const struct view *view, const struct event_list *list, struct dictionary *page);
extern const struct columns event_columns;
struct table view_events_table(const struct view *view, const struct event_list *list);
void view_events_feed(const struct view *view, const struct event_list *list, const char *self,
                      struct dictionary *feed);

/* Appends the calendar NAME to OUTPUT, with the events whose day is known. SELF is its path. */
void view_events_calendar(const struct view *view, const char *name, const char *self,
                          const struct event_list *list, struct buffer *output);

#endif
