/* SPDX-License-Identifier: EUPL-1.2 */
/* Record field: one field of a record form with its label, control and fault. */
#include "record/field_view.h"

#include <string.h>

#include "base/characters.h"
#include "base/utf8.h"
#include "text/dates.h"

/* ---- Choices ---- */

const struct options *record_options_of(const struct record_page *shown, const struct field *field)
{
    for (size_t i = 0; field->list && i < shown->lists->count; i++)
        if (strcmp(shown->lists->items[i].name, field->list) == 0)
            return &shown->lists->items[i].options;
    return NULL;
}

static void add_option(struct dictionary *select, const char *value, const char *name,
                       const char *chosen)
{
    dictionary_set(view_option(select, "OPTION", value, chosen), "OPTION_NAME", name);
}

/* A chosen value that is no longer offered, such as a meeting of another forum, stays chosen. */
static void fill_options(const struct options *options, const char *chosen,
                         struct dictionary *select)
{
    bool offered = !*chosen;
    for (size_t i = 0; i < options->count; i++) {
        add_option(select, options->items[i].key, options->items[i].name, chosen);
        offered = offered || strcmp(options->items[i].key, chosen) == 0;
    }
    if (!offered)
        add_option(select, chosen, chosen, chosen);
}

static struct dictionary *fill_select(const struct record_place *place, const struct field *field,
                                      const char *chosen, struct dictionary *item)
{
    struct dictionary *select = dictionary_section(item, "SELECT");
    dictionary_section(select, "NOTHING");
    if (field->list)
        fill_options(record_options_of(place->shown, field), chosen, select);
    for (const struct choice *choice = field->choices; choice && choice->name; choice++)
        add_option(select, choice->name, view_phrase(place->view, choice->words), chosen);
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

const char *view_record_fault(const struct view *view, const struct field *field, enum fault fault)
{
    static const char *const words[FAULTS] = {
        [FAULT_MISSING] = "Enter something here",
        [FAULT_TOO_LONG] = "This is too long",
        [FAULT_NOT_OFFERED] = "This does not fit here",
        [FAULT_CHARACTERS] = "This contains characters that are not allowed",
        [FAULT_NO_DATE] = "There is no such day or time",
        [FAULT_UNREAD_DATE] =
            "This is not understood as a date: write 31.1.2027 or 31 January 2027, 2027-01 or 2027",
        [FAULT_UNREAD_TIME] = "This is not understood as a time of day, 0:00 to 23:59: write 9:30",
        [FAULT_NO_ADDRESS] = "A link begins with https:// and has no spaces",
        [FAULT_TAKEN] = "This is already in use",
        [FAULT_ENDS_FIRST] = "This is before the beginning",
        [FAULT_UNKNOWN] = "There is no such thing here",
        [FAULT_NO_PDF] = "This is not a PDF",
        [FAULT_TOO_LARGE] = "This file is larger than 25 MB",
        [FAULT_BOTH] = "Either a file or a link, not both",
        [FAULT_CHANGED] = "Somebody else has changed this, too",
        [FAULT_OVERLAPS] = "Another term has these days, too",
        [FAULT_EARLY] = "This is before an earlier step",
        [FAULT_FUTURE] = "What is still to come has not been held yet",
        [FAULT_ONLY] = "One step has to stand",
        [FAULT_REFERRED] = "An obstacle or a good practice refers to one that is missing here",
        [FAULT_UNUSED] =
            "What is chosen below does not count with this choice: change it, or remove that",
        [FAULT_SURPLUS] = "Nothing belongs here, by what is chosen above",
        [FAULT_NO_ALTERNATIVE] = "An image needs a text alternative, between its square brackets",
        [FAULT_NO_DAY] = "Invalid date: write it as 2027-02-28",
        [FAULT_NO_TIME] = "Invalid time: write it as 09:30",
        [FAULT_SKIPPED] = "The clocks go forward on this day: it does not have this time",
        [FAULT_TWICE] = "The clocks go back on this day, and it has this time twice: say which",
        [FAULT_TWICE_ZONE] =
            ("The clocks go back on this day, and it has this time twice: choose the "
             "time zone Etc/GMT-2 for summer time, Etc/GMT-1 for winter time"),
        [FAULT_PAST] = "This time is in the past",
        [FAULT_BOTH_TOLD] = "Either it shows something, or it is decoration only",
        [FAULT_UNTOLD] = "Say what the picture shows, or that it is decoration only",
        [FAULT_LEADS] = "Another picture leads the page already",
        [FAULT_NO_SUCH_PICTURE] =
            "The text has a picture by a number that none of the pictures of this record has",
        [FAULT_NO_PICTURE] = "This is not a picture: choose a JPEG, PNG or WebP",
        [FAULT_LARGE_PICTURE] = "This picture is larger than 20 MB",
        [FAULT_PIXELS] = "This picture has more than 50 megapixels: save it smaller",
        [FAULT_NARROW] = "One side of this picture is more than eight times the other: crop it",
        [FAULT_ANIMATED] = "This picture moves: choose one that stands still",
        [FAULT_CMYK] = "This picture is made for print, in CMYK: save it in RGB",
        [FAULT_DAMAGED] = "This file is damaged or incomplete: save the picture anew",
        [FAULT_COSTLY] = "This picture could not be read in time: save it smaller, and try again",
        [FAULT_NO_EMAIL] = "Write the e-mail address as name@example.org",
    };
    if (field && field->wrong && fault == FAULT_NOT_OFFERED)
        return view_phrase(view, field->wrong);
    return view_phrase(view, words[fault] ? words[fault] : words[FAULT_NOT_OFFERED]);
}

/* The fault of a file is shown as soon as the file was sent: the form does not have it any more. */
static enum fault fault_of(const struct record_place *place, const struct field *field)
{
    return place->shown->judged || field->kind == FIELD_FILE
               ? place->input->faults[field - place->input->form->fields]
               : FAULT_NONE;
}

/* A value for people: a choice by its words, or by its name in the list. */
static const char *value_written(const struct record_place *place, const struct field *field,
                                 const char *value)
{
    const struct options *options = record_options_of(place->shown, field);
    for (size_t i = 0; options && i < options->count; i++)
        if (strcmp(options->items[i].key, value) == 0)
            return options->items[i].name;
    const struct choice *choice =
        field->choices ? &field->choices[choice_find(field->choices, value)] : NULL;
    return choice && choice->words ? view_phrase(place->view, choice->words) : value;
}

/* The value that somebody else has saved meanwhile. */
static void fill_theirs(const struct record_place *place, const struct field *field,
                        struct dictionary *item)
{
    if (!place->theirs || fault_of(place, field) != FAULT_CHANGED)
        return;
    const char *theirs = or_empty(input_value(place->theirs, field->name));
    struct dictionary *section = dictionary_section(item, "THEIRS");
    dictionary_set(section, "THEIR_VALUE", *theirs ? value_written(place, field, theirs) : "–");
}

/* The title of the document with KEY, since a key says little. */
static void fill_named(const struct record_place *place, const char *key, struct dictionary *item)
{
    const struct options *named = &place->shown->lists->named;
    for (size_t i = 0; i < named->count; i++)
        if (strcmp(named->items[i].key, key) == 0)
            dictionary_set(dictionary_section(item, "NAMED_DOCUMENT"), "DOCUMENT_TITLE",
                           named->items[i].name);
}

static const struct record_image *image_of(const struct record_place *place, const char *file)
{
    const struct record_images *images = &place->shown->lists->images;
    for (size_t i = 0; i < images->count; i++)
        if (strcmp(images->items[i].file, file) == 0)
            return &images->items[i];
    return NULL;
}

/* A picture, its number for the text, and the other documents that show it. */
static void fill_image(const struct record_place *place, const struct record_image *image,
                       struct dictionary *item)
{
    struct dictionary *shown = dictionary_section(item, "IMAGE");
    const char *number = or_empty(input_value(place->input, "number"));
    dictionary_set(shown, "SRC",
                   route_path(place->view->arena, ROUTE_DESK_JPEG, EN, image->thumbnail));
    dictionary_set(shown, "WIDTH", image->width);
    dictionary_set(shown, "HEIGHT", image->height);
    dictionary_set(shown, "ALTERNATIVE", or_empty(input_value(place->input, "alternative")));
    if (*number)
        dictionary_set(dictionary_section(shown, "NUMBERED"), "PICTURE_NUMBER", number);
    struct dictionary *used = image->users.count ? dictionary_section(shown, "USED") : NULL;
    for (size_t i = 0; i < image->users.count; i++) {
        struct dictionary *user = dictionary_section(used, "USER");
        dictionary_set(
            user, "PATH",
            route_path(place->view->arena, ROUTE_DESK_DOCUMENT, EN, image->users.items[i].key));
        dictionary_set(user, "USER_TITLE", image->users.items[i].name);
    }
}

static struct dictionary *fill_file(const struct record_place *place, struct dictionary *item)
{
    struct dictionary *file = dictionary_section(item, "FILE");
    const char *kept = or_empty(input_value(place->input, "file"));
    const struct record_image *image = image_of(place, kept);
    dictionary_section(file,
                       form_field(place->input->form, "alternative") ? "OF_PICTURE" : "OF_PDF");
    if (image)
        fill_image(place, image, item);
    if (*kept)
        dictionary_section(file, "KEPT");
    return file;
}

static struct dictionary *fill_flag(const char *value, struct dictionary *item)
{
    struct dictionary *flag = dictionary_section(item, "FLAG");
    if (*value)
        dictionary_section(flag, "TICKED");
    return flag;
}

static struct dictionary *fill_control(const struct record_place *place, const struct field *field,
                                       const char *value, struct dictionary *item)
{
    bool offers = field->manner == MANNER_OFFERS;
    if (field->kind == FIELD_CHOICE || (field->list && !offers))
        return fill_select(place, field, value, item);
    if (field->kind == FIELD_FILE)
        return fill_file(place, item);
    if (field->kind == FIELD_FLAG)
        return fill_flag(value, item);
    struct dictionary *control = dictionary_section(item, field->kind == FIELD_TEXT ? "AREA"
                                                          : offers                  ? "LISTED"
                                                                                    : "LINE");
    dictionary_set(control, "VALUE", value);
    if (field->kind == FIELD_LINE || field->kind == FIELD_TEXT)
        dictionary_set(dictionary_section(control, "LIMITED"), "MOST",
                       arena_print(place->view->arena, "%zu", field->max));
    if (field->kind == FIELD_TEXT)
        dictionary_set(control, "LINES", lines_for(place->view, field->name, value));
    if (strcmp(field->name, "body") == 0)
        dictionary_section(control, "MARKDOWN");
    enum language language = language_from_tag(field->name, strlen(field->name));
    if (language < LANGUAGES) /* the name of a thing in that language */
        dictionary_set(dictionary_section(control, "WRITTEN"), "TAG", language_tag(language));
    if (offers)
        dictionary_set(control, "LIST", field->name);
    return control;
}

static void fill_hidden(const char *id, const char *value, struct dictionary *parent)
{
    struct dictionary *hidden = dictionary_section(parent, "HIDDEN");
    dictionary_set(hidden, "ID", id);
    dictionary_set(hidden, "VALUE", value);
}

/* A value that cannot change is shown as text: a date, or a choice by its words. */
static void fill_settled(const struct record_place *place, const struct field *field,
                         const char *value, struct dictionary *parent)
{
    struct dictionary *item = dictionary_section(parent, "SETTLED");
    dictionary_set(item, "LABEL", view_phrase(place->view, field->label));
    dictionary_set(
        item, "WRITTEN",
        field->choices
            ? view_phrase(place->view, field->choices[choice_find(field->choices, value)].words)
            : date_written(value, place->view->language, place->view->arena));
}

static bool is_suggested(const struct record_place *place, const struct field *field)
{
    return strcmp(field->name, "presided") == 0 && place->shown->lists->presiding;
}

static void fill_hint(const struct record_place *place, const struct field *field,
                      struct dictionary *item)
{
    if (field->hint)
        dictionary_set(dictionary_section(dictionary_section(item, "HINTED"), "WORDED"), "HINT",
                       view_phrase(place->view, field->hint));
    else if (is_suggested(place, field))
        dictionary_set(dictionary_section(dictionary_section(item, "HINTED"), "SUGGESTED"),
                       "PRESIDENTS", place->shown->lists->presiding);
}

/* The words for a fault; of a text that is too long also its length. */
static void fill_fault(const struct record_place *place, const struct field *field,
                       enum fault fault, struct dictionary *item)
{
    dictionary_set(item, "FAULT_WORDS", view_record_fault(place->view, field, fault));
    if (fault != FAULT_TOO_LONG)
        return;
    const size_t typed = utf8_length(or_empty(input_value(place->input, field->name)));
    struct dictionary *counts = dictionary_section(item, "TOO_LONG");
    dictionary_set(counts, "TYPED", arena_print(place->view->arena, "%zu", typed));
    dictionary_set(counts, "MOST", arena_print(place->view->arena, "%zu", field->max));
}

/* The fault of a field, and what describes its control to screen readers. */
static void fill_state(const struct record_place *place, const struct field *field, bool focused,
                       struct dictionary *item, struct dictionary *control)
{
    enum fault fault = fault_of(place, field);
    bool hinted = field->hint || is_suggested(place, field);
    struct dictionary *described =
        hinted || fault ? dictionary_section(control, "DESCRIBED") : NULL;
    if (hinted)
        dictionary_section(described, "BY_HINT");
    if (fault) {
        dictionary_section(described, "BY_FAULT");
        dictionary_section(control, "INVALID");
        fill_fault(place, field, fault, dictionary_section(item, "FAULT"));
    }
    if (field->required) {
        dictionary_section(item, "NEEDED");
        dictionary_section(control, "REQUIRED");
    }
    if (focused)
        dictionary_section(control, "FOCUS");
}

static void fill_field(const struct record_place *place, const struct field *field, const char *id,
                       bool focused, struct dictionary *parent)
{
    const char *value = or_empty(input_value(place->input, field->name));
    struct dictionary *item = dictionary_section(parent, "FIELD");
    dictionary_set(item, "ID", id);
    dictionary_set(item, "LABEL", view_phrase(place->view, field->label));
    fill_hint(place, field, item);
    fill_theirs(place, field, item);
    if (field->list && field->manner == MANNER_OFFERS)
        fill_named(place, value, item);
    fill_state(place, field, focused, item, fill_control(place, field, value, item));
}

void view_record_field(const struct record_place *place, const struct field *field, bool first,
                       struct dictionary *parent)
{
    const char *value = or_empty(input_value(place->input, field->name));
    const char *id = arena_print(place->view->arena, "%s%s", place->prefix, field->name);
    enum fault fault = place->input->faults[field - place->input->form->fields];
    bool settled = place->numbered && field->manner == MANNER_SETTLED && *value && !fault;
    if (settled)
        fill_settled(place, field, value, parent);
    if (field->label && !settled)
        fill_field(place, field, id, first && place->focused, parent);
    else if (place->in_row)
        fill_hidden(id, value, parent);
}
