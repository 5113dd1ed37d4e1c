/* SPDX-License-Identifier: EUPL-1.2 */
/* Record field: one field of a record form with its label, control and fault,
 * templates/record/_field.tpl. */
#ifndef RECORD_FIELD_VIEW_H
#define RECORD_FIELD_VIEW_H

#include "record/form_view.h"

/* Where a field is: in the form itself, or in a row ("conclusion.2."). */
struct record_place {
    const struct view *view;
    const struct record_page *shown;
    const struct input *input, *theirs; /* THEIRS is NULL in rows */
    const char *prefix;
    bool in_row;
    bool numbered; /* a row that is saved and has a number: its settled fields cannot change */
    bool focused;  /* the first field gets the focus */
};

/* Shows FIELD in PARENT, unless it is hidden. The FIRST field of a row gets the focus of the
 * row. */
void view_record_field(const struct record_place *place, const struct field *field, bool first,
                       struct dictionary *parent);

/* A fault in words; FIELD is NULL when it is not in the table of a form. */
const char *view_record_fault(const struct view *view, const struct field *field, enum fault fault);

/* The options of the list from which FIELD is chosen; NULL when it has no list. */
const struct options *record_options_of(const struct record_page *shown, const struct field *field);

#endif
