/* SPDX-License-Identifier: EUPL-1.2 */
/* Meeting: the page of one meeting, templates/kinds/meeting/page.tpl. */
#include "kinds/meeting/view.h"

#include <string.h>

#include "http/query.h"
#include "http/route.h"
#include "record/view.h"
#include "text/dates.h"

/* The section of the template for each value; the template has the words. */
static const char *const status_sections[MEETING_STATUSES] = { "PLANNED", "HELD", "POSTPONED",
                                                               "MOVED", "CANCELLED" };
static const char *const mode_sections[MEETING_MODES] = { "IN_PERSON", "ONLINE", "HYBRID" };
static void fill_names(struct dictionary *parent, const char *section, const char *const *names,
                       size_t count)
{
    if (count == 0)
        return;
    struct dictionary *list = dictionary_section(parent, section);
    for (size_t i = 0; i < count; i++)
        dictionary_value(list, "ITEM", names[i]);
}

static const char *place_written(const struct view *view, const struct meeting *meeting)
{
    if (!meeting->place || !meeting->country || strcmp(meeting->place, meeting->country) == 0)
        return meeting->place;
    return arena_print(view->arena, "%s, %s", meeting->place, meeting->country);
}

static void fill_facts(const struct view *view, const struct meeting *meeting,
                       const struct menu *menu, struct dictionary *page)
{
    struct dictionary *facts = dictionary_section(page, "FACTS");
    const struct entry *forum = menu_find(menu, meeting->forum);
    dictionary_set(facts, "DATE",
                   period_written(meeting->starts, meeting->ends, meeting->starts_at,
                                  meeting->ends_at, view->language, view->arena));
    dictionary_set(facts, "DATE_ISO", meeting->starts);
    dictionary_value(facts, "ZONE",
                     meeting->starts_at ? zone_written(meeting->zone, view->arena) : NULL);
    if (forum) {
        struct dictionary *link = dictionary_section(facts, "FORUM");
        dictionary_set(link, "PATH", view_path(view, forum->kind, view->language, forum->slug));
        dictionary_set(link, "LABEL", forum->short_title);
        dictionary_set(link, "TAG", language_tag(forum->language));
    }
    dictionary_set(facts, "TYPE_WORDS", view_phrase(view, meeting_types[meeting->type].words));
    if (meeting->mode != MEETING_IN_PERSON)
        dictionary_section(facts, mode_sections[meeting->mode]);
    if (meeting->number)
        dictionary_value(facts, "NUMBER", arena_print(view->arena, "%d", meeting->number));
    dictionary_value(facts, "PLACE", place_written(view, meeting));
    fill_names(facts, "PRESIDENCY", meeting->presidency, meeting->presidency_count);
    if (meeting->delegation_count == 0)
        return;
    struct dictionary *list = dictionary_section(facts, "DELEGATIONS");
    for (size_t i = 0; i < meeting->delegation_count; i++) {
        struct dictionary *item = dictionary_section(list, "DELEGATION");
        dictionary_set(item, "PARTY", meeting->delegations[i].party);
        if (meeting->delegations[i].person)
            dictionary_set(dictionary_section(item, "BY"), "PERSON",
                           meeting->delegations[i].person);
    }
}

static void fill_agenda(const struct document *document, const struct meeting *meeting,
                        struct dictionary *page)
{
    struct dictionary *list =
        view_part(document, "agenda", meeting->agenda_count > 0, page, "AGENDA");
    for (size_t i = 0; i < meeting->agenda_count; i++)
        dictionary_value(list, "ITEM", meeting->agenda[i]);
}

static void fill_conclusions(const struct view *view, const struct document *document,
                             const struct meeting *meeting, struct dictionary *page)
{
    struct dictionary *list =
        view_part(document, "conclusion", meeting->conclusion_count > 0, page, "CONCLUSIONS");
    for (size_t i = 0; i < meeting->conclusion_count; i++) {
        const struct conclusion *conclusion = &meeting->conclusions[i];
        struct dictionary *item = dictionary_section(list, "CONCLUSION");
        dictionary_set(item, "NUMBER", arena_print(view->arena, "%d", conclusion->number));
        dictionary_set(item, "TEXT", conclusion->text);
        if (conclusion->state < CONCLUSION_STATES)
            dictionary_set(dictionary_section(item, "STATE"), "WORDS",
                           view_phrase(view, conclusion_states[conclusion->state].words));
        if (conclusion->by_slug) {
            struct dictionary *by = dictionary_section(item, "BY");
            dictionary_set(by, "PATH",
                           view_path(view, DOCUMENT_MEETING, view->language, conclusion->by_slug));
            dictionary_set(by, "LABEL", conclusion->by_short);
        }
    }
}

/* Notes that the meeting was cancelled, postponed or moved, which a visitor must not overlook. */
static void fill_status(const struct view *view, const struct document *document,
                        const struct meeting *meeting, struct dictionary *page)
{
    if (meeting->status == MEETING_PLANNED || meeting->status == MEETING_HELD)
        return;
    struct dictionary *status = dictionary_section(page, "STATUS");
    dictionary_section(status, status_sections[meeting->status]);
    if (meeting->earlier)
        dictionary_value(status, "EARLIER",
                         date_written(meeting->earlier, view->language, view->arena));
    dictionary_value(status, "REASON", document_text(document, "reason"));
    view_untranslated(document, "reason", status);
}

void view_meeting(const struct view *view, const struct document *document,
                  const struct meeting *meeting, const struct menu *menu, struct dictionary *page)
{
    fill_status(view, document, meeting, page);
    fill_facts(view, meeting, menu, page);
    fill_agenda(document, meeting, page);
    fill_conclusions(view, document, meeting, page);
}

static void fill_neighbour(const struct view *view, const struct meeting_list *list,
                           const char *section, struct dictionary *shown)
{
    if (list->count == 0)
        return;
    const struct meeting_entry *meeting = &list->items[0];
    struct dictionary *link = dictionary_section(shown, section);
    dictionary_set(link, "PATH", view_path(view, DOCUMENT_MEETING, view->language, meeting->slug));
    dictionary_set(link, "TITLE", meeting->title);
    dictionary_set(link, "TAG", language_tag(meeting->language));
    dictionary_set(link, "DATE",
                   date_range_written(meeting->starts, meeting->ends, view->language, view->arena));
}

void view_meeting_neighbours(const struct view *view, const struct meeting *meeting,
                             const struct meeting_neighbours *neighbours, struct dictionary *page)
{
    if (neighbours->before.count + neighbours->after.count == 0)
        return;
    struct dictionary *shown = dictionary_section(page, "NEIGHBOURS");
    fill_neighbour(view, &neighbours->before, "BEFORE", shown);
    fill_neighbour(view, &neighbours->after, "AFTER", shown);
    const struct parameter forum = { "forum", meeting->forum };
    dictionary_set(shown, "ALL_PATH",
                   arena_print(view->arena, "%s%s",
                               route_path(view->arena, ROUTE_MEETINGS, view->language, NULL),
                               query_write(&forum, 1, view->arena)));
}
