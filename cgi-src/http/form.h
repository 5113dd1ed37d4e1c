/* Form: the fields that a page takes, as a table, and what was sent for them (application/x-www-form-urlencoded).
 *
 * A handler reads what is in its table and nothing else, and only when all of it is sound.
 */
#ifndef HTTP_FORM_H
#define HTTP_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum field_kind {
    FIELD_LINE,   /* one line, without white space at its ends */
    FIELD_TEXT,   /* several lines, which end in line feeds */
    FIELD_SECRET, /* one line as it is; never shown again */
    FIELD_CHOICE, /* one of CHOICES */
    FIELD_FLAG,   /* a box that was ticked, or not */
    FIELD_NUMBER, /* a whole number from 0, of at most 18 digits */
};

struct field {
    const char *name;
    enum field_kind kind;
    bool required;
    size_t most;                /* characters of a line or text */
    const char *const *choices; /* ends in NULL */
};

/* FURTHER is what the names of further texts begin with, whose number the form does not know ("text."); NULL for none. Each is a
 * FIELD_TEXT of at most FURTHER_MOST characters. */
struct form {
    const struct field *fields;
    size_t count;
    const char *further;
    size_t further_most;
};

enum fault {
    FAULT_NONE,
    FAULT_MISSING,
    FAULT_TOO_LONG,
    FAULT_NOT_OFFERED, /* none of the choices, no number */
    FAULT_CONTROLS,    /* control characters */
    FAULT_TAKEN,       /* somebody else has it; these two are found by handlers */
    FAULT_WEAK,
    FAULT_NO_ALTERNATIVE, /* an image without a text that stands for it */
    FAULT_NO_DAY,         /* a moment that is none: see enum moment_fault */
    FAULT_NO_TIME,
    FAULT_SKIPPED,
    FAULT_PAST,
    FAULTS
};

/* What was sent. VALUES and FAULTS go with the fields of FORM; a value is NULL where nothing was sent, and what was sent stays
 * there when it is at fault. */
struct further_text {
    const char *name; /* behind what it begins with */
    const char *value;
    enum fault fault;
};

struct input {
    const struct form *form;
    const char **values;
    enum fault *faults;
    struct further_text *further;
    size_t further_count;
    bool sound;
};

/* An input without values, for a form that is shown for the first time. */
struct input input_empty(const struct form *form, struct arena *arena);

/* Reads BODY. All is owned by ARENA. */
struct input input_read(const struct form *form, const char *body, struct arena *arena);

/* The value of the field NAME, which is in the table; NULL when nothing was sent. */
const char *input_value(const struct input *input, const char *name);

void input_set(struct input *input, const char *name, const char *value);

/* Says that the field NAME is at fault. */
void input_fault(struct input *input, const char *name, enum fault fault);

#endif
