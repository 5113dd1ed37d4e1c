/* Record form: the page on which a document with facts is recorded (a meeting, an obstacle, a practice),
 * templates/desk/record.tpl. What is on it, and in which order, is a table. */
#ifndef VIEW_RECORD_FORM_H
#define VIEW_RECORD_FORM_H

#include "http/form.h"
#include "model/record_form.h"
#include "view/view.h"

enum control { CONTROL_LINE, CONTROL_TEXT, CONTROL_CHOICE, CONTROL_LISTED, CONTROL_FILE, CONTROL_HIDDEN };

/* How a field is shown. Its label is the section L_NAME of templates/shared/record_label.tpl, in a row L_GROUP_NAME; HINT, unless
 * NULL, is one of record_hint.tpl. What it can be chosen from is LIST; without one, the choices in the table of the form, whose
 * words are the sections NAME_CHOICE of record_word.tpl. */
struct shown_field {
    const char *name;
    enum control control;
    enum choice_list list;
    const char *hint;
};
#define SHOWN_END    \
    {                \
        .name = NULL \
    }

/* A part of the form: LABEL is a section of record_part.tpl. Behind its fields it may have the rows of GROUP, whose legend is the
 * section R_GROUP of record_row.tpl. */
struct record_part {
    const char *label;
    const struct shown_field *fields;
    const char *group;
    const struct shown_field *row_fields;
    bool boxes;                 /* a row is a box to tick, one for each choice of its only field */
    bool numbered;              /* once saved, a row keeps its "number", and so its place */
    const char *const *settled; /* fields of a row that do not change once it has its number; ends in NULL */
    const char *stays;          /* the field of a row that says, if it has a value, that the row is not taken away */
};

/* All that is shown of a kind of record; SHAPE_FIELDS and its groups are those of its form. */
struct record_shape {
    const struct record_part *parts;
    size_t count;
    enum route_id route, new_route;
    bool in_series; /* the next one can be begun with what this one has */
};

/* The fields of a source, of which all kinds have a group "source". */
extern const struct shown_field record_source_fields[];

/* What the page shows, and how it came to it. */
struct record_page {
    const struct record_shape *shape;
    const struct input *input;
    const struct input *theirs; /* in a conflict, what somebody else has saved meanwhile; NULL without one */
    bool judged;                /* faults are shown */
    const char *changed;        /* the button by which rows were changed just now, as in input_change_rows; NULL for none */
    const char *earlier;        /* the number of the earlier save that is shown; NULL for the last one */
    const char *done;           /* "save", "publish": what has just been done; NULL for nothing */
    const char *key;            /* of the document; NULL for a new one */
    const char *path, *form_token;
    const struct record_choices *choices;
    const struct record_saves *saves;
};

/* Calls VISIT for each list of choices that SHAPE has a field for; for one that several fields have, once. */
void record_shape_each_list(const struct record_shape *shape, void (*visit)(enum choice_list list, void *context), void *context);

void view_record_form(const struct view *view, const struct record_page *shown, struct dictionary *page);

#endif
