/* Meeting form: the page on which a meeting is recorded. */
#include "view/meeting_form.h"

#include <string.h>

enum control { CONTROL_LINE, CONTROL_TEXT, CONTROL_CHOICE, CONTROL_LISTED, CONTROL_FILE, CONTROL_HIDDEN };

/* How a field is shown: LABEL is a section of templates/shared/meeting_label.tpl, HINT one of meeting_hint.tpl. */
struct shown_field {
    const char *name;
    enum control control;
    const char *label, *hint;
};

/* The parts of the form in their order. Behind its fields, each may have the rows of a group. */
struct part {
    const char *label;
    const struct shown_field *fields;
    const char *group, *row_label;
    const struct shown_field *row_fields;
};

#define END          \
    {                \
        .name = NULL \
    }
static const struct shown_field what[] = {
    { "forum", CONTROL_CHOICE, "L_FORUM", NULL },
    { "number", CONTROL_LINE, "L_NUMBER", "H_NUMBER_HINT" },
    { "type", CONTROL_CHOICE, "L_TYPE", NULL },
    { "original", CONTROL_CHOICE, "L_LANGUAGE", "H_ORIGINAL_HINT" },
    { "title", CONTROL_LINE, "L_TITLE", NULL },
    { "short", CONTROL_LINE, "L_SHORT", NULL },
    { "summary", CONTROL_TEXT, "L_SUMMARY", NULL },
    { "slug", CONTROL_LINE, "L_ADDRESS", "H_ADDRESS_HINT" },
    END,
};
static const struct shown_field when[] = {
    { "starts", CONTROL_LINE, "L_STARTS", "H_DATE_HINT" },       { "ends", CONTROL_LINE, "L_ENDS", "H_ENDS_HINT" },
    { "starts_at", CONTROL_LINE, "L_STARTS_AT", "H_TIME_HINT" }, { "ends_at", CONTROL_LINE, "L_ENDS_AT", NULL },
    { "zone", CONTROL_LISTED, "L_ZONE", "H_ZONE_HINT" },         { "mode", CONTROL_CHOICE, "L_MODE", NULL },
    { "place", CONTROL_CHOICE, "L_PLACE", "H_PLACE_HINT" },      END,
};
static const struct shown_field status[] = {
    { "status", CONTROL_CHOICE, "L_STATUS", NULL },
    { "earlier", CONTROL_LINE, "L_EARLIER", "H_EARLIER_HINT" },
    { "reason", CONTROL_TEXT, "L_REASON", NULL },
    END,
};
static const struct shown_field presidency[] = { { "presided", CONTROL_CHOICE, "L_PRESIDED", "H_PRESIDING" }, END };
static const struct shown_field presidency_row[] = { { "party", CONTROL_CHOICE, "L_PARTY", NULL }, END };
static const struct shown_field delegation_row[] = {
    { "party", CONTROL_CHOICE, "L_PARTY", NULL },
    { "person", CONTROL_LINE, "L_PERSON", NULL },
    END,
};
static const struct shown_field agenda_row[] = {
    { "text", CONTROL_TEXT, "L_TEXT", NULL },
    { "key", CONTROL_HIDDEN, NULL, NULL },
    END,
};
static const struct shown_field conclusion_row[] = {
    { "text", CONTROL_TEXT, "L_TEXT", NULL },
    { "state", CONTROL_CHOICE, "L_STATE", NULL },
    { "by", CONTROL_CHOICE, "L_BY", NULL },
    { "number", CONTROL_HIDDEN, NULL, NULL },
    END,
};
static const struct shown_field document_row[] = {
    { "title", CONTROL_LINE, "L_TITLE", NULL },
    { "language", CONTROL_LISTED, "L_LANGUAGE", "H_LANGUAGE_HINT" },
    { "upload", CONTROL_FILE, "L_UPLOAD", "H_UPLOAD_HINT" },
    { "url", CONTROL_LINE, "L_URL", "H_URL_HINT" },
    { "file", CONTROL_HIDDEN, NULL, NULL },
    END,
};
static const struct shown_field none[] = { END };
static const struct shown_field body[] = { { "body", CONTROL_TEXT, "L_BODY", NULL }, END };
static const struct part parts[] = {
    { "P_WHAT", what, NULL, NULL, NULL },
    { "P_WHEN", when, NULL, NULL, NULL },
    { "P_STATUS", status, NULL, NULL, NULL },
    { "P_PRESIDENCY", presidency, "presidency", "R_PARTY", presidency_row },
    { "P_DELEGATIONS", none, "delegation", "R_DELEGATION", delegation_row },
    { "P_AGENDA", none, "agenda", "R_ITEM", agenda_row },
    { "P_CONCLUSIONS", none, "conclusion", "R_CONCLUSION", conclusion_row },
    { "P_DOCUMENTS", none, "document", "R_DOCUMENT", document_row },
    { "P_BODY", body, NULL, NULL, NULL },
};
enum { PARTS = sizeof parts / sizeof *parts };

/* What a field is shown with: its input, where in the form that is ("conclusion.2." or ""), and what surrounds it. */
struct place {
    const struct view *view;
    const struct meeting_page *shown;
    const struct input *input, *theirs; /* THEIRS is NULL in rows */
    const char *prefix;
    bool focused; /* its first field gets the focus */
};

static const char *or_empty(const char *value)
{
    return value ? value : "";
}

/* Choices whose names are phrases: sections of templates/shared/meeting_word.tpl. */
static const struct {
    const char *field, *value, *section;
} words[] = {
    { "type", "ministerial", "W_MINISTERIAL" },
    { "type", "summit", "W_SUMMIT" },
    { "type", "working-group", "W_WORKING_GROUP" },
    { "type", "event", "W_EVENT" },
    { "mode", "in-person", "W_IN_PERSON" },
    { "mode", "online", "W_ONLINE" },
    { "mode", "hybrid", "W_HYBRID" },
    { "status", "planned", "W_PLANNED" },
    { "status", "held", "W_HELD" },
    { "status", "postponed", "W_POSTPONED" },
    { "status", "moved", "W_MOVED" },
    { "status", "cancelled", "W_CANCELLED" },
    { "presided", "by-term", "W_BY_TERM" },
    { "presided", "by-hand", "W_BY_HAND" },
    { "state", "open", "W_OPEN" },
    { "state", "taken-up", "W_TAKEN_UP" },
    { "state", "closed", "W_CLOSED" },
};
enum { WORDS = sizeof words / sizeof *words };

static const struct choices *choices_of(const struct meeting_page *shown, const char *field)
{
    static const struct {
        const char *field;
        size_t offset;
    } lists[] = {
        { "forum", offsetof(struct meeting_choices, forums) },
        { "party", offsetof(struct meeting_choices, parties) },
        { "place", offsetof(struct meeting_choices, places) },
        { "by", offsetof(struct meeting_choices, meetings) },
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (strcmp(lists[i].field, field) == 0)
            return (const struct choices *)((const char *)shown->choices + lists[i].offset);
    return NULL;
}

static void add_option(struct dictionary *select, const char *value, const char *name, const char *chosen)
{
    dictionary_set(dictionary_section(view_option(select, "OPTION", value, chosen), "NAMED"), "OPTION_NAME", name);
}

/* A choice that is no longer offered, as a meeting of another forum, stays chosen. */
static void fill_choices(const struct choices *choices, const char *chosen, struct dictionary *select)
{
    bool offered = !chosen || !*chosen;
    for (size_t i = 0; i < choices->count; i++) {
        add_option(select, choices->items[i].key, choices->items[i].name, chosen);
        offered = offered || strcmp(choices->items[i].key, chosen) == 0;
    }
    if (!offered)
        add_option(select, chosen, chosen, chosen);
}

static struct dictionary *fill_select(const struct place *place, const char *field, const char *chosen, struct dictionary *item)
{
    struct dictionary *select = dictionary_section(item, "SELECT");
    const struct choices *choices = choices_of(place->shown, field);
    dictionary_section(select, "NOTHING");
    if (choices)
        fill_choices(choices, chosen, select);
    for (size_t i = 0; i < WORDS && !choices; i++)
        if (strcmp(words[i].field, field) == 0)
            dictionary_section(view_option(select, "OPTION", words[i].value, chosen), words[i].section);
    for (enum language language = 0; language < LANGUAGES && strcmp(field, "original") == 0; language++)
        add_option(select, language_tag(language), language_name(language), chosen);
    return select;
}

static const char *lines_for(const struct view *view, const char *field, const char *value)
{
    size_t lines = (strcmp(field, "body") == 0 ? 8 : 2) + strlen(value) / 80;
    for (const char *at = value; (at = strchr(at, '\n')); at++)
        lines++;
    return arena_print(view->arena, "%zu", lines > 30 ? 30 : lines);
}

static void fill_fault(enum fault fault, struct dictionary *parent)
{
    static const char *const sections[FAULTS] = {
        [FAULT_MISSING] = "F_MISSING",   [FAULT_TOO_LONG] = "F_TOO_LONG", [FAULT_NOT_OFFERED] = "F_NOT_OFFERED",
        [FAULT_CONTROLS] = "F_CONTROLS", [FAULT_NO_DATE] = "F_NO_DATE",   [FAULT_NO_ADDRESS] = "F_NO_ADDRESS",
        [FAULT_TAKEN] = "F_TAKEN",       [FAULT_WEAK] = "F_NOT_OFFERED",  [FAULT_ENDS_FIRST] = "F_ENDS_FIRST",
        [FAULT_UNKNOWN] = "F_UNKNOWN",   [FAULT_NO_PDF] = "F_NO_PDF",     [FAULT_TOO_LARGE] = "F_TOO_LARGE",
        [FAULT_BOTH] = "F_BOTH",
    };
    dictionary_section(parent, sections[fault]);
}

static enum fault fault_of(const struct place *place, const char *field)
{
    for (size_t i = 0; place->shown->judged && i < place->input->form->count; i++)
        if (strcmp(place->input->form->fields[i].name, field) == 0)
            return place->input->faults[i];
    return FAULT_NONE;
}

/* What somebody else has put there meanwhile. */
static void fill_theirs(const struct place *place, const char *field, const char *value, struct dictionary *item)
{
    const char *theirs = place->theirs ? or_empty(input_value(place->theirs, field)) : value;
    if (strcmp(theirs, value) == 0)
        return;
    struct dictionary *section = dictionary_section(item, "THEIRS");
    dictionary_set(section, "THEIR_VALUE", *theirs ? theirs : "–");
}

static struct dictionary *fill_file(const struct place *place, struct dictionary *item)
{
    struct dictionary *file = dictionary_section(item, "FILE");
    const char *kept = input_value(place->input, "file");
    if (kept && *kept)
        dictionary_section(file, "KEPT");
    return file;
}

static struct dictionary *fill_control(const struct place *place, const struct shown_field *field, const char *value,
                                       struct dictionary *item)
{
    static const char *const sections[] = { [CONTROL_LINE] = "LINE", [CONTROL_TEXT] = "AREA", [CONTROL_LISTED] = "LISTED" };
    if (field->control == CONTROL_CHOICE)
        return fill_select(place, field->name, value, item);
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

static void fill_field(const struct place *place, const struct shown_field *field, bool first, struct dictionary *parent)
{
    const char *value = or_empty(input_value(place->input, field->name));
    const char *id = arena_print(place->view->arena, "%s%s", place->prefix, field->name);
    if (field->control == CONTROL_HIDDEN) {
        struct dictionary *hidden = dictionary_section(parent, "HIDDEN");
        dictionary_set(hidden, "ID", id);
        dictionary_set(hidden, "VALUE", value);
        return;
    }
    struct dictionary *item = dictionary_section(parent, "FIELD");
    dictionary_set(item, "ID", id);
    dictionary_section(item, field->label);
    if (field->hint)
        dictionary_section(dictionary_section(item, "HINTED"), field->hint);
    fill_theirs(place, field->name, value, item);
    struct dictionary *control = fill_control(place, field, value, item);
    enum fault fault = fault_of(place, field->name);
    if (fault) {
        fill_fault(fault, dictionary_section(item, "FAULT"));
        dictionary_section(control, "INVALID");
    }
    if (first && place->focused)
        dictionary_section(control, "FOCUS");
}

static void fill_fields(const struct place *place, const struct shown_field *fields, struct dictionary *parent)
{
    for (const struct shown_field *field = fields; field->name; field++)
        fill_field(place, field, field == fields, parent);
}

/* The row that a button has just added or moved; 0 for none. */
static size_t focused_row(const struct meeting_page *shown, const char *group, size_t count)
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

/* A conclusion that was saved keeps its number, and so its place. */
static const char *kept_number(const struct part *part, const struct input *row)
{
    const char *number = strcmp(part->group, "conclusion") == 0 ? input_value(row, "number") : NULL;
    return number && *number ? number : NULL;
}

static void fill_row(const struct place *place, const struct part *part, size_t number, struct dictionary *rows)
{
    struct dictionary *row = dictionary_section(rows, "ROW");
    const char *kept = kept_number(part, place->input);
    dictionary_section(row, part->row_label);
    dictionary_set(row, "ROW_NUMBER", kept ? kept : arena_print(place->view->arena, "%zu", number));
    dictionary_set(row, "PREFIX", place->prefix);
    if (!kept)
        dictionary_section(row, "MOVES");
    fill_fields(place, part->row_fields, row);
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

static void fill_rows(const struct place *place, const struct part *part, struct dictionary *section)
{
    const struct meeting_page *shown = place->shown;
    const struct input_rows *rows = input_rows(place->input, part->group);
    size_t focused = focused_row(shown, part->group, rows->count);
    struct dictionary *group = dictionary_section(section, "ROWS");
    dictionary_set(group, "GROUP", part->group);
    for (size_t i = 0; i < rows->count; i++) {
        const struct place inside = { .view = place->view,
                                      .shown = shown,
                                      .input = &rows->items[i],
                                      .prefix = arena_print(place->view->arena, "%s.%zu.", part->group, i + 1),
                                      .focused = focused == i + 1 };
        fill_row(&inside, part, i + 1, group);
    }
    if (!place->theirs)
        return;
    const char *theirs = rows_written(place->view, input_rows(place->theirs, part->group));
    if (strcmp(theirs, rows_written(place->view, rows)) != 0)
        dictionary_set(dictionary_section(group, "THEIR_ROWS"), "THEIR_VALUE", *theirs ? theirs : "–");
}

static const char *label_of(const struct shown_field *fields, const char *name)
{
    for (const struct shown_field *field = fields; field && field->name; field++)
        if (strcmp(field->name, name) == 0)
            return field->label;
    return NULL;
}

static void fill_problem(const char *id, const char *label, enum fault fault, struct dictionary *problems)
{
    struct dictionary *problem = dictionary_section(problems, "PROBLEM");
    dictionary_set(problem, "PLACE", id);
    if (label)
        dictionary_section(problem, label);
    fill_fault(fault, problem);
}

static void fill_problems_of(const struct view *view, const struct input *input, const struct part *part,
                             struct dictionary *problems)
{
    for (size_t i = 0; i < input->form->count; i++) {
        const char *label = input->faults[i] ? label_of(part->fields, input->form->fields[i].name) : NULL;
        if (label)
            fill_problem(input->form->fields[i].name, label, input->faults[i], problems);
    }
    const struct input_rows *rows = part->group ? input_rows(input, part->group) : NULL;
    for (size_t i = 0; rows && i < rows->count; i++)
        for (size_t k = 0; k < rows->items[i].form->count; k++) {
            const char *name = rows->items[i].form->fields[k].name;
            if (rows->items[i].faults[k])
                fill_problem(arena_print(view->arena, "%s.%zu.%s", part->group, i + 1, name), label_of(part->row_fields, name),
                             rows->items[i].faults[k], problems);
        }
}

static void fill_links(const struct view *view, const struct meeting_page *shown, struct dictionary *page)
{
    struct dictionary *links = dictionary_section(page, "KNOWN");
    dictionary_set(links, "DOCUMENT_PATH", route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, shown->key));
    dictionary_set(links, "COPY",
                   arena_print(view->arena, "%s?from=%s", route_path(view->arena, ROUTE_DESK_NEW_MEETING, EN, NULL), shown->key));
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct dictionary *text = dictionary_section(links, "TEXT_LINK");
        dictionary_set(text, "PATH", route_path(view->arena, ROUTE_DESK_TEXT, language, shown->key));
        dictionary_set(text, "TAG", language_tag(language));
        dictionary_set(text, "LANGUAGE_NAME", language_name(language));
    }
    for (size_t i = 0; i < shown->saves->count; i++) {
        const struct meeting_save *save = &shown->saves->items[i];
        struct dictionary *row = dictionary_section(links, "SAVE");
        dictionary_set(row, "PATH",
                       arena_print(view->arena, "%s?version=%s", route_path(view->arena, ROUTE_DESK_MEETING, EN, shown->key),
                                   save->version));
        dictionary_set(row, "NUMBER", save->version);
        dictionary_set(row, "AT", save->at);
        dictionary_set(row, "AUTHOR", save->account);
    }
}

static void fill_notices(const struct meeting_page *shown, struct dictionary *page)
{
    if (shown->done)
        dictionary_section(dictionary_section(page, "DONE"), strcmp(shown->done, "publish") == 0 ? "IS_PUBLISHED" : "IS_SAVED");
    if (shown->theirs)
        dictionary_section(page, "CONFLICT");
    if (shown->earlier)
        dictionary_set(dictionary_section(page, "EARLIER_SAVE"), "NUMBER", shown->earlier);
}

void view_meeting_form(const struct view *view, const struct meeting_page *shown, struct dictionary *page)
{
    static const char *const hidden[] = { "once", "version", "base" };
    const struct input *input = shown->input;
    dictionary_set(page, "ACTION", shown->path);
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "NEW_PLACE", route_path(view->arena, ROUTE_DESK_NEW_PLACE, view->language, NULL));
    dictionary_set(page, "NEW_PARTY", route_path(view->arena, ROUTE_DESK_NEW_PARTY, view->language, NULL));
    if (shown->choices->presiding)
        dictionary_set(dictionary_section(page, "SUGGESTED"), "PRESIDENTS", shown->choices->presiding);
    if (shown->key)
        fill_links(view, shown, page);
    else
        dictionary_section(page, "NEW");
    fill_notices(shown, page);
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        struct dictionary *item = dictionary_section(page, "KEPT_FIELD");
        dictionary_set(item, "ID", hidden[i]);
        dictionary_set(item, "VALUE", or_empty(input_value(input, hidden[i])));
    }
    struct dictionary *problems = shown->judged ? dictionary_section(page, "PROBLEMS") : NULL;
    const struct place place = { .view = view, .shown = shown, .input = input, .theirs = shown->theirs, .prefix = "" };
    for (size_t i = 0; i < PARTS; i++) {
        struct dictionary *part = dictionary_section(page, "PART");
        dictionary_section(part, parts[i].label);
        fill_fields(&place, parts[i].fields, part);
        if (parts[i].group)
            fill_rows(&place, &parts[i], part);
        if (problems)
            fill_problems_of(view, input, &parts[i], problems);
    }
}
