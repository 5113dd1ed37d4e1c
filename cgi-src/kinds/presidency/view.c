/* Presidencies: who presides over which forum, now and in its other terms,
 * templates/kinds/presidency/page.tpl, and as a table.
 */
#include "kinds/presidency/view.h"

#include <string.h>

#include "text/dates.h"
#include "text/ordinal.h"

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

static void fill_forum(const struct view *view, const struct entry *forum,
                       const struct presidency_list *list, struct dictionary *page)
{
    struct dictionary *section = dictionary_section(page, "FORUM"), *terms = NULL;
    dictionary_set(section, "KEY", forum->key);
    dictionary_set(section, "PATH", view_path(view, forum->kind, view->language, forum->slug));
    dictionary_set(section, "LABEL", forum->short_title);
    dictionary_set(section, "TAG", language_tag(forum->language));
    bool now = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct presidency *term = &list->items[i];
        if (strcmp(term->forum, forum->key) != 0)
            continue;
        if (!terms)
            terms = dictionary_section(section, "TERMS");
        fill_term(view, term, dictionary_section(terms, "ITEM"));
        if (term->current) {
            fill_term(view, term, dictionary_section(section, "NOW"));
            now = true;
        }
    }
    if (!now)
        dictionary_section(section, "NOBODY");
}

static bool has_term(const struct presidency_list *list, const char *forum)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].forum, forum) == 0)
            return true;
    return false;
}

/* A cooperation without a single term, a partnership say, has no presidency. */
void view_presidencies(const struct view *view, const struct presidency_list *list,
                       const struct menu *menu, struct dictionary *page)
{
    for (size_t i = 0; i < menu->count; i++)
        if (has_term(list, menu->items[i].key))
            fill_forum(view, &menu->items[i], list, page);
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
