/* SPDX-License-Identifier: EUPL-1.2 */
/* Form: a table of the fields that a page accepts, and the values that were sent for them.
 *
 * A handler sees no other fields than those of its table, and uses them only when all are sound.
 */
#ifndef HTTP_FORM_H
#define HTTP_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/choice.h"
#include "http/request.h"

enum field_kind {
    FIELD_LINE,    /* one line, without white space at its ends */
    FIELD_TEXT,    /* several lines, which end in line feeds */
    FIELD_SECRET,  /* one line as it is; never shown again */
    FIELD_CHOICE,  /* one of CHOICES */
    FIELD_FLAG,    /* a box that was ticked, or not */
    FIELD_NUMBER,  /* a whole number from 1, of at most MAX digits; of 18 where MAX is 0 */
    FIELD_DATE,    /* YYYY, YYYY-MM or YYYY-MM-DD; 31.1.2026 and 31/1/2026 are converted */
    FIELD_TIME,    /* HH:MM; 9.30 and 9h30 are converted */
    FIELD_ADDRESS, /* an address of the web, with http or https */
    FIELD_SLUG,    /* lower-case letters and digits, in words that single hyphens join */
    FIELD_FILE,    /* a file; the value is its name */
    FIELD_EMAIL,   /* an e-mail address as HTML defines it, with a full stop in its host */
    FIELD_ROWS,    /* no value, but at most MAX rows with the fields of ROW: "agenda.2.text" is the
                      field "text" in the second row of the field "agenda" */
};

/* How a field is shown or treated where that is unusual. */
enum field_manner {
    MANNER_PLAIN,
    MANNER_OFFERS, /* a line for which the browser suggests values */
    MANNER_BOXES,  /* rows, each a box to tick: one for each value of the only field of their row */
    MANNER_SETTLED, /* cannot change in a row that has a number */
    MANNER_STAYS,   /* hidden; a row that has a value for it cannot be removed */
};

struct form;

/* A field: which values are accepted, and how a form that is drawn from the table shows it. Its
 * words are in English; view_phrase translates them. */
struct field {
    const char *name;
    enum field_kind kind;
    size_t max; /* characters of a line or text, digits of a number, rows */
    bool required;
    const struct choice *choices;
    const struct form *row; /* a form without rows and further texts */
    const char *list; /* the name of the list from which the value is chosen, read when the form is
                         shown; NULL for none */
    const char *label, *hint; /* LABEL of a field of rows stands before the number of each row; a
                                 field without a label is hidden */
    const char *wrong;        /* the message about a value that does not fit; NULL: the usual one */
    const char *legend; /* the heading of the part of the form that begins with this field; NULL:
                           none begins */
    const char *member; /* its name in open data where that differs, mostly a plural; "" when open
                           data has it elsewhere or not at all */
    const char *anchor; /* of rows that have a number: the prefix of their anchors on the page */
    enum field_manner manner;
};

/* FURTHER is the prefix of the names of further texts ("text."), whose number the form does not
 * know; NULL for none. Each is a FIELD_TEXT of at most FURTHER_MAX characters. */
struct form {
    const struct field *fields;
    size_t count;
    const char *further;
    size_t further_most;
};

/* A form of the fields in the array FIELDS, without further texts. */
#define FORM(FIELDS)                                              \
    {                                                             \
        .fields = FIELDS, .count = sizeof FIELDS / sizeof *FIELDS \
    }

/* The field NAME of FORM; NULL when it has none. */
const struct field *form_field(const struct form *form, const char *name);

enum fault {
    FAULT_NONE,
    FAULT_MISSING,
    FAULT_TOO_LONG,
    FAULT_NOT_OFFERED, /* not one of the choices, not a number, not a slug */
    FAULT_CHARACTERS,  /* characters that no text may have; see base/characters.h */
    FAULT_NO_DATE,     /* there is no such day or time */
    FAULT_UNREAD_DATE, /* not understood as a date */
    FAULT_UNREAD_TIME,
    FAULT_NO_ADDRESS, /* not an address of the web */
    FAULT_TAKEN,      /* somebody else has it; handlers find this and most of the following */
    FAULT_WEAK,
    FAULT_ENDS_FIRST,
    FAULT_EARLY,    /* earlier than the row before it */
    FAULT_OVERLAPS, /* days that belong to another row, too */
    FAULT_UNKNOWN,
    FAULT_NO_PDF,
    FAULT_TOO_LARGE,
    FAULT_BOTH,           /* only one of the two may be given */
    FAULT_CHANGED,        /* somebody else has changed it, too */
    FAULT_NO_ALTERNATIVE, /* an image without an alternative text */
    FAULT_NO_DAY,         /* not a valid moment: see desk/moment.h */
    FAULT_NO_TIME,
    FAULT_SKIPPED,
    FAULT_TWICE, /* the clock shows this time twice on that day; the editor says which is meant */
    FAULT_TWICE_ZONE, /* likewise; the time zone says which */
    FAULT_PAST,
    FAULT_NO_EMAIL,
    FAULT_FUTURE,          /* said to have happened, on a day that is still to come */
    FAULT_ONLY,            /* at least one has to stay */
    FAULT_REFERRED,        /* something refers to a row that was removed */
    FAULT_UNUSED,          /* a value elsewhere would be ignored with it */
    FAULT_SURPLUS,         /* a value elsewhere says that this stays empty */
    FAULT_UNTOLD,          /* neither what a picture shows nor that it is decoration */
    FAULT_BOTH_TOLD,       /* both what a picture shows and that it is decoration */
    FAULT_LEADS,           /* another picture leads the page already */
    FAULT_NO_SUCH_PICTURE, /* a text shows a picture that the record lacks */
    FAULT_NO_PICTURE,      /* this and those below: what is wrong with the picture in a file */
    FAULT_LARGE_PICTURE,
    FAULT_PIXELS,
    FAULT_NARROW,
    FAULT_ANIMATED,
    FAULT_CMYK,
    FAULT_DAMAGED,
    FAULT_COSTLY,
    FAULTS
};

struct further_text {
    const char *name; /* without the prefix */
    const char *value;
    enum fault fault;
};

struct input_rows {
    struct input *items; /* room for as many as there may be */
    size_t count;
};

/* The values that were sent. VALUES, FAULTS, UPLOADS and ROWS are in the order of the fields of
 * FORM. A value is NULL where nothing was sent; a faulty value stays. */
struct input {
    const struct form *form;
    const char **values;
    enum fault *faults;
    const struct upload **uploads; /* of files; NULL where none was chosen */
    struct input_rows *rows;       /* of fields that have rows */
    struct further_text *further;
    size_t further_count;
    bool sound;
};

/* Whether NAME is a field of FORM whose value is never shown again. */
bool form_has_secret(const struct form *form, const char *name);

/* An input without values, for a form that is shown for the first time. */
struct input input_empty(const struct form *form, struct arena *arena);

/* Reads the fields that REQUEST sent; characters_mended mends all values but secrets. ARENA and the
 * owner of the request own the result. */
struct input input_read(const struct form *form, const struct request *request,
                        struct arena *arena);

/* The value of the field NAME, which is in the table; NULL when nothing was sent. */
const char *input_value(const struct input *input, const char *name);

void input_set(struct input *input, const char *name, const char *value);

/* Marks the field NAME with FAULT, or with FAULT_NONE as sound. After a change in a row,
 * input_gather updates the input that the row is in. */
void input_fault(struct input *input, const char *name, enum fault fault);

/* The fault of the field NAME; FAULT_NONE when INPUT is NULL, that is, nothing was sent. */
enum fault input_fault_of(const struct input *input, const char *name);

/* Whether no field has a value. A blank row has no faults: it was added and not used. */
bool input_is_blank(const struct input *input);

/* Updates SOUND of INPUT from all its fields, further texts and rows. */
void input_gather(struct input *input);

/* The rows of the field NAME, which is in the table. */
struct input_rows *input_rows(const struct input *input, const char *name);

/* Removes blank rows. */
void input_drop_blank_rows(struct input *input);

/* The file chosen in the field NAME; NULL for none. */
const struct upload *input_upload(const struct input *input, const char *name);

/* A further row at the end of the field NAME, empty; NULL when there are as many as there may be.
 */
struct input *input_add_row(struct input *input, const char *name, struct arena *arena);

/* Does what a button of a row asks: "ROWS.add", "ROWS.N.up", "ROWS.N.down" or "ROWS.N.remove".
 * False when ACTION is none of these. */
bool input_change_rows(struct input *input, const char *action, struct arena *arena);

#endif
