/* Meeting: its page and the lists of meetings. */
#include "view/meeting.h"

#include <string.h>

#include "http/route.h"
#include "text/dates.h"

/* A section that stands for a value in templates, whose words are phrases of the template. */
static const char *const type_sections[MEETING_TYPES] = { "MINISTERIAL", "SUMMIT", "WORKING_GROUP", "EVENT" };
static const char *const status_sections[MEETING_STATUSES] = { "PLANNED", "HELD", "POSTPONED", "MOVED", "CANCELLED" };
static const char *const mode_sections[MEETING_MODES] = { "IN_PERSON", "ONLINE", "HYBRID" };
static const char *const state_sections[CONCLUSION_STATES] = { "", "OPEN", "TAKEN_UP", "CLOSED" };

static void fill_value(struct dictionary *parent, const char *section, const char *value)
{
    if (value)
        dictionary_set(dictionary_section(parent, section), "VALUE", value);
}

static void fill_names(struct dictionary *parent, const char *section, const char *const *names, size_t count)
{
    if (count == 0)
        return;
    struct dictionary *list = dictionary_section(parent, section);
    for (size_t i = 0; i < count; i++)
        dictionary_set(dictionary_section(list, "ITEM"), "VALUE", names[i]);
}

static const char *place_written(const struct view *view, const struct meeting *meeting)
{
    if (!meeting->place || !meeting->country || strcmp(meeting->place, meeting->country) == 0)
        return meeting->place;
    return arena_print(view->arena, "%s, %s", meeting->place, meeting->country);
}

static void fill_facts(const struct view *view, const struct meeting *meeting, const struct directory *directory,
                       struct dictionary *page)
{
    struct dictionary *facts = dictionary_section(page, "FACTS");
    const struct entry *forum = directory_find(directory, meeting->forum);
    dictionary_set(facts, "DATE", date_range_written(meeting->starts, meeting->ends, view->language, view->arena));
    dictionary_set(facts, "DATE_ISO", meeting->starts);
    if (meeting->starts_at)
        fill_value(facts, "TIME",
                   meeting->ends_at ? arena_print(view->arena, "%s–%s", meeting->starts_at, meeting->ends_at)
                                    : meeting->starts_at);
    if (forum) {
        struct dictionary *link = dictionary_section(facts, "FORUM");
        dictionary_set(link, "PATH", view_path(view, forum->kind, view->language, forum->slug));
        dictionary_set(link, "LABEL", forum->short_title);
        dictionary_set(link, "TAG", language_tag(forum->language));
    }
    dictionary_section(facts, type_sections[meeting->type]);
    if (meeting->mode != MEETING_IN_PERSON)
        dictionary_section(facts, mode_sections[meeting->mode]);
    if (meeting->number)
        fill_value(facts, "NUMBER", arena_print(view->arena, "%d", meeting->number));
    fill_value(facts, "PLACE", place_written(view, meeting));
    fill_names(facts, "PRESIDENCY", meeting->presidency, meeting->presidency_count);
    if (meeting->delegation_count == 0)
        return;
    struct dictionary *list = dictionary_section(facts, "DELEGATIONS");
    for (size_t i = 0; i < meeting->delegation_count; i++) {
        struct dictionary *item = dictionary_section(list, "DELEGATION");
        dictionary_set(item, "PARTY", meeting->delegations[i].party);
        if (meeting->delegations[i].person)
            dictionary_set(dictionary_section(item, "BY"), "PERSON", meeting->delegations[i].person);
    }
}

static void fill_conclusions(const struct view *view, const struct meeting *meeting, struct dictionary *page)
{
    if (meeting->conclusion_count == 0)
        return;
    struct dictionary *list = dictionary_section(page, "CONCLUSIONS");
    for (size_t i = 0; i < meeting->conclusion_count; i++) {
        const struct conclusion *conclusion = &meeting->conclusions[i];
        struct dictionary *item = dictionary_section(list, "CONCLUSION");
        dictionary_set(item, "NUMBER", arena_print(view->arena, "%d", conclusion->number));
        dictionary_set(item, "TEXT", conclusion->text);
        if (conclusion->state != CONCLUSION_UNKNOWN)
            dictionary_section(item, state_sections[conclusion->state]);
        if (conclusion->by_slug) {
            struct dictionary *by = dictionary_section(item, "BY");
            dictionary_set(by, "PATH", view_path(view, DOCUMENT_MEETING, view->language, conclusion->by_slug));
            dictionary_set(by, "LABEL", conclusion->by_short);
        }
    }
}

static void fill_links(const struct meeting *meeting, struct dictionary *page)
{
    if (meeting->link_count == 0)
        return;
    struct dictionary *list = dictionary_section(page, "LINKS");
    for (size_t i = 0; i < meeting->link_count; i++) {
        struct dictionary *item = dictionary_section(list, "LINK");
        dictionary_set(item, "URL", meeting->links[i].url);
        dictionary_set(item, "TITLE", meeting->links[i].title);
        dictionary_set(item, "TAG", meeting->links[i].language);
    }
}

/* What a visitor must not overlook: that it was cancelled, postponed or moved. */
static void fill_status(const struct view *view, const struct document *document, const struct meeting *meeting,
                        struct dictionary *page)
{
    if (meeting->status == MEETING_PLANNED || meeting->status == MEETING_HELD)
        return;
    struct dictionary *status = dictionary_section(page, "STATUS");
    dictionary_section(status, status_sections[meeting->status]);
    if (meeting->earlier)
        fill_value(status, "EARLIER", date_written(meeting->earlier, view->language, view->arena));
    fill_value(status, "REASON", document_text(document, "reason"));
}

void view_meeting(const struct view *view, const struct document *document, const struct meeting *meeting,
                  const struct directory *directory, struct dictionary *page)
{
    fill_status(view, document, meeting, page);
    fill_facts(view, meeting, directory, page);
    fill_names(page, "AGENDA", meeting->agenda, meeting->agenda_count);
    fill_conclusions(view, meeting, page);
    fill_links(meeting, page);
}

static void fill_entry(const struct view *view, const struct meeting_entry *meeting, const struct directory *directory,
                       struct dictionary *item)
{
    const struct entry *forum = directory_find(directory, meeting->forum);
    dictionary_set(item, "DATE", date_range_written(meeting->starts, meeting->ends, view->language, view->arena));
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

static void fill_entries(const struct view *view, const struct meeting_list *list, const struct directory *directory,
                         struct dictionary *parent, const char *section)
{
    for (size_t i = 0; i < list->count; i++)
        fill_entry(view, &list->items[i], directory, dictionary_section(parent, section));
}

void view_forum_activity(const struct view *view, const struct document *document, const struct forum_activity *activity,
                         const struct directory *directory, struct dictionary *page)
{
    const struct presidency *presidency = &activity->presidency;
    if (presidency->found) {
        struct dictionary *now = dictionary_section(page, "PRESIDENCY_NOW");
        dictionary_set(now, "HOLDERS", presidency->holders);
        dictionary_set(now, "TERM", date_range_written(presidency->starts, presidency->ends, view->language, view->arena));
    }
    if (activity->coming.count)
        fill_entries(view, &activity->coming, directory, dictionary_section(page, "COMING"), "MEETING");
    if (activity->past.count) {
        struct dictionary *past = dictionary_section(page, "PAST");
        fill_entries(view, &activity->past, directory, past, "MEETING");
        dictionary_set(past, "MEETINGS_PATH", route_path(view->arena, ROUTE_MEETINGS, view->language, NULL));
        dictionary_set(past, "FORUM_KEY", document->key);
    }
}

/* The past, under a heading for each year. */
static void fill_years(const struct view *view, const struct meeting_list *past, const struct directory *directory,
                       struct dictionary *page)
{
    struct dictionary *year = NULL;
    for (size_t i = 0; i < past->count; i++) {
        if (i == 0 || strncmp(past->items[i].first_day, past->items[i - 1].first_day, 4) != 0) {
            year = dictionary_section(page, "YEAR");
            dictionary_set(year, "YEAR_NUMBER", arena_copy_bytes(view->arena, past->items[i].first_day, 4));
        }
        fill_entry(view, &past->items[i], directory, dictionary_section(year, "MEETING"));
    }
}

static struct dictionary *fill_option(struct dictionary *form, const char *section, const char *value, bool chosen)
{
    struct dictionary *option = dictionary_section(form, section);
    dictionary_set(option, "VALUE", value);
    if (chosen)
        dictionary_section(option, "CHOSEN");
    return option;
}

static void fill_form(const struct view *view, const struct meeting_choice *choice, const struct meeting_years *years,
                      const struct directory *directory, struct dictionary *page)
{
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(form, "ACTION", route_path(view->arena, ROUTE_MEETINGS, view->language, NULL));
    for (size_t i = 0; i < directory->count; i++) {
        const struct entry *entry = &directory->items[i];
        if (entry->kind != DOCUMENT_TOPIC)
            continue;
        bool chosen = choice->forum && strcmp(choice->forum, entry->key) == 0;
        dictionary_set(fill_option(form, "FORUM_OPTION", entry->key, chosen), "LABEL", entry->short_title);
    }
    for (enum meeting_type type = 0; type < MEETING_TYPES; type++) {
        const char *name = meeting_type_name(type);
        bool chosen = choice->type && strcmp(choice->type, name) == 0;
        dictionary_section(fill_option(form, "TYPE_OPTION", name, chosen), type_sections[type]);
    }
    for (long year = years->last; year && year >= years->first; year--)
        fill_option(form, "YEAR_OPTION", arena_print(view->arena, "%ld", year), year == choice->year);
}

static void fill_older(const struct view *view, const struct meeting_choice *choice, const struct meeting_entry *last,
                       struct dictionary *page)
{
    struct dictionary *older = dictionary_section(page, "OLDER");
    dictionary_set(older, "ACTION", route_path(view->arena, ROUTE_MEETINGS, view->language, NULL));
    dictionary_set(older, "FORUM", choice->forum ? choice->forum : "");
    dictionary_set(older, "TYPE", choice->type ? choice->type : "");
    dictionary_set(older, "YEAR", choice->year ? arena_print(view->arena, "%ld", choice->year) : "");
    dictionary_set(older, "BEFORE", arena_print(view->arena, "%s.%s", last->first_day, last->id));
}

void view_meetings(const struct view *view, const struct meeting_choice *choice, const struct meeting_years *years,
                   const struct meeting_list *coming, const struct meeting_list *past, bool older,
                   const struct directory *directory, struct dictionary *page)
{
    fill_form(view, choice, years, directory, page);
    if (coming->count)
        fill_entries(view, coming, directory, dictionary_section(page, "COMING"), "MEETING");
    fill_years(view, past, directory, page);
    if (coming->count + past->count == 0)
        dictionary_section(page, "NONE");
    if (older)
        fill_older(view, choice, &past->items[past->count - 1], page);
}
