/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: the lists of obstacles and of good practices. */
#include "kinds/register/list_view.h"

#include <string.h>

#include "base/characters.h"
#include "frame/found.h"
#include "frame/map.h"
#include "frame/timeline.h"
#include "http/query.h"
#include "text/dates.h"

const char *view_register_query(const struct view *view, const struct register_filter *filter,
                                const struct register_entry *last)
{
    const struct parameter parameters[] = {
        { "q", filter->words },
        { "field", filter->field },
        { "border", filter->area },
        { "status", filter->status },
        { "limit", filter->limit },
        { "before", last ? arena_print(view->arena, "%s.%s", last->day, last->id) : NULL },
    };
    return query_write(parameters, sizeof parameters / sizeof *parameters, view->arena);
}

static const char *address(const struct view *view, const struct register_filter *filter,
                           const struct register_entry *last)
{
    const char *path =
        route_path(view->arena, document_kinds[filter->kind].list, view->language, NULL);
    return arena_print(view->arena, "%s%s", path, view_register_query(view, filter, last));
}

const char *view_area_name(const struct areas *areas, const struct menu *menu, const char *key)
{
    const struct area *area = area_find(areas, key);
    const struct entry *entry = area ? NULL : menu_find(menu, key);
    return area ? area->name : entry ? entry->short_title : key;
}

void view_register_field(const struct view *view, enum register_field field,
                         struct dictionary *parent)
{
    dictionary_set(parent, "FIELD_WORDS", view_phrase(view, register_fields[field].words));
}

void view_register_status(const struct view *view, enum register_status status,
                          struct dictionary *parent)
{
    dictionary_set(parent, "STATUS_WORDS", view_phrase(view, register_statuses[status].words));
}

/* ---- The list ---- */

static void fill_date(const struct view *view, const struct register_entry *entry,
                      struct dictionary *item)
{
    if (!entry->date)
        return;
    struct dictionary *date =
        dictionary_section(item, entry->status == REGISTER_STATUSES ? "SINCE" : "MOVED");
    dictionary_set(date, "DATE", date_written(entry->date, view->language, view->arena));
    dictionary_set(date, "DATE_ISO", entry->date);
}

/* AREAS may be NULL; then the entry does not name its areas. */
static void fill_entry(const struct view *view, enum document_kind kind,
                       const struct register_entry *entry, const struct areas *areas,
                       const struct menu *menu, struct dictionary *item)
{
    dictionary_set(item, "PATH", view_path(view, kind, view->language, entry->slug));
    dictionary_set(item, "TITLE", entry->title);
    dictionary_set(item, "TAG", language_tag(entry->language));
    dictionary_set(item, "SUMMARY", entry->summary);
    view_register_field(view, entry->field, item);
    if (entry->status < REGISTER_STATUSES)
        view_register_status(view, entry->status, dictionary_section(item, "STATUS"));
    fill_date(view, entry, item);
    for (size_t i = 0; areas && entry->areas[i]; i++)
        dictionary_set(dictionary_section(item, "AREA"), "NAME",
                       view_area_name(areas, menu, entry->areas[i]));
}

/* Each figure but that of the open ones is a link: the list can be filtered by one status only, and
 * two of them are open. */
void view_register_figures(const struct view *view, const struct register_counts *counts,
                           struct dictionary *page)
{
    static const char *const several[REGISTER_STATUSES] = {
        [STATUS_BEING_SOLVED] = "being solved",
        [STATUS_SOLVED] = "solved",
        [STATUS_CLOSED] = "closed without a solution",
    };
    struct dictionary *figures = dictionary_section(page, "FIGURES");
    long open = counts->all[STATUS_REPORTED] + counts->all[STATUS_EXAMINED];
    struct dictionary *still = dictionary_section(figures, "OPEN");
    dictionary_set(still, "NUMBER", arena_print(view->arena, "%ld", open));
    dictionary_section(still, open == 1 ? "ONE" : "SEVERAL");
    for (enum register_status status = STATUS_BEING_SOLVED; status < REGISTER_STATUSES; status++) {
        if (status == STATUS_CLOSED && counts->all[status] == 0)
            continue;
        const struct register_filter filter = { .kind = DOCUMENT_OBSTACLE,
                                                .status = register_statuses[status].name };
        struct dictionary *figure = dictionary_section(figures, "FIGURE");
        dictionary_set(figure, "PATH", address(view, &filter, NULL));
        dictionary_set(figure, "NUMBER", arena_print(view->arena, "%ld", counts->all[status]));
        dictionary_set(figure, "STATUS_WORDS",
                       view_phrase(view, counts->all[status] == 1 ? register_statuses[status].words
                                                                  : several[status]));
    }
}

enum { YEARS_MIN = 2 }; /* for a chart */

/* The figures of the years, as a chart and as a table with the latest year first. */
static void fill_years(const struct view *view, const struct register_years *years,
                       struct dictionary *page)
{
    if (years->count < YEARS_MIN)
        return;
    const struct timeline_figures figures = { years->first, years->count, years->opened,
                                              years->solved, years->open };
    struct dictionary *by_year = dictionary_section(page, "BY_YEAR");
    view_timeline_figures(view, &figures, by_year);
    for (size_t i = years->count; i-- > 0;) {
        struct dictionary *row = dictionary_section(by_year, "ROW");
        dictionary_set(row, "NUMBER", arena_print(view->arena, "%ld", years->first + (long)i));
        dictionary_set(row, "OPENED", arena_print(view->arena, "%ld", years->opened[i]));
        dictionary_set(row, "SOLVED", arena_print(view->arena, "%ld", years->solved[i]));
        dictionary_set(row, "STILL_OPEN", arena_print(view->arena, "%ld", years->open[i]));
    }
}

/* An option with the number of its items. One without items is left out unless it is chosen. */
static struct dictionary *fill_option(const struct view *view, struct dictionary *parent,
                                      const char *section, const char *value, const char *chosen,
                                      long count)
{
    if (count == 0 && (!chosen || strcmp(chosen, value) != 0))
        return NULL;
    struct dictionary *option = view_option(parent, section, value, chosen);
    dictionary_set(option, "COUNT", arena_print(view->arena, "%ld", count));
    return option;
}

static long count_of(const struct register_counts *counts, const char *key)
{
    for (size_t i = 0; i < counts->area_count; i++)
        if (strcmp(counts->areas[i].key, key) == 0)
            return counts->areas[i].count;
    return 0;
}

/* Borders first, then countries, regions and organisations, then the topics and partners that are
 * not areas themselves. */
static void fill_areas(const struct view *view, const struct register_lists *lists,
                       struct dictionary *form)
{
    const char *chosen = lists->filter.area;
    struct dictionary *borders = dictionary_section(form, "BORDERS"),
                      *parties = dictionary_section(form, "PARTIES");
    for (size_t i = 0; i < lists->areas.count; i++) {
        const struct area *area = &lists->areas.items[i];
        struct dictionary *option =
            fill_option(view, strcmp(area->kind, "border") == 0 ? borders : parties, "OPTION",
                        area->key, chosen, count_of(&lists->counts, area->key));
        if (option)
            dictionary_set(option, "LABEL", area->name);
    }
    for (size_t i = 0; i < lists->menu.count; i++) {
        const struct entry *entry = &lists->menu.items[i];
        if (area_find(&lists->areas, entry->key))
            continue;
        struct dictionary *option = fill_option(view, parties, "OPTION", entry->key, chosen,
                                                count_of(&lists->counts, entry->key));
        if (option)
            dictionary_set(option, "LABEL", entry->short_title);
    }
}

struct map_of_borders view_named_map(const struct view *view, const struct areas *areas)
{
    struct map_party *names = arena_array(view->arena, areas->count, sizeof *names);
    for (size_t i = 0; i < areas->count; i++)
        names[i] = (struct map_party){ areas->items[i].name, areas->items[i].code, NULL };
    return (struct map_of_borders){ .names = names, .name_count = areas->count };
}

/* The map of the borders that have items, with the number of items at each. */
static void fill_map(const struct view *view, const struct register_lists *lists,
                     struct dictionary *page)
{
    struct map_border *borders = arena_array(view->arena, lists->areas.count, sizeof *borders);
    size_t count = 0;
    for (size_t i = 0; i < lists->areas.count; i++) {
        const struct area *area = &lists->areas.items[i];
        long number = count_of(&lists->counts, area->key);
        if (strcmp(area->kind, "border") == 0 && number > 0)
            borders[count++] = (struct map_border){ area->key, arena_print(view->arena, "%s (%ld)",
                                                                           area->name, number) };
    }
    struct map_of_borders map = view_named_map(view, &lists->areas);
    map.borders = borders;
    map.border_count = count;
    view_map_of_borders(view, &map, page);
}

static void fill_form(const struct view *view, const struct register_lists *lists,
                      struct dictionary *page)
{
    const struct register_filter *filter = &lists->filter;
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(
        form, "ACTION",
        route_path(view->arena, document_kinds[filter->kind].list, view->language, NULL));
    dictionary_set(form, "WORDS", or_empty(filter->words));
    for (enum register_field field = 0; field < REGISTER_FIELDS; field++) {
        struct dictionary *option =
            fill_option(view, form, "FIELD_OPTION", register_fields[field].name, filter->field,
                        lists->counts.fields[field]);
        if (option)
            view_register_field(view, field, option);
    }
    fill_areas(view, lists, form);
    if (filter->kind != DOCUMENT_OBSTACLE)
        return;
    struct dictionary *statuses = dictionary_section(form, "STATUSES");
    for (enum register_status status = 0; status < REGISTER_STATUSES; status++) {
        struct dictionary *option =
            fill_option(view, statuses, "STATUS_OPTION", register_statuses[status].name,
                        filter->status, lists->counts.statuses[status]);
        if (option)
            view_register_status(view, status, option);
    }
}

/* How many items FILTER lets through; -1 when that is not known. */
static long number_found(const struct register_lists *lists)
{
    const struct register_filter *filter = &lists->filter;
    if (filter->words)
        return lists->older || filter->before_day ? -1 : (long)lists->list.count;
    long number = 0;
    for (enum register_status status = 0; status <= REGISTER_STATUSES; status++)
        if (!filter->status || choice_find(register_statuses, filter->status) == status)
            number += lists->counts.statuses[status];
    return number;
}

/* The words for the choice NAME; NULL when nothing is chosen. */
static const char *choice_words(const struct view *view, const struct choice *choices,
                                const char *name)
{
    return name ? view_phrase(view, choices[choice_find(choices, name)].words) : NULL;
}

/* Adds the filter LABEL, with a link to the list WITHOUT it. LABEL is NULL when nothing is
 * chosen. */
static void narrow(const struct view *view, struct dictionary *found, const char *label,
                   struct register_filter without)
{
    without.before_day = without.before_id = NULL;
    if (label)
        view_narrowed(found, label, address(view, &without, NULL));
}

/* How many items were found, and the filters that chose them. */
static void fill_found(const struct view *view, const struct register_lists *lists,
                       struct dictionary *page)
{
    const struct register_filter *chosen = &lists->filter;
    struct dictionary *found = view_found(view, number_found(lists), page);
    struct register_filter words = *chosen, field = *chosen, area = *chosen, status = *chosen;
    words.words = field.field = area.area = status.status = NULL;
    narrow(view, found, chosen->words, words);
    narrow(view, found, choice_words(view, register_fields, chosen->field), field);
    narrow(view, found,
           chosen->area ? view_area_name(&lists->areas, &lists->menu, chosen->area) : NULL, area);
    narrow(view, found, choice_words(view, register_statuses, chosen->status), status);
}

void view_register(const struct view *view, const struct register_lists *lists,
                   struct dictionary *page)
{
    const struct register_filter *filter = &lists->filter;
    bool obstacles = filter->kind == DOCUMENT_OBSTACLE;
    view_title(view, view_phrase(view, document_kinds[filter->kind].list_title), view->language,
               page);
    dictionary_set(page, "LEAD", view_phrase(view, document_kinds[filter->kind].list_words));
    struct dictionary *other =
        dictionary_section(page, obstacles ? "TO_PRACTICES" : "TO_OBSTACLES");
    dictionary_set(other, "PATH",
                   route_path(view->arena, obstacles ? ROUTE_PRACTICES : ROUTE_OBSTACLES,
                              view->language, NULL));
    dictionary_set(page, "REPORT", route_path(view->arena, ROUTE_REPORT, view->language, NULL));
    if (obstacles)
        view_register_figures(view, &lists->counts, page);
    struct dictionary *pictures = dictionary_section(page, "PICTURES");
    fill_map(view, lists, pictures);
    fill_years(view, &lists->years, pictures);
    fill_form(view, lists, page);
    fill_found(view, lists, page);
    for (size_t i = 0; i < lists->list.count; i++)
        fill_entry(view, filter->kind, &lists->list.items[i], &lists->areas, &lists->menu,
                   dictionary_section(page, "ENTRY"));
    if (lists->list.count == 0)
        dictionary_section(page, "NONE");
    if (lists->list.of_many)
        dictionary_set(dictionary_section(page, "MANY"), "NUMBER",
                       arena_print(view->arena, "%d", REGISTER_FOUND_MAX));
    if (lists->older)
        dictionary_set(dictionary_section(page, "OLDER"), "PATH",
                       address(view, filter, &lists->list.items[lists->list.count - 1]));
}

/* ---- What belongs to a topic or partner ---- */

static void fill_activity(const struct view *view, enum document_kind kind, const char *key,
                          const struct register_list *list, const char *section,
                          struct dictionary *page)
{
    if (list->count == 0)
        return;
    struct dictionary *part = dictionary_section(page, section);
    for (size_t i = 0; i < list->count; i++)
        fill_entry(view, kind, &list->items[i], NULL, NULL, dictionary_section(part, "ENTRY"));
    const struct register_filter filter = { .kind = kind, .area = key };
    dictionary_set(part, "ALL_PATH", address(view, &filter, NULL));
}

void view_register_activity(const struct view *view, const char *key,
                            const struct register_activity *activity, struct dictionary *page)
{
    fill_activity(view, DOCUMENT_OBSTACLE, key, &activity->obstacles, "OBSTACLES", page);
    fill_activity(view, DOCUMENT_PRACTICE, key, &activity->practices, "PRACTICES", page);
}
