/* Record form: the page on which a document with facts is recorded. */
#include "view/record_form.h"

#include <string.h>

#include "view/record_field.h"

const struct shown_field record_source_fields[] = {
    { "url", CONTROL_LINE, LIST_NONE, NULL },
    { "title", CONTROL_LINE, LIST_NONE, NULL },
    { "publisher", CONTROL_LINE, LIST_NONE, NULL },
    { "language", CONTROL_LISTED, LIST_NONE, "H_SOURCE_LANGUAGE_HINT" },
    SHOWN_END,
};

static const char *or_empty(const char *value)
{
    return value ? value : "";
}

static void visit_fields(const struct shown_field *fields, bool *visited, void (*visit)(enum choice_list list, void *context),
                         void *context)
{
    for (const struct shown_field *field = fields; field && field->name; field++)
        if (field->list && !visited[field->list]) {
            visited[field->list] = true;
            visit(field->list, context);
        }
}

void record_shape_each_list(const struct record_shape *shape, void (*visit)(enum choice_list list, void *context), void *context)
{
    bool visited[CHOICE_LISTS] = { false };
    for (size_t i = 0; i < shape->count; i++) {
        visit_fields(shape->parts[i].fields, visited, visit, context);
        visit_fields(shape->parts[i].row_fields, visited, visit, context);
    }
}

/* ---- Rows ---- */

/* The row that a button has just added or moved; 0 for none. */
static size_t focused_row(const struct record_page *shown, const char *group, size_t count)
{
    size_t length = strlen(group), number = 0;
    const char *changed = shown->changed;
    if (!changed || strncmp(changed, group, length) != 0 || changed[length] != '.')
        return 0;
    for (changed += length + 1; *changed >= '0' && *changed <= '9'; changed++)
        number = number * 10 + (size_t)(*changed - '0');
    number = !number ? count : strcmp(changed, ".up") == 0 ? number - 1 : strcmp(changed, ".down") == 0 ? number + 1 : number;
    return number > count ? count : number ? number : 1;
}

static const char *kept_number(const struct record_part *part, const struct input *row)
{
    const char *number = part->numbered ? input_value(row, "number") : NULL;
    return number && *number ? number : NULL;
}

static void fill_buttons(const struct record_place *place, bool moves, bool removes, struct dictionary *row)
{
    if (!moves && !removes)
        return;
    struct dictionary *buttons = dictionary_section(row, "BUTTONS");
    dictionary_set(buttons, "PREFIX", place->prefix);
    if (moves)
        dictionary_section(buttons, "MOVES");
    if (removes)
        dictionary_section(buttons, "REMOVES");
}

static void fill_row(struct record_place place, const struct record_part *part, size_t number, struct dictionary *rows)
{
    struct dictionary *row = dictionary_section(rows, "ROW");
    const char *kept = kept_number(part, place.input);
    dictionary_section(row, view_record_section(place.view, "R", part->group));
    dictionary_set(row, "ROW_NUMBER", kept ? kept : arena_print(place.view->arena, "%zu", number));
    fill_buttons(&place, !kept, !part->stays || !*or_empty(input_value(place.input, part->stays)), row);
    place.settled = kept ? part->settled : NULL;
    view_record_fields(&place, part->row_fields, row);
}

static const char *rows_written(const struct view *view, const struct input_rows *rows)
{
    struct buffer text = buffer_in(view->arena);
    buffer_add(&text, "");
    for (size_t i = 0; i < rows->count; i++) {
        buffer_print(&text, "%s%zu.", i ? "\n" : "", i + 1);
        for (size_t k = 0; k < rows->items[i].form->count; k++)
            if (rows->items[i].values[k] && *rows->items[i].values[k])
                buffer_print(&text, " %s", rows->items[i].values[k]);
    }
    return text.bytes;
}

static void fill_their_rows(const struct record_place *place, const struct record_part *part, struct dictionary *parent)
{
    if (!place->theirs)
        return;
    const char *theirs = rows_written(place->view, input_rows(place->theirs, part->group));
    if (strcmp(theirs, rows_written(place->view, input_rows(place->input, part->group))) != 0)
        dictionary_set(dictionary_section(parent, "THEIR_ROWS"), "THEIR_VALUE", *theirs ? theirs : "–");
}

static bool has_row(const struct input_rows *rows, const char *name, const char *value)
{
    for (size_t i = 0; i < rows->count; i++)
        if (strcmp(or_empty(input_value(&rows->items[i], name)), value) == 0)
            return true;
    return false;
}

static void fill_boxes(const struct record_place *place, const struct record_part *part, struct dictionary *section)
{
    const char *name = part->row_fields->name;
    const struct choices *choices = &place->shown->choices->lists[part->row_fields->list];
    struct dictionary *boxes = dictionary_section(section, "BOXES");
    for (size_t i = 0; i < choices->count; i++) {
        struct dictionary *box = dictionary_section(boxes, "BOX");
        dictionary_set(box, "ID", arena_print(place->view->arena, "%s.%zu.%s", part->group, i + 1, name));
        dictionary_set(box, "VALUE", choices->items[i].key);
        dictionary_set(box, "BOX_NAME", choices->items[i].name);
        if (has_row(input_rows(place->input, part->group), name, choices->items[i].key))
            dictionary_section(box, "TICKED");
    }
}

static void fill_rows(const struct record_place *place, const struct record_part *part, struct dictionary *section)
{
    const struct record_page *shown = place->shown;
    const struct input_rows *rows = input_rows(place->input, part->group);
    size_t focused = focused_row(shown, part->group, rows->count);
    struct dictionary *group = dictionary_section(section, "ROWS");
    dictionary_set(group, "GROUP", part->group);
    for (size_t i = 0; i < rows->count; i++) {
        const struct record_place inside = { .view = place->view,
                                             .shown = shown,
                                             .input = &rows->items[i],
                                             .group = part->group,
                                             .prefix = arena_print(place->view->arena, "%s.%zu.", part->group, i + 1),
                                             .focused = focused == i + 1 };
        fill_row(inside, part, i + 1, group);
    }
}

/* ---- Problems ---- */

static enum fault fault_of(const struct input *input, const char *name)
{
    for (size_t i = 0; i < input->form->count; i++)
        if (strcmp(input->form->fields[i].name, name) == 0)
            return input->faults[i];
    return FAULT_NONE;
}

/* PREFIX and GROUP as in struct record_place. What is wrong with a hidden field of a row is told without a label. */
static void fill_problems_of(const struct view *view, const struct input *input, const struct shown_field *fields,
                             const char *prefix, const char *group, struct dictionary *problems)
{
    for (const struct shown_field *field = fields; field && field->name; field++) {
        enum fault fault = fault_of(input, field->name);
        if (!fault)
            continue;
        struct dictionary *problem = dictionary_section(problems, "PROBLEM");
        dictionary_set(problem, "PLACE", arena_print(view->arena, "%s%s", prefix, field->name));
        if (field->control != CONTROL_HIDDEN)
            view_record_label(view, group, field->name, problem);
        view_record_fault(fault, problem);
    }
}

static void fill_problems(const struct view *view, const struct input *input, const struct record_part *part,
                          struct dictionary *problems)
{
    fill_problems_of(view, input, part->fields, "", NULL, problems);
    const struct input_rows *rows = part->group ? input_rows(input, part->group) : NULL;
    for (size_t i = 0; rows && i < rows->count; i++)
        fill_problems_of(view, &rows->items[i], part->row_fields, arena_print(view->arena, "%s.%zu.", part->group, i + 1),
                         part->group, problems);
}

/* ---- The page ---- */

static void fill_links(const struct view *view, const struct record_page *shown, struct dictionary *page)
{
    struct dictionary *links = dictionary_section(page, "KNOWN");
    dictionary_set(links, "DOCUMENT_PATH", route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, shown->key));
    if (shown->shape->in_series)
        dictionary_set(
            dictionary_section(links, "SERIES"), "COPY",
            arena_print(view->arena, "%s?from=%s", route_path(view->arena, shown->shape->new_route, EN, NULL), shown->key));
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct dictionary *text = dictionary_section(links, "TEXT_LINK");
        dictionary_set(text, "PATH", route_path(view->arena, ROUTE_DESK_TEXT, language, shown->key));
        dictionary_set(text, "TAG", language_tag(language));
        dictionary_set(text, "LANGUAGE_NAME", language_name(language));
    }
    for (size_t i = 0; i < shown->saves->count; i++) {
        const struct record_save *save = &shown->saves->items[i];
        struct dictionary *row = dictionary_section(links, "SAVE");
        dictionary_set(row, "PATH",
                       arena_print(view->arena, "%s?version=%s", route_path(view->arena, shown->shape->route, EN, shown->key),
                                   save->version));
        dictionary_set(row, "NUMBER", save->version);
        dictionary_set(row, "AT", save->at);
        dictionary_set(row, "AUTHOR", save->account);
    }
}

static void fill_notices(const struct record_page *shown, struct dictionary *page)
{
    if (shown->done)
        dictionary_section(dictionary_section(page, "DONE"), strcmp(shown->done, "publish") == 0 ? "IS_PUBLISHED" : "IS_SAVED");
    if (shown->theirs)
        dictionary_section(page, "CONFLICT");
    if (shown->earlier)
        dictionary_set(dictionary_section(page, "EARLIER_SAVE"), "NUMBER", shown->earlier);
}

/* What a field may be filled in with, beside other things. */
static void fill_list(const struct record_page *shown, struct dictionary *page)
{
    const struct choices *documents = &shown->choices->lists[LIST_DOCUMENTS];
    struct dictionary *list = documents->count ? dictionary_section(page, "DOCUMENT_LIST") : NULL;
    for (size_t i = 0; i < documents->count; i++) {
        struct dictionary *item = dictionary_section(list, "ITEM");
        dictionary_set(item, "VALUE", documents->items[i].key);
        dictionary_set(item, "ITEM_NAME", documents->items[i].name);
    }
}

static void fill_part(const struct record_place *place, const struct record_part *part, struct dictionary *page)
{
    struct dictionary *section = dictionary_section(page, "PART");
    dictionary_section(section, part->label);
    view_record_fields(place, part->fields, section);
    if (!part->group)
        return;
    fill_their_rows(place, part, section);
    if (part->boxes)
        fill_boxes(place, part, section);
    else
        fill_rows(place, part, section);
}

void view_record_form(const struct view *view, const struct record_page *shown, struct dictionary *page)
{
    static const char *const hidden[] = { "once", "version", "base" };
    const struct input *input = shown->input;
    dictionary_set(page, "ACTION", shown->path);
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "NAMES_PATH", route_path(view->arena, ROUTE_DESK_NAMES, view->language, NULL));
    if (shown->choices->presiding)
        dictionary_set(dictionary_section(page, "SUGGESTED"), "PRESIDENTS", shown->choices->presiding);
    if (shown->key)
        fill_links(view, shown, page);
    fill_notices(shown, page);
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        struct dictionary *item = dictionary_section(page, "KEPT_FIELD");
        dictionary_set(item, "ID", hidden[i]);
        dictionary_set(item, "VALUE", or_empty(input_value(input, hidden[i])));
    }
    struct dictionary *problems = shown->judged ? dictionary_section(page, "PROBLEMS") : NULL;
    const struct record_place place = { .view = view, .shown = shown, .input = input, .theirs = shown->theirs, .prefix = "" };
    for (size_t i = 0; i < shown->shape->count; i++) {
        fill_part(&place, &shown->shape->parts[i], page);
        if (problems)
            fill_problems(view, input, &shown->shape->parts[i], problems);
    }
    fill_list(shown, page);
}
