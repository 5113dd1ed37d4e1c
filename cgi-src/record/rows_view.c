/* SPDX-License-Identifier: EUPL-1.2 */
/* Record rows: the rows of one field of a record form, with the buttons that change them. */
#include "record/rows_view.h"

#include <string.h>

#include "base/characters.h"

/* Whether a button has just changed rows of GROUP. */
static bool is_changed(const struct record_page *shown, const char *group)
{
    size_t length = strlen(group);
    return shown->changed && strncmp(shown->changed, group, length) == 0 &&
           shown->changed[length] == '.';
}

/* The row that a button has just added or moved, or that took the place of a removed one; 0 for
 * none. */
static size_t focused_row(const struct record_page *shown, const char *group, size_t count)
{
    if (!is_changed(shown, group))
        return 0;
    size_t number = 0;
    const char *changed = shown->changed + strlen(group) + 1;
    for (; *changed >= '0' && *changed <= '9'; changed++)
        number = number * 10 + (size_t)(*changed - '0');
    number = !number                         ? count
             : strcmp(changed, ".up") == 0   ? number - 1
             : strcmp(changed, ".down") == 0 ? number + 1
                                             : number;
    return number > count ? count : number ? number : 1;
}

/* The button of a moved row that gets the focus, the one that moved it; NULL for the row's first
 * field. */
static const char *moved_by(const struct record_page *shown)
{
    const char *change = shown->changed ? strrchr(shown->changed, '.') : NULL;
    return change && strcmp(change, ".up") == 0     ? "UP_FOCUS"
           : change && strcmp(change, ".down") == 0 ? "DOWN_FOCUS"
                                                    : NULL;
}

/* The hidden number by which a saved row keeps its place; NULL for none. */
static const char *kept_number(const struct input *row)
{
    const struct field *number = form_field(row->form, "number");
    const char *kept = number && !number->label ? input_value(row, "number") : NULL;
    return kept && *kept ? kept : NULL;
}

static bool stays(const struct input *row)
{
    for (size_t i = 0; i < row->form->count; i++)
        if (row->form->fields[i].manner == MANNER_STAYS && *or_empty(row->values[i]))
            return true;
    return false;
}

static void fill_buttons(const struct record_place *place, bool moves, bool removes,
                         const char *focused, struct dictionary *row)
{
    if (!moves && !removes)
        return;
    struct dictionary *buttons = dictionary_section(row, "BUTTONS");
    dictionary_set(buttons, "PREFIX", place->prefix);
    struct dictionary *section = moves ? dictionary_section(buttons, "MOVES") : NULL;
    if (moves && focused)
        dictionary_section(section, focused);
    if (removes)
        dictionary_section(buttons, "REMOVES");
}

static void fill_row(struct record_place place, const struct field *rows, size_t number,
                     struct dictionary *parent)
{
    struct dictionary *row = dictionary_section(parent, "ROW");
    const char *kept = kept_number(place.input),
               *moved = kept || !place.focused ? NULL : moved_by(place.shown);
    dictionary_set(row, "ROW_LABEL", view_phrase(place.view, rows->label));
    dictionary_set(row, "ROW_NUMBER", kept ? kept : arena_print(place.view->arena, "%zu", number));
    fill_buttons(&place, !kept, !stays(place.input), moved, row);
    place.focused = place.focused && !moved;
    place.numbered = kept != NULL;
    for (size_t i = 0; i < rows->row->count; i++)
        view_record_field(&place, &rows->row->fields[i], i == 0, row);
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

static bool any_changed(const struct input_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        for (size_t k = 0; k < rows->items[i].form->count; k++)
            if (rows->items[i].faults[k] == FAULT_CHANGED)
                return true;
    return false;
}

static void fill_their_rows(const struct record_place *place, const struct field *field,
                            struct dictionary *parent)
{
    if (!place->theirs || !any_changed(input_rows(place->input, field->name)))
        return;
    const char *theirs = rows_written(place->view, input_rows(place->theirs, field->name));
    dictionary_set(dictionary_section(parent, "THEIR_ROWS"), "THEIR_VALUE", *theirs ? theirs : "–");
}

static bool has_row(const struct input_rows *rows, const char *name, const char *value)
{
    for (size_t i = 0; i < rows->count; i++)
        if (strcmp(or_empty(input_value(&rows->items[i], name)), value) == 0)
            return true;
    return false;
}

static void fill_boxes(const struct record_place *place, const struct field *field,
                       struct dictionary *section)
{
    const struct field *ticked = field->row->fields;
    const struct options *options = record_options_of(place->shown, ticked);
    struct dictionary *boxes = dictionary_section(section, "BOXES");
    for (size_t i = 0; i < options->count; i++) {
        struct dictionary *box = dictionary_section(boxes, "BOX");
        dictionary_set(
            box, "ID",
            arena_print(place->view->arena, "%s.%zu.%s", field->name, i + 1, ticked->name));
        dictionary_set(box, "VALUE", options->items[i].key);
        dictionary_set(box, "BOX_NAME", options->items[i].name);
        if (has_row(input_rows(place->input, field->name), ticked->name, options->items[i].key))
            dictionary_section(box, "TICKED");
    }
}

void view_record_rows(const struct record_place *place, const struct field *field,
                      struct dictionary *section)
{
    const struct record_page *shown = place->shown;
    const struct input_rows *rows = input_rows(place->input, field->name);
    size_t focused = focused_row(shown, field->name, rows->count);
    fill_their_rows(place, field, section);
    if (field->manner == MANNER_BOXES) {
        fill_boxes(place, field, section);
        return;
    }
    struct dictionary *list = dictionary_section(section, "ROWS");
    dictionary_set(list, "ROWS_NAME", field->name);
    dictionary_set(list, "ROWS_LABEL", view_phrase(place->view, field->label));
    if (!rows->count && is_changed(shown, field->name))
        dictionary_section(list, "ADD_FOCUS");
    for (size_t i = 0; i < rows->count; i++) {
        const struct record_place inside = { .view = place->view,
                                             .shown = shown,
                                             .input = &rows->items[i],
                                             .prefix = arena_print(place->view->arena, "%s.%zu.",
                                                                   field->name, i + 1),
                                             .in_row = true,
                                             .focused = focused == i + 1 };
        fill_row(inside, field, i + 1, list);
    }
}
