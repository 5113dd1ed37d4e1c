/* Record field: one field of a record form with its label, control and fault, templates/shared/record_field.tpl. */
#ifndef VIEW_RECORD_FIELD_H
#define VIEW_RECORD_FIELD_H

#include "view/record_form.h"

/* Where a field is: in the form itself, or in a row of PART ("conclusion.2."). */
struct record_place {
    const struct view *view;
    const struct record_page *shown;
    const struct input *input, *theirs; /* THEIRS is NULL in rows */
    const char *group;                  /* NULL outside rows */
    const char *prefix;
    const char *const *settled; /* fields that do not change here; NULL for none */
    bool focused;               /* the first field gets the focus */
};

void view_record_fields(const struct record_place *place, const struct shown_field *fields, struct dictionary *parent);

/* The fault of a field, shown as words. */
void view_record_fault(enum fault fault, struct dictionary *parent);

/* The label of the field NAME of GROUP, which is NULL outside rows. */
void view_record_label(const struct view *view, const char *group, const char *name, struct dictionary *parent);

/* "R", "open-item": the section R_OPEN_ITEM. Both are of our own making, so there are few such names. */
const char *view_record_section(const struct view *view, const char *first, const char *second);

#endif
