/* SPDX-License-Identifier: EUPL-1.2 */
/* Conclusions: the register of what all forums have agreed,
 * templates/kinds/meeting/conclusions_page.tpl, and the same as a table. */
#include "kinds/meeting/conclusions_view.h"

#include <string.h>

#include "frame/found.h"
#include "http/query.h"
#include "record/feed.h"
#include "text/dates.h"

const char *view_conclusions_query(const struct view *view, const struct conclusion_filter *filter,
                                   const struct conclusion_entry *last)
{
    const struct parameter parameters[] = {
        { "forum", filter->forum },
        { "state", filter->state },
        { "limit", filter->limit },
        { "before", last ? arena_print(view->arena, "%s.%s.%s", last->first_day, last->meeting_id,
                                       last->number)
                         : NULL },
    };
    return query_write(parameters, sizeof parameters / sizeof *parameters, view->arena);
}

static void fill_form(const struct view *view, const struct conclusion_filter *filter,
                      const struct menu *menu, struct dictionary *page)
{
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(form, "ACTION",
                   route_path(view->arena, ROUTE_CONCLUSIONS, view->language, NULL));
    for (size_t i = 0; i < menu->count; i++) {
        const struct entry *entry = &menu->items[i];
        if (document_kind_meets(entry->kind))
            dictionary_set(view_option(form, "FORUM_OPTION", entry->key, filter->forum), "LABEL",
                           entry->short_title);
    }
    for (enum conclusion_state state = 0; state < CONCLUSION_STATES; state++)
        dictionary_set(
            view_option(form, "STATE_OPTION", conclusion_states[state].name, filter->state),
            "WORDS", view_phrase(view, conclusion_states[state].words));
}

static const char *address(const struct view *view, const struct conclusion_filter *filter)
{
    return arena_print(view->arena, "%s%s",
                       route_path(view->arena, ROUTE_CONCLUSIONS, view->language, NULL),
                       view_conclusions_query(view, filter, NULL));
}

/* How many conclusions were found, and the filters that chose them. */
static void fill_found(const struct view *view, const struct conclusion_filter *filter, long number,
                       const struct menu *menu, struct dictionary *page)
{
    struct dictionary *found = view_found(view, number, page);
    const struct conclusion_filter only_forum = { .forum = filter->forum },
                                   only_state = { .state = filter->state };
    if (filter->forum)
        view_narrowed(found, menu_find(menu, filter->forum)->short_title,
                      address(view, &only_state));
    if (filter->state)
        view_narrowed(
            found,
            view_phrase(view,
                        conclusion_states[choice_find(conclusion_states, filter->state)].words),
            address(view, &only_forum));
}

static struct dictionary *fill_meeting(const struct view *view,
                                       const struct conclusion_entry *conclusion,
                                       const struct menu *menu, struct dictionary *page)
{
    const struct entry *forum = menu_find(menu, conclusion->forum);
    struct dictionary *meeting = dictionary_section(page, "MEETING");
    dictionary_set(meeting, "PATH",
                   view_path(view, DOCUMENT_MEETING, view->language, conclusion->slug));
    dictionary_set(meeting, "TITLE", conclusion->title);
    dictionary_set(meeting, "TAG", language_tag(conclusion->language));
    dictionary_set(meeting, "DATE", date_written(conclusion->starts, view->language, view->arena));
    dictionary_set(meeting, "DATE_ISO", conclusion->starts);
    if (forum)
        dictionary_value(meeting, "FORUM", forum->short_title);
    return meeting;
}

static void fill_conclusion(const struct view *view, const struct conclusion_entry *conclusion,
                            struct dictionary *item)
{
    dictionary_set(item, "NUMBER", conclusion->number);
    dictionary_set(item, "TEXT", conclusion->text);
    if (conclusion->state < CONCLUSION_STATES)
        dictionary_set(dictionary_section(item, "STATE"), "WORDS",
                       view_phrase(view, conclusion_states[conclusion->state].words));
    if (conclusion->by_slug) {
        struct dictionary *by = dictionary_section(item, "BY");
        dictionary_set(by, "BY_PATH",
                       view_path(view, DOCUMENT_MEETING, view->language, conclusion->by_slug));
        dictionary_set(by, "LABEL", conclusion->by_short);
    }
}

void view_conclusions(const struct view *view, const struct conclusion_filter *filter,
                      const struct conclusion_list *list, long number, bool older,
                      const struct menu *menu, struct dictionary *page)
{
    fill_form(view, filter, menu, page);
    fill_found(view, filter, number, menu, page);
    struct dictionary *meeting = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct conclusion_entry *conclusion = &list->items[i];
        if (i == 0 || strcmp(conclusion->meeting_id, list->items[i - 1].meeting_id) != 0)
            meeting = fill_meeting(view, conclusion, menu, page);
        fill_conclusion(view, conclusion, dictionary_section(meeting, "CONCLUSION"));
    }
    if (list->count == 0)
        dictionary_section(page, "NONE");
    if (older) {
        const char *path = route_path(view->arena, ROUTE_CONCLUSIONS, view->language, NULL),
                   *query = view_conclusions_query(view, filter, &list->items[list->count - 1]);
        dictionary_set(dictionary_section(page, "OLDER"), "PATH",
                       arena_print(view->arena, "%s%s", path, query));
    }
}

void view_conclusions_feed(const struct view *view, const struct conclusion_filter *filter,
                           const struct conclusion_list *list, const struct menu *menu,
                           const char *self, struct dictionary *feed)
{
    const struct entry *forum = filter->forum ? menu_find(menu, filter->forum) : NULL;
    const char *page = route_path(view->arena, ROUTE_CONCLUSIONS, view->language, NULL);
    const struct feed head = {
        .title = view_feed_title(view, "Conclusions", forum),
        .subtitle = view_phrase(view, "What the forums have agreed, and which meeting took it up."),
        .self = self,
        .page = arena_print(view->arena, "%s%s", page, view_conclusions_query(view, filter, NULL)),
        .updated = list->count ? list->items[0].changed : NULL,
    };
    view_feed(view, &head, feed);
    for (size_t i = 0; i < list->count; i++) {
        const struct conclusion_entry *conclusion = &list->items[i];
        const char *its =
            view_document_url(view, DOCUMENT_MEETING, view->language, conclusion->slug);
        const struct feed_entry shown = {
            .key = arena_print(view->arena, "%s/c%s", conclusion->meeting_key, conclusion->number),
            .title = arena_print(view->arena, "%s – %s (%s)", conclusion->title,
                                 conclusion->short_title, conclusion->number),
            .url = arena_print(view->arena, "%s#c%s", its, conclusion->number),
            .changed = conclusion->changed,
            .summary = conclusion->text,
        };
        view_feed_entry(view, &shown, feed);
    }
}

/* The names are those of a conclusion in the JSON of its meeting, and of the meeting itself. */
#define COLUMNS(COLUMN)                                                                     \
    COLUMN("url", ADDRESS, "Where it stands",                                               \
           arena_print(view->arena, "%s#c%s", meeting, conclusion->number))                 \
    COLUMN("key", TEXT, "Name that never changes",                                          \
           arena_print(view->arena, "%s#c%s", conclusion->meeting_key, conclusion->number)) \
    COLUMN("number", NUMBER, "Number within its meeting", conclusion->number)               \
    COLUMN("text", TEXT, "Text", conclusion->text)                                          \
    COLUMN("state", TEXT, "State", conclusion_states[conclusion->state].name)               \
    COLUMN("forum.key", TEXT, "Topic or partner that met", conclusion->forum)               \
    COLUMN("meeting.key", TEXT, "Its meeting", conclusion->meeting_key)                     \
    COLUMN("meeting.title", TEXT, "Title of the meeting", conclusion->title)                \
    COLUMN("meeting.url", ADDRESS, "Page of the meeting", meeting)                          \
    COLUMN("meeting.starts", DATE, "First day of the meeting", conclusion->starts)          \
    COLUMN("taken_up_by.key", TEXT, "Meeting that took it up", conclusion->by_key)          \
    COLUMN("taken_up_by.title", TEXT, "Title of that meeting", conclusion->by_short)        \
    COLUMN("taken_up_by.url", ADDRESS, "Page of that meeting", by)                          \
    COLUMN("language", TEXT, "Language of the text (ISO 639-1)",                            \
           language_tag(conclusion->language))                                              \
    COLUMN("changed", MOMENT, "When its meeting last changed (UTC)", conclusion->changed)

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns conclusion_columns = TABLE_COLUMNS(columns);

struct table view_conclusions_table(const struct view *view, const struct conclusion_list *list)
{
    struct table table = table_new(&conclusion_columns, list->count, view->arena);
    const char **cell = table.cells;
    for (size_t i = 0; i < list->count; i++) {
        const struct conclusion_entry *conclusion = &list->items[i];
        const char *meeting =
                       view_document_url(view, DOCUMENT_MEETING, view->language, conclusion->slug),
                   *by = conclusion->by_slug
                             ? view_document_url(view, DOCUMENT_MEETING, view->language,
                                                 conclusion->by_slug)
                             : NULL;
        COLUMNS(TABLE_CELL)
    }
    return table;
}
