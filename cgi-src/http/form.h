/* SPDX-License-Identifier: EUPL-1.2 */
/* Form: the fields that a page takes, as a table, and what was sent for them.
 *
 * A handler reads what is in its table and nothing else, and only when all of it is sound.
 */
#ifndef HTTP_FORM_H
#define HTTP_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/choice.h"
#include "http/request.h"

enum field_kind {
    FIELD_LINE,   /* one line, without white space at its ends */
    FIELD_TEXT,   /* several lines, which end in line feeds */
    FIELD_SECRET, /* one line as it is; never shown again */
    FIELD_CHOICE, /* one of CHOICES */
    FIELD_FLAG,   /* a box that was ticked, or not */
    FIELD_NUMBER, /* a whole number from 1, of at most MOST digits; of 18 where that is 0 */
    FIELD_DATE, /* YYYY, YYYY-MM or YYYY-MM-DD, which days also become that are written 31.1.2026 or
                   31/1/2026 */
    FIELD_TIME, /* HH:MM, which 9.30 and 9h30 become too */
    FIELD_ADDRESS, /* of the web, with http or https */
    FIELD_SLUG,    /* lower-case letters and digits, in words that single hyphens join */
    FIELD_FILE,    /* its value is the name of the file */
    FIELD_EMAIL,   /* an address of mail as HTML has it, with a full stop in its host */
    FIELD_ROWS,    /* no value, but at most MOST rows with the fields of ROW: "agenda.2.text" is the
                      field "text" in the second row    of the field "agenda" */
};

/* What is particular to how a field is shown, or to what may be done with it. */
enum field_manner {
    MANNER_PLAIN,
    MANNER_OFFERS, /* a line for which some values are offered while it is typed */
    MANNER_BOXES,  /* rows, each a box to tick: one for each value of the only field of their row */
    MANNER_SETTLED, /* does not change any more in a row that has a number */
    MANNER_STAYS,   /* unseen; a row that has a value for it is not taken away */
};

struct form;

/* A field: what may be sent, and how a form shows it that is made of its table. Words are in
 * English, which view_phrase translates. */
struct field {
    const char *name;
    enum field_kind kind;
    size_t most; /* characters of a line or text, digits of a number, rows */
    bool required;
    const struct choice *choices;
    const struct form *row; /* a form without rows and further texts */
    const char *list; /* the name of the list, asked for when the form is shown, from which it is
                         chosen; NULL for none */
    const char *label, *hint; /* of rows, LABEL stands before the number of each; without a label a
                                 field is not seen */
    const char *wrong;  /* what is told of a value that does not fit; NULL: that it does not */
    const char *legend; /* it begins a part of the form, of this name */
    const char *member; /* what open data calls it, where that is not its name: its plural, mostly;
                           "" of what data has otherwise, or not at all */
    const char *anchor; /* of rows that have a number: what their anchors on the page begin with */
    enum field_manner manner;
};

/* FURTHER is what the names of further texts begin with, whose number the form does not know
 * ("text."); NULL for none. Each is a FIELD_TEXT of at most FURTHER_MOST characters. */
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
    FAULT_NOT_OFFERED, /* none of the choices, no number */
    FAULT_CHARACTERS,  /* some that no text may have; see base/characters.h */
    FAULT_NO_DATE,     /* there is no such day or time */
    FAULT_UNREAD_DATE, /* not understood as one */
    FAULT_UNREAD_TIME,
    FAULT_NO_ADDRESS, /* of the web */
    FAULT_TAKEN,      /* somebody else has it; these are found by handlers */
    FAULT_WEAK,
    FAULT_ENDS_FIRST,
    FAULT_EARLY,    /* before what came before it */
    FAULT_OVERLAPS, /* days that another one has */
    FAULT_UNKNOWN,
    FAULT_NO_PDF,
    FAULT_TOO_LARGE,
    FAULT_BOTH,           /* one of two, not both */
    FAULT_CHANGED,        /* somebody else has changed it, too */
    FAULT_NO_ALTERNATIVE, /* an image without a text that stands for it */
    FAULT_NO_DAY,         /* a moment that is none: see desk/moment.h */
    FAULT_NO_TIME,
    FAULT_SKIPPED,
    FAULT_TWICE,      /* a time that the day has twice; which one is to be said */
    FAULT_TWICE_ZONE, /* likewise, where the time zone says so */
    FAULT_PAST,
    FAULT_NO_EMAIL,
    FAULT_FUTURE,          /* has been, by what else is said of it only will be */
    FAULT_ONLY,            /* one at least has to stay */
    FAULT_REFERRED,        /* something refers to what is missing */
    FAULT_UNUSED,          /* what stands elsewhere does not count with it */
    FAULT_SURPLUS,         /* nothing belongs there, by what stands elsewhere */
    FAULT_UNTOLD,          /* nobody says what a picture shows */
    FAULT_BOTH_TOLD,       /* what a picture shows, and that it shows nothing */
    FAULT_LEADS,           /* another one does already */
    FAULT_NO_SUCH_PICTURE, /* a text has a picture that the record does not have */
    FAULT_NO_PICTURE,      /* of a file: what is wrong with the picture in it */
    FAULT_LARGE_PICTURE,
    FAULT_PIXELS,
    FAULT_NARROW,
    FAULT_ANIMATED,
    FAULT_CMYK,
    FAULT_DAMAGED,
    FAULT_COSTLY,
    FAULTS
};

/* What was sent. VALUES and FAULTS go with the fields of FORM; a value is NULL where nothing was
 * sent, and what was sent stays there when it is at fault. */
struct further_text {
    const char *name; /* behind what it begins with */
    const char *value;
    enum fault fault;
};

struct input_rows {
    struct input *items; /* room for as many as there may be */
    size_t count;
};

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

/* Whether NAME is that of a field which is never shown again. */
bool form_has_secret(const struct form *form, const char *name);

/* An input without values, for a form that is shown for the first time. */
struct input input_empty(const struct form *form, struct arena *arena);

/* Reads what REQUEST sent, mended by characters_mended but for secrets. All is owned by ARENA, and
 * by what owns the request. */
struct input input_read(const struct form *form, const struct request *request,
                        struct arena *arena);

/* The value of the field NAME, which is in the table; NULL when nothing was sent. */
const char *input_value(const struct input *input, const char *name);

void input_set(struct input *input, const char *name, const char *value);

/* Says that the field NAME is at fault, or with FAULT_NONE that it is not. That of a row makes the
 * input that it is in unsound by input_gather. */
void input_fault(struct input *input, const char *name, enum fault fault);

/* What is wrong with the field NAME; FAULT_NONE also where INPUT is NULL: nothing was sent. */
enum fault input_fault_of(const struct input *input, const char *name);

/* Whether nothing was put in. A row that is blank has no faults: it was added and not used. */
bool input_is_blank(const struct input *input);

/* Says anew whether all fields, further texts and rows of INPUT are sound. */
void input_gather(struct input *input);

/* The rows of the field NAME, which is in the table. */
struct input_rows *input_rows(const struct input *input, const char *name);

/* Takes blank rows out. */
void input_drop_blank_rows(struct input *input);

/* The file chosen in the field NAME; NULL for none. */
const struct upload *input_upload(const struct input *input, const char *name);

/* A further row at the end of the field NAME, empty; NULL when there are as many as there may be.
 */
struct input *input_add_row(struct input *input, const char *name, struct arena *arena);

/* Carries out what a button of a row says, "ROWS.add", "ROWS.N.up", "ROWS.N.down" or
 * "ROWS.N.remove". False when ACTION is none of these. */
bool input_change_rows(struct input *input, const char *action, struct arena *arena);

#endif
