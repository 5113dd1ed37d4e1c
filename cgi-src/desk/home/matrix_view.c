/* SPDX-License-Identifier: EUPL-1.2 */
/* Matrix: the overview of documents and languages, templates/desk/home/_matrix.tpl. */
#include "desk/home/matrix_view.h"

#include <string.h>

#include "base/characters.h"
#include "http/query.h"
#include "record/view.h"
#include "text/dates.h"

/* The section of the template for each state; the template has the words. */
static const char *const state_sections[TEXT_STATES] = { [TEXT_OUTDATED] = "OUTDATED",
                                                         [TEXT_MISSING] = "MISSING",
                                                         [TEXT_DRAFT] = "DRAFT",
                                                         [TEXT_PUBLISHED] = "PUBLISHED",
                                                         [TEXT_ARCHIVED] = "ARCHIVED" };

const char *view_matrix_address(const struct view *view, const struct matrix_filter *filter)
{
    const struct parameter parameters[] = {
        { "kind", filter->kind },   { "language", filter->language },
        { "state", filter->state }, { "words", filter->words },
        { "year", filter->year },   { "account", filter->account },
        { "since", filter->since }, { "sort", filter->sort },
        { "page", filter->page }
    };
    return arena_print(
        view->arena, "%s%s", route_path(view->arena, ROUTE_DESK_HOME, view->language, NULL),
        query_write(parameters, sizeof parameters / sizeof *parameters, view->arena));
}

static void fill_form(const struct view *view, const struct matrix_page *shown,
                      struct dictionary *page)
{
    const struct matrix_filter *filter = shown->filter;
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(form, "ACTION", route_path(view->arena, ROUTE_DESK_HOME, view->language, NULL));
    dictionary_set(form, "WORDS", or_empty(filter->words));
    for (enum document_kind kind = 0; kind < DOCUMENT_KINDS; kind++)
        if (kind != DOCUMENT_OVERVIEW) /* it is listed with the home page */
            dictionary_set(
                view_option(form, "KIND_OPTION", document_kinds[kind].name, filter->kind),
                "GROUP_NAME", view_phrase(view, document_kinds[kind].group));
    for (enum language language = 0; language < LANGUAGES; language++) {
        const char *tag = language_tag(language);
        dictionary_set(view_option(form, "LANGUAGE_OPTION", tag, filter->language), "LABEL",
                       language_name(language));
    }
    for (enum text_state state = 0; state < TEXT_STATES; state++)
        dictionary_section(view_option(form, "STATE_OPTION", text_state_name(state), filter->state),
                           state_sections[state]);
    dictionary_set(form, "YEAR_TYPED", or_empty(filter->year));
    for (size_t i = 0; i < shown->accounts->count; i++)
        view_option(form, "ACCOUNT_OPTION", shown->accounts->items[i], filter->account);
    dictionary_set(form, "SINCE_DAY", or_empty(filter->since));
    if (filter->sort)
        dictionary_set(dictionary_section(form, "SORTED"), "SORT", filter->sort);
    if (filter->kind || filter->language || filter->state || filter->words || filter->year ||
        filter->account || filter->since)
        dictionary_set(dictionary_section(form, "FILTERED"), "PATH",
                       view_matrix_address(view, &(struct matrix_filter){ .sort = filter->sort }));
}

static void fill_cell(const struct view *view, const struct matrix_row *row, enum language language,
                      struct dictionary *parent)
{
    struct dictionary *cell = dictionary_section(parent, "CELL");
    bool published = row->cells[language].published, drafted = row->cells[language].drafted;
    dictionary_set(cell, "PATH", route_path(view->arena, ROUTE_DESK_TEXT, language, row->key));
    dictionary_set(cell, "TAG", language_tag(language));
    if (row->cells[language].outdated)
        dictionary_section(cell, "OUTDATED");
    else if (published)
        dictionary_section(cell, "PUBLISHED");
    if (drafted)
        dictionary_section(cell, "DRAFT");
    if (!published && !drafted)
        dictionary_section(cell, "MISSING");
    if (row->original == language)
        dictionary_section(cell, "ORIGINAL");
}

/* The head of a column, with a link that sorts the list by it, or reverses the order if it is
 * sorted so already. FIRST is the order of the first click, with "-" if it is descending. */
static void fill_sort(const struct view *view, const struct matrix_filter *filter,
                      const char *first, const char *section, struct dictionary *group)
{
    const char *name = first + (*first == '-');
    const char *reversed = *first == '-' ? name : arena_print(view->arena, "-%s", name);
    bool is_first = filter->sort && strcmp(filter->sort, first) == 0,
         is_reversed = filter->sort && strcmp(filter->sort, reversed) == 0;
    struct matrix_filter sorted = *filter;
    sorted.sort = is_first ? reversed : first;
    sorted.page = NULL;
    struct dictionary *head = dictionary_section(group, section);
    dictionary_set(head, "PATH", view_matrix_address(view, &sorted));
    if (is_first || is_reversed)
        dictionary_section(head, *filter->sort == '-' ? "DOWN" : "UP");
}

static struct dictionary *fill_group(const struct view *view, const struct matrix_row *first,
                                     const struct matrix_filter *filter, struct dictionary *page)
{
    struct dictionary *group = dictionary_section(page, "GROUP");
    dictionary_set(group, "PLACE", first->key);
    dictionary_set(
        group, "GROUP_NAME",
        view_phrase(view, filter->sort ? "In this order" : document_kinds[first->kind].group));
    fill_sort(view, filter, "title", "BY_TITLE", group);
    fill_sort(view, filter, "-day", "BY_DAY", group);
    fill_sort(view, filter, "-changed", "BY_CHANGE", group);
    for (enum language language = 0; language < LANGUAGES; language++)
        if (!filter->language || strcmp(filter->language, language_tag(language)) == 0)
            dictionary_set(dictionary_section(group, "COLUMN"), "TAG", language_tag(language));
    return group;
}

static const char *day_written(const struct view *view, const char *day)
{
    return day ? date_written(day, view->language, view->arena) : "";
}

static void fill_row(const struct view *view, const struct matrix_page *shown,
                     const struct matrix_row *row, struct dictionary *line)
{
    const struct matrix_filter *filter = shown->filter;
    dictionary_set(line, "TITLE", row->title);
    dictionary_set(line, "ORIGINAL_TAG", language_tag(row->original));
    dictionary_set(line, "DOCUMENT",
                   route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, row->key));
    if (filter->sort)
        dictionary_set(dictionary_section(line, "KIND"), "KIND_NAME",
                       view_phrase(view, document_kinds[row->kind].word));
    view_apart(view, row->forum, NULL, line);
    bool outdated = false;
    for (enum language language = 0; language < LANGUAGES; language++)
        outdated = outdated || row->cells[language].outdated;
    if (outdated)
        dictionary_set(dictionary_section(line, "ALIGN"), "MATRIX_TOKEN", shown->form_token);
    dictionary_set(line, "DAY", day_written(view, row->starts));
    dictionary_set(line, "CHANGED_AT", day_written(view, row->changed_at));
    dictionary_set(line, "CHANGED_BY", or_empty(row->changed_by));
    for (enum language language = 0; language < LANGUAGES; language++)
        if (!filter->language || strcmp(filter->language, language_tag(language)) == 0)
            fill_cell(view, row, language, line);
}

static void fill_rows(const struct view *view, const struct matrix_page *shown,
                      struct dictionary *page)
{
    const struct matrix_filter *filter = shown->filter;
    const struct matrix *matrix = shown->matrix;
    struct dictionary *group = NULL;
    for (size_t i = 0; i < matrix->count; i++) {
        const struct matrix_row *row = &matrix->rows[i];
        if (i == 0 || (!filter->sort && strcmp(document_kinds[row->kind].group,
                                               document_kinds[row[-1].kind].group) != 0))
            group = fill_group(view, row, filter, page);
        fill_row(view, shown, row, dictionary_section(group, "ROW"));
    }
}

static void fill_page_link(const struct view *view, const struct matrix_page *shown, int step,
                           const char *section, struct dictionary *pages)
{
    struct matrix_filter there = *shown->filter;
    int number = shown->number + step;
    there.page = number > 1 ? arena_print(view->arena, "%d", number) : NULL;
    dictionary_set(dictionary_section(pages, section), "PATH", view_matrix_address(view, &there));
}

static void fill_pages(const struct view *view, const struct matrix_page *shown,
                       struct dictionary *page)
{
    if (shown->number == 1 && !shown->more)
        return;
    struct dictionary *pages = dictionary_section(page, "PAGES");
    dictionary_set(pages, "NUMBER", arena_print(view->arena, "%d", shown->number));
    if (shown->number > 1)
        fill_page_link(view, shown, -1, "BEFORE", pages);
    if (shown->more)
        fill_page_link(view, shown, 1, "AFTER", pages);
}

void view_matrix(const struct view *view, const struct matrix_page *shown, struct dictionary *page)
{
    long total = shown->matrix->total;
    bool counted = total <= MATRIX_COUNTED_MAX;
    fill_form(view, shown, page);
    fill_rows(view, shown, page);
    if (shown->matrix->count)
        dictionary_set(dictionary_section(page, "TOTAL"), "COUNT",
                       arena_print(view->arena, "%ld%s", counted ? total : MATRIX_COUNTED_MAX,
                                   counted ? "" : "+"));
    else
        dictionary_section(page, "NONE");
    fill_pages(view, shown, page);
}
