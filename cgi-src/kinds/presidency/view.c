/* SPDX-License-Identifier: EUPL-1.2 */
/* Presidencies: who presides over which forum, now and in its other terms,
 * templates/kinds/presidency/page.tpl and forum_page.tpl, and as a table.
 */
#include "kinds/presidency/view.h"

#include <string.h>

#include "text/dates.h"
#include "text/ordinal.h"

const struct timeline_term *view_presidency_bands(const struct view *view,
                                                  const struct presidency_list *list, bool titled)
{
    struct timeline_term *bands = arena_array(view->arena, list->count, sizeof *bands);
    for (size_t i = 0; i < list->count; i++) {
        const struct presidency *term = &list->items[i];
        bands[i] = (struct timeline_term){ term->starts, term->ends, NULL, term->current };
        if (titled)
            bands[i].title = arena_print(
                view->arena, "%s: %s",
                date_range_written(term->starts, term->ends, view->language, view->arena),
                term->holders);
    }
    return bands;
}

static void fill_term(const struct view *view, const struct presidency *term,
                      struct dictionary *item)
{
    dictionary_set(item, "HOLDERS", term->holders);
    const char *period =
        term->ends ? date_range_written(term->starts, term->ends, view->language, view->arena)
                   : date_written(term->starts, view->language, view->arena);
    dictionary_set(dictionary_section(item, term->ends ? "DURING" : "FROM"), "TERM", period);
    if (term->number)
        dictionary_set(dictionary_section(item, "NUMBER"), "ORDINAL",
                       ordinal_written(term->number, view->language, view->arena));
}

/* The terms as bands on a timeline. */
static void fill_bands(const struct view *view, const struct presidency_list *terms,
                       struct dictionary *page)
{
    const struct timeline bands = { .terms = view_presidency_bands(view, terms, true),
                                    .term_count = terms->count };
    view_timeline(view, &bands, page);
}

/* The terms of the forum with KEY. */
static struct presidency_list terms_of(const struct view *view, const struct presidency_list *list,
                                       const char *key)
{
    struct presidency_list terms = { arena_array(view->arena, list->count, sizeof *terms.items),
                                     0 };
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].forum, key) == 0)
            terms.items[terms.count++] = list->items[i];
    return terms;
}

/* The present term, or a sentence that it is not known, and the next one. The latest term comes
 * first in the list, so the next one is the last of those ahead. */
static void fill_now_and_next(const struct view *view, const struct presidency_list *terms,
                              struct dictionary *section)
{
    const struct presidency *now = NULL, *next = NULL;
    for (size_t i = 0; i < terms->count; i++) {
        if (terms->items[i].current)
            now = &terms->items[i];
        if (terms->items[i].ahead)
            next = &terms->items[i];
    }
    if (now)
        fill_term(view, now, dictionary_section(section, "NOW"));
    else
        dictionary_section(section, "NOBODY");
    if (next)
        fill_term(view, next, dictionary_section(section, "NEXT"));
}

static void fill_forum(const struct view *view, const struct entry *forum,
                       const struct presidency_list *terms, struct dictionary *page)
{
    struct dictionary *section = dictionary_section(page, "FORUM");
    dictionary_set(section, "KEY", forum->key);
    dictionary_set(section, "PATH",
                   route_path(view->arena, ROUTE_PRESIDENCY, view->language, forum->key));
    dictionary_set(section, "LABEL", forum->short_title);
    dictionary_set(section, "TAG", language_tag(forum->language));
    fill_now_and_next(view, terms, section);
    fill_bands(view, terms, section);
}

/* A cooperation without a single term, a partnership say, has no presidency. */
void view_presidencies(const struct view *view, const struct presidency_list *list,
                       const struct menu *menu, struct dictionary *page)
{
    for (size_t i = 0; i < menu->count; i++) {
        struct presidency_list terms = terms_of(view, list, menu->items[i].key);
        if (terms.count)
            fill_forum(view, &menu->items[i], &terms, page);
    }
}

bool view_presidency(const struct view *view, const struct presidency_list *list,
                     const struct entry *forum, struct dictionary *page)
{
    struct presidency_list terms = terms_of(view, list, forum->key);
    if (terms.count == 0)
        return false;
    dictionary_set(page, "PATH", view_path(view, forum->kind, view->language, forum->slug));
    dictionary_set(page, "LABEL", forum->short_title);
    dictionary_set(page, "TAG", language_tag(forum->language));
    fill_now_and_next(view, &terms, page);
    fill_bands(view, &terms, page);
    for (size_t i = 0; i < terms.count; i++) {
        struct dictionary *item = dictionary_section(page, "ITEM");
        fill_term(view, &terms.items[i], item);
        if (terms.items[i].current)
            dictionary_section(item, "TODAY");
    }
    return true;
}

#define COLUMNS(COLUMN)                                                                    \
    COLUMN("key", TEXT, "Name that never changes",                                         \
           arena_print(view->arena, "%s/%s", term->forum, term->starts))                   \
    COLUMN("forum.key", TEXT, "Topic or partner that is presided over", term->forum)       \
    COLUMN("holders.key", LIST, "Who presides: keys of countries, regions, organisations", \
           table_list(term->parties, term->party_count, view->arena))                      \
    COLUMN("holders.name", LIST, "Their names",                                            \
           areas_names(areas, term->parties, term->party_count, view->arena))              \
    COLUMN("starts", DATE, "First day, month or year", term->starts)                       \
    COLUMN("ends", DATE, "Last day, month or year", term->ends)                            \
    COLUMN("number", NUMBER, "Number in its series", term->number)                         \
    COLUMN("current", TRUTH, "Whether it is the present one", term->current ? "true" : "false")

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns presidency_columns = TABLE_COLUMNS(columns);

struct table view_presidencies_table(const struct view *view, const struct presidency_list *list,
                                     const struct areas *areas)
{
    struct table table = table_new(&presidency_columns, list->count, view->arena);
    const char **cell = table.cells;
    for (const struct presidency *term = list->items; term < list->items + list->count; term++) {
        COLUMNS(TABLE_CELL)
    }
    return table;
}
