/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: the page with the form of a record. */
#include "record/form_view.h"

#include <string.h>

#include "base/characters.h"
#include "record/field_view.h"
#include "record/rows_view.h"

static void add_list(const char *list, const char **lists, size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (strcmp(lists[i], list) == 0)
            return;
    if (*count < RECORD_LISTS_MAX)
        lists[(*count)++] = list;
}

static void add_lists(const struct form *form, const char **lists, size_t *count)
{
    for (size_t i = 0; i < form->count; i++) {
        if (form->fields[i].list)
            add_list(form->fields[i].list, lists, count);
        if (form->fields[i].row)
            add_lists(form->fields[i].row, lists, count);
    }
}

void record_each_list(const struct form *form, void (*visit)(const char *list, void *context),
                      void *context)
{
    const char *visited[RECORD_LISTS_MAX];
    size_t count = 0;
    add_lists(form, visited, &count);
    for (size_t i = 0; i < count; i++)
        visit(visited[i], context);
}

/* ---- Problems ---- */

/* PREFIX as in struct record_place. The fault of a hidden field is shown without a label. */
static void fill_problems(const struct view *view, const struct input *input, const char *prefix,
                          struct dictionary *problems)
{
    for (size_t i = 0; i < input->form->count; i++) {
        const struct field *field = &input->form->fields[i];
        for (size_t k = 0; k < input->rows[i].count; k++)
            fill_problems(view, &input->rows[i].items[k],
                          arena_print(view->arena, "%s.%zu.", field->name, k + 1), problems);
        if (!input->faults[i])
            continue;
        struct dictionary *problem = dictionary_section(problems, "PROBLEM");
        dictionary_set(problem, "PLACE", arena_print(view->arena, "%s%s", prefix, field->name));
        if (field->label)
            dictionary_set(dictionary_section(problem, "LABELLED"), "LABEL",
                           view_phrase(view, field->label));
        dictionary_set(problem, "FAULT_WORDS", view_record_fault(view, field, input->faults[i]));
    }
}

/* ---- The page ---- */

static void fill_links(const struct view *view, const struct record_page *shown,
                       struct dictionary *page)
{
    struct dictionary *links = dictionary_section(page, "KNOWN");
    dictionary_set(links, "DOCUMENT_PATH",
                   route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, shown->key));
    if (shown->in_series)
        dictionary_set(dictionary_section(links, "SERIES"), "COPY",
                       arena_print(view->arena, "%s?from=%s",
                                   route_path(view->arena, shown->new_route, EN, NULL),
                                   shown->key));
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct dictionary *text = dictionary_section(links, "TEXT_LINK");
        dictionary_set(text, "PATH",
                       route_path(view->arena, ROUTE_DESK_TEXT, language, shown->key));
        dictionary_set(text, "TAG", language_tag(language));
        dictionary_set(text, "LANGUAGE_NAME", language_name(language));
    }
    for (size_t i = 0; i < shown->saves->count; i++) {
        const struct record_save *save = &shown->saves->items[i];
        struct dictionary *row = dictionary_section(links, "SAVE");
        dictionary_set(row, "PATH",
                       arena_print(view->arena, "%s?earlier=%s",
                                   route_path(view->arena, shown->route, EN, shown->key),
                                   save->edition));
        dictionary_set(row, "NUMBER", save->number);
        dictionary_set(row, "AT", save->at);
        if (save->account)
            dictionary_set(dictionary_section(row, "BY"), "AUTHOR", save->account);
        if (strcmp(save->state, "draft") == 0)
            dictionary_section(row, "IS_DRAFT");
        if (strcmp(save->state, "published") == 0)
            dictionary_section(row, "IS_PUBLISHED");
        if (strcmp(save->state, "superseded") == 0)
            dictionary_section(row, "IS_SUPERSEDED");
    }
}

static void fill_reports(const struct view *view, const struct options *reports,
                         struct dictionary *page)
{
    struct dictionary *section = reports->count ? dictionary_section(page, "REPORTS") : NULL;
    for (size_t i = 0; i < reports->count; i++) {
        struct dictionary *report = dictionary_section(section, "REPORT");
        dictionary_set(
            report, "PATH",
            route_path(view->arena, ROUTE_DESK_REPORT, view->language, reports->items[i].key));
        dictionary_set(report, "REPORT_NAME", reports->items[i].name);
    }
}

static void fill_notices(const struct record_page *shown, struct dictionary *page)
{
    if (shown->done)
        dictionary_section(dictionary_section(page, "DONE"),
                           strcmp(shown->done, "publish") == 0 ? "WAS_PUBLISHED"
                           : strcmp(shown->done, "merge") == 0 ? "WAS_MERGED"
                                                               : "WAS_SAVED");
    const char *author = shown->saves->count ? shown->saves->items[0].account : NULL;
    if (shown->theirs)
        dictionary_section(dictionary_section(page, "CONFLICT"),
                           author && strcmp(author, shown->account) == 0 ? "OWN" : "OTHER");
    if (shown->earlier)
        dictionary_section(page, "EARLIER_SAVE");
}

/* The values that a form suggests for lines. */
static void fill_offered(const struct view *view, const struct record_page *shown,
                         const struct form *form, struct dictionary *page)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        if (field->row)
            fill_offered(view, shown, field->row, page);
        const struct options *options =
            field->manner == MANNER_OFFERS ? record_options_of(shown, field) : NULL;
        if (!options)
            continue;
        struct dictionary *list = dictionary_section(page, "OFFERED");
        dictionary_set(list, "LIST", field->name);
        for (size_t k = 0; k < options->count; k++)
            dictionary_set(view_option(list, "OPTION", options->items[k].key, NULL), "OPTION_NAME",
                           options->items[k].name);
    }
}

/* The number of faults in the part of the form that begins at its field FIRST. */
static size_t faults_in_part(const struct input *input, size_t first)
{
    size_t faults = 0;
    for (size_t i = first; i < input->form->count; i++) {
        if (i > first && input->form->fields[i].legend)
            break;
        faults += input->faults[i] != FAULT_NONE;
        for (size_t k = 0; k < input->rows[i].count; k++)
            faults += faults_in_part(&input->rows[i].items[k], 0);
    }
    return faults;
}

/* The link to a part in the list beside the form. */
static void fill_part_link(const struct record_place *place, size_t first, const char *id,
                           struct dictionary *page)
{
    const size_t faults = place->shown->judged ? faults_in_part(place->input, first) : 0;
    struct dictionary *link = dictionary_section(page, "PART_LINK");
    dictionary_set(link, "PART_ID", id);
    dictionary_set(link, "LEGEND",
                   view_phrase(place->view, place->input->form->fields[first].legend));
    if (faults)
        dictionary_set(dictionary_section(link, "WRONG"), "COUNT",
                       arena_print(place->view->arena, "%zu", faults));
}

/* The fields in their order; a legend begins a part. */
static void fill_parts(const struct record_place *place, struct dictionary *page)
{
    const struct form *form = place->input->form;
    struct dictionary *part = NULL;
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        if (field->legend) {
            const char *id = arena_print(place->view->arena, "part-%s", field->name);
            part = dictionary_section(page, "PART");
            dictionary_set(part, "PART_ID", id);
            dictionary_set(part, "LEGEND", view_phrase(place->view, field->legend));
            fill_part_link(place, i, id, page);
        }
        if (place->shown->left_out && strcmp(place->shown->left_out, field->name) == 0)
            continue;
        if (part && field->kind == FIELD_ROWS)
            view_record_rows(place, field, part);
        else if (part)
            view_record_field(place, field, false, part);
    }
}

static bool is_public(const struct record_page *shown)
{
    for (size_t i = 0; shown->key && i < shown->saves->count; i++)
        if (strcmp(shown->saves->items[i].state, "published") == 0)
            return true;
    return false;
}

void view_record_fields(const struct view *view, const struct record_page *shown,
                        struct dictionary *page)
{
    const struct record_place place = {
        .view = view, .shown = shown, .input = shown->input, .theirs = shown->theirs, .prefix = ""
    };
    fill_parts(&place, page);
    if (shown->judged)
        fill_problems(view, shown->input, "", dictionary_section(page, "PROBLEMS"));
    fill_offered(view, shown, shown->input->form, page);
}

void view_record_form(const struct view *view, const struct record_page *shown,
                      struct dictionary *page)
{
    static const char *const hidden[] = { "once", "base" };
    const struct input *input = shown->input;
    dictionary_set(page, "ACTION", shown->path);
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "NAMES_PATH",
                   route_path(view->arena, ROUTE_DESK_NAMES, view->language, NULL));
    if (shown->key)
        fill_links(view, shown, page);
    fill_notices(shown, page);
    fill_reports(view, shown->reports, page);
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        struct dictionary *item = dictionary_section(page, "KEPT_FIELD");
        dictionary_set(item, "ID", hidden[i]);
        dictionary_set(item, "VALUE", or_empty(input_value(input, hidden[i])));
    }
    if (is_public(shown)) {
        struct dictionary *minor = dictionary_section(page, "MINOR");
        if (*or_empty(input_value(input, "minor")))
            dictionary_section(minor, "IS_TICKED");
    }
    view_record_fields(view, shown, page);
}
