/* Record field: one field of a record form with its label, control and fault. */
#include "view/record_field.h"

#include <ctype.h>
#include <string.h>

#include "text/dates.h"

static const char *or_empty(const char *value)
{
    return value ? value : "";
}

const char *view_record_section(const struct view *view, const char *first, const char *second)
{
    char *name = arena_copy(view->arena, arena_print(view->arena, "%s_%s", first, second));
    for (char *at = name; *at; at++)
        *at = (char)(*at == '-' ? '_' : toupper((unsigned char)*at));
    return name;
}

void view_record_label(const struct view *view, const char *group, const char *name, struct dictionary *parent)
{
    dictionary_section(parent, view_record_section(view, group ? view_record_section(view, "L", group) : "L", name));
}

/* ---- Choices ---- */

static void add_option(struct dictionary *select, const char *value, const char *name, const char *chosen)
{
    dictionary_set(dictionary_section(view_option(select, "OPTION", value, chosen), "NAMED"), "OPTION_NAME", name);
}

/* A choice that is no longer offered, as a meeting of another forum, stays chosen. */
static void fill_choices(const struct choices *choices, const char *chosen, struct dictionary *select)
{
    bool offered = !*chosen;
    for (size_t i = 0; i < choices->count; i++) {
        add_option(select, choices->items[i].key, choices->items[i].name, chosen);
        offered = offered || strcmp(choices->items[i].key, chosen) == 0;
    }
    if (!offered)
        add_option(select, chosen, chosen, chosen);
}

static const struct field *field_of(const struct input *input, const char *name)
{
    for (size_t i = 0; i < input->form->count; i++)
        if (strcmp(input->form->fields[i].name, name) == 0)
            return &input->form->fields[i];
    return NULL;
}

static struct dictionary *fill_select(const struct record_place *place, const struct shown_field *field, const char *chosen,
                                      struct dictionary *item)
{
    struct dictionary *select = dictionary_section(item, "SELECT");
    const struct field *its = field_of(place->input, field->name);
    dictionary_section(select, "NOTHING");
    if (field->list == LIST_LANGUAGES)
        for (enum language language = 0; language < LANGUAGES; language++)
            add_option(select, language_tag(language), language_name(language), chosen);
    else if (field->list)
        fill_choices(&place->shown->choices->lists[field->list], chosen, select);
    else
        for (const char *const *choice = its->choices; *choice; choice++)
            dictionary_section(view_option(select, "OPTION", *choice, chosen),
                               view_record_section(place->view, field->name, *choice));
    return select;
}

/* ---- Controls ---- */

static const char *lines_for(const struct view *view, const char *field, const char *value)
{
    size_t lines = (strcmp(field, "body") == 0 ? 8 : 2) + strlen(value) / 80;
    for (const char *at = value; (at = strchr(at, '\n')); at++)
        lines++;
    return arena_print(view->arena, "%zu", lines > 30 ? 30 : lines);
}

void view_record_fault(enum fault fault, struct dictionary *parent)
{
    static const char *const sections[FAULTS] = {
        [FAULT_MISSING] = "F_MISSING",   [FAULT_TOO_LONG] = "F_TOO_LONG", [FAULT_NOT_OFFERED] = "F_NOT_OFFERED",
        [FAULT_CONTROLS] = "F_CONTROLS", [FAULT_NO_DATE] = "F_NO_DATE",   [FAULT_NO_ADDRESS] = "F_NO_ADDRESS",
        [FAULT_TAKEN] = "F_TAKEN",       [FAULT_WEAK] = "F_NOT_OFFERED",  [FAULT_ENDS_FIRST] = "F_ENDS_FIRST",
        [FAULT_UNKNOWN] = "F_UNKNOWN",   [FAULT_NO_PDF] = "F_NO_PDF",     [FAULT_TOO_LARGE] = "F_TOO_LARGE",
        [FAULT_BOTH] = "F_BOTH",         [FAULT_EARLY] = "F_EARLY",
    };
    dictionary_section(parent, sections[fault]);
}

static enum fault fault_of(const struct record_place *place, const char *field)
{
    for (size_t i = 0; place->shown->judged && i < place->input->form->count; i++)
        if (strcmp(place->input->form->fields[i].name, field) == 0)
            return place->input->faults[i];
    return FAULT_NONE;
}

/* What somebody else has put there meanwhile. */
static void fill_theirs(const struct record_place *place, const char *field, const char *value, struct dictionary *item)
{
    const char *theirs = place->theirs ? or_empty(input_value(place->theirs, field)) : value;
    if (strcmp(theirs, value) == 0)
        return;
    struct dictionary *section = dictionary_section(item, "THEIRS");
    dictionary_set(section, "THEIR_VALUE", *theirs ? theirs : "–");
}

/* A key says little: the title of the document that has it. */
static void fill_named(const struct record_place *place, const char *key, struct dictionary *item)
{
    const struct choices *named = &place->shown->choices->named;
    for (size_t i = 0; i < named->count; i++)
        if (strcmp(named->items[i].key, key) == 0)
            dictionary_set(dictionary_section(item, "NAMED_DOCUMENT"), "DOCUMENT_TITLE", named->items[i].name);
}

static struct dictionary *fill_file(const struct record_place *place, struct dictionary *item)
{
    struct dictionary *file = dictionary_section(item, "FILE");
    const char *kept = input_value(place->input, "file");
    if (kept && *kept)
        dictionary_section(file, "KEPT");
    return file;
}

static struct dictionary *fill_control(const struct record_place *place, const struct shown_field *field, const char *value,
                                       struct dictionary *item)
{
    static const char *const sections[] = { [CONTROL_LINE] = "LINE", [CONTROL_TEXT] = "AREA", [CONTROL_LISTED] = "LISTED" };
    if (field->control == CONTROL_CHOICE)
        return fill_select(place, field, value, item);
    if (field->control == CONTROL_FILE)
        return fill_file(place, item);
    struct dictionary *control = dictionary_section(item, sections[field->control]);
    dictionary_set(control, "VALUE", value);
    if (field->control == CONTROL_TEXT)
        dictionary_set(control, "LINES", lines_for(place->view, field->name, value));
    if (field->control == CONTROL_LISTED)
        dictionary_set(control, "LIST", field->name);
    return control;
}

static void fill_hidden(const char *id, const char *value, struct dictionary *parent)
{
    struct dictionary *hidden = dictionary_section(parent, "HIDDEN");
    dictionary_set(hidden, "ID", id);
    dictionary_set(hidden, "VALUE", value);
}

/* What does not change is there to read: a date, or a choice by its words. */
static void fill_settled(const struct record_place *place, const struct shown_field *field, const char *value,
                         struct dictionary *parent)
{
    const struct field *its = field_of(place->input, field->name);
    struct dictionary *item = dictionary_section(parent, "SETTLED");
    view_record_label(place->view, place->group, field->name, item);
    if (its->kind == FIELD_CHOICE && *value)
        dictionary_section(item, view_record_section(place->view, field->name, value));
    else
        dictionary_set(dictionary_section(item, "WRITTEN"), "VALUE",
                       date_written(value, place->view->language, place->view->arena));
}

static bool is_settled(const struct record_place *place, const char *name)
{
    for (const char *const *settled = place->settled; settled && *settled; settled++)
        if (strcmp(*settled, name) == 0)
            return fault_of(place, name) == FAULT_NONE;
    return false;
}

static void fill_field(const struct record_place *place, const struct shown_field *field, bool first, struct dictionary *parent)
{
    const char *value = or_empty(input_value(place->input, field->name));
    const char *id = arena_print(place->view->arena, "%s%s", place->prefix, field->name);
    bool settled = is_settled(place, field->name);
    if (settled)
        fill_settled(place, field, value, parent);
    if (settled || field->control == CONTROL_HIDDEN) {
        fill_hidden(id, value, parent);
        return;
    }
    struct dictionary *item = dictionary_section(parent, "FIELD");
    dictionary_set(item, "ID", id);
    view_record_label(place->view, place->group, field->name, item);
    if (field->hint)
        dictionary_section(dictionary_section(item, "HINTED"), field->hint);
    fill_theirs(place, field->name, value, item);
    if (field->list == LIST_DOCUMENTS)
        fill_named(place, value, item);
    struct dictionary *control = fill_control(place, field, value, item);
    enum fault fault = fault_of(place, field->name);
    if (fault) {
        view_record_fault(fault, dictionary_section(item, "FAULT"));
        dictionary_section(control, "INVALID");
    }
    if (first && place->focused)
        dictionary_section(control, "FOCUS");
}

void view_record_fields(const struct record_place *place, const struct shown_field *fields, struct dictionary *parent)
{
    for (const struct shown_field *field = fields; field && field->name; field++)
        fill_field(place, field, field == fields, parent);
}
