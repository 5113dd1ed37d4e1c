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
    bool numbered; /* a row that has kept its number: what is settled stays */
    bool focused;  /* the first field gets the focus */
};

/* The field, unless it is one that nobody sees; the first of its row gets the focus that the row
 * has. */
void view_record_field(const struct record_place *place, const struct field *field, bool first,
                       struct dictionary *parent);

/* The fault of a field in words; FIELD is NULL where it has no row in a table of a form. */
const char *view_record_fault(const struct view *view, const struct field *field, enum fault fault);

/* The options of the list that FIELD is chosen from; NULL when it has none. */
const struct options *record_options_of(const struct record_page *shown, const struct field *field);

#endif
