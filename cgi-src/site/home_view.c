/* SPDX-License-Identifier: EUPL-1.2 */
/* Home: what the home page shows beside its text, templates/site/home_page.tpl. */
#include "site/home_view.h"

#include "kinds/cooperation/view.h"
#include "kinds/register/list_view.h"
#include "record/view.h"
#include "site/news/view.h"
#include "text/dates.h"

static void fill_forum(const struct menu *menu, const char *key, struct dictionary *item)
{
    const struct entry *forum = menu_find(menu, key);
    dictionary_set(item, "FORUM", forum ? forum->short_title : "");
}

/* The next meeting that is not cancelled or postponed. */
static void fill_next(const struct view *view, const struct home *home, const struct menu *menu,
                      struct dictionary *page)
{
    const struct meeting_list *coming = &home->coming;
    size_t i = 0;
    while (i < coming->count && (coming->items[i].status == MEETING_CANCELLED ||
                                 coming->items[i].status == MEETING_POSTPONED))
        i++;
    if (i == coming->count) {
        dictionary_section(page, "NOTHING_PLANNED");
        return;
    }
    const struct meeting_entry *meeting = &coming->items[i];
    struct dictionary *next = dictionary_section(page, "NEXT");
    dictionary_set(next, "DATE",
                   date_range_written(meeting->starts, meeting->ends, view->language, view->arena));
    dictionary_set(next, "DATE_ISO", meeting->starts);
    dictionary_set(next, "PATH", view_path(view, DOCUMENT_MEETING, view->language, meeting->slug));
    dictionary_set(next, "TITLE", meeting->title);
    dictionary_set(next, "TAG", language_tag(meeting->language));
    fill_forum(menu, meeting->forum, next);
    if (meeting->place)
        dictionary_value(next, "PLACE", meeting->place);
}

static void fill_agreed(const struct view *view, const struct home *home, const struct menu *menu,
                        struct dictionary *page)
{
    for (size_t i = 0; i < home->agreed.count; i++) {
        const struct conclusion_entry *conclusion = &home->agreed.items[i];
        struct dictionary *agreed = dictionary_section(page, "AGREED");
        const char *meeting = view_path(view, DOCUMENT_MEETING, view->language, conclusion->slug);
        dictionary_set(agreed, "PATH",
                       arena_print(view->arena, "%s#c%s", meeting, conclusion->number));
        dictionary_set(agreed, "TEXT", conclusion->text);
        dictionary_set(agreed, "TAG", language_tag(conclusion->language));
        dictionary_set(agreed, "DATE",
                       date_written(conclusion->starts, view->language, view->arena));
        dictionary_set(agreed, "DATE_ISO", conclusion->starts);
        fill_forum(menu, conclusion->forum, agreed);
    }
}

static void fill_presiding(const struct view *view, const struct home *home,
                           const struct menu *menu, struct dictionary *page)
{
    struct dictionary *list = NULL;
    for (size_t i = 0; i < home->presidencies.count; i++) {
        const struct presidency *term = &home->presidencies.items[i];
        if (!term->current)
            continue;
        if (!list)
            list = dictionary_section(page, "PRESIDING");
        struct dictionary *item = dictionary_section(list, "TERM_NOW");
        dictionary_set(item, "HOLDERS", term->holders);
        dictionary_set(item, "TERM",
                       date_range_written(term->starts, term->ends, view->language, view->arena));
        fill_forum(menu, term->forum, item);
    }
}

static void fill_paths(const struct view *view, const struct menu *menu, struct dictionary *page)
{
    static const struct {
        const char *name;
        enum route_id route;
    } paths[] = { { "ALL_COOPERATION", ROUTE_OVERVIEW },
                  { "ALL_MEETINGS", ROUTE_MEETINGS },
                  { "ALL_CONCLUSIONS", ROUTE_CONCLUSIONS },
                  { "ALL_PRESIDENCIES", ROUTE_PRESIDENCIES },
                  { "ALL_OBSTACLES", ROUTE_OBSTACLES },
                  { "ALL_PRACTICES", ROUTE_PRACTICES },
                  { "REPORT_AN_OBSTACLE", ROUTE_REPORT },
                  { "ALL_EVENTS", ROUTE_EVENTS },
                  { "ALL_NEWS", ROUTE_NEWS } };
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        dictionary_set(page, paths[i].name,
                       route_path(view->arena, paths[i].route, view->language, NULL));
    const struct entry *centre = menu_find(menu, "knowledge-centre");
    if (centre)
        dictionary_set(dictionary_section(page, "CENTRE"), "PATH",
                       view_path(view, centre->kind, view->language, centre->slug));
}

void view_home(const struct view *view, const struct home *home, const struct menu *menu,
               struct dictionary *page)
{
    view_cooperation_map(view, &home->areas, page);
    view_cards(view, &home->cards, DOCUMENT_TOPIC, page, "TOPIC");
    fill_next(view, home, menu, page);
    fill_agreed(view, home, menu, page);
    fill_presiding(view, home, menu, page);
    view_register_figures(view, &home->register_counts, page);
    view_news(view, &home->news, page);
    fill_paths(view, menu, page);
}
