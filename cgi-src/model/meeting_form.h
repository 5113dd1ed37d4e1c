/* Meeting form: the record of a meeting as editors fill it in, a JSON object with the names of the form's fields; see
 * migrations/0010_meeting_form.sql. */
#ifndef MODEL_MEETING_FORM_H
#define MODEL_MEETING_FORM_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "db/database.h"

/* The record of the meeting KEY as it is, NULL when there is none. */
void meeting_form_ask(struct batch *batch, const char *key, const cJSON **form);

/* The same of an earlier save. */
void meeting_form_version_ask(struct batch *batch, const char *key, const char *version, const cJSON **form);

/* What the next meeting of the series of KEY begins with; NULL when there is no such meeting. */
void meeting_form_copy_ask(struct batch *batch, const char *key, const cJSON **form);

/* A choice: what is kept, and its name in the language of the desk. */
struct choice {
    const char *key, *name;
};
struct choices {
    struct choice *items;
    size_t count;
};

/* What the form offers. */
struct meeting_choices {
    struct choices forums, parties, places;
    struct choices meetings; /* of the forum, the latest first: which may have taken up a conclusion */
    const char *presiding;   /* who presides by the terms of the forum, as a list of names; NULL: that does not follow */
};

/* FORUM and STARTS are what the form says of them, each NULL when it says nothing; STARTS is a date that exists. */
void meeting_choices_ask(struct batch *batch, enum language language, const char *forum, const char *starts,
                         struct meeting_choices *choices);

/* A save of the record. */
struct meeting_save {
    const char *version, *at, *account; /* AT is YYYY-MM-DD HH:MM, in Brussels */
};
struct meeting_saves {
    struct meeting_save *items;
    size_t count;
};

/* The last saves of a meeting, the latest first; at most MOST. */
void meeting_saves_ask(struct batch *batch, const char *key, int most, struct meeting_saves *saves);

enum meeting_result { MEETING_SAVED, MEETING_UNCHANGED, MEETING_CONFLICT, MEETING_FAULTS };

struct meeting_fault {
    const char *field; /* "place", "conclusion.2.by" */
    const char *fault; /* "unknown", "taken", "no-date" */
};

struct meeting_saved {
    enum meeting_result result;
    const char *key;
    struct meeting_fault *faults;
    size_t fault_count;
};

/* Saves FORM, the text of the JSON object; without a key it makes a meeting, one for each ONCE. All or nothing, with its entries
 * in the log. At the run, ERR_CONFLICT: another document is public at its address; ERR_NOT_FOUND: no such meeting. */
void meeting_save_ask(struct batch *batch, const char *account, const char *address, const char *form, const char *once,
                      bool publish, struct meeting_saved *saved);

/* Keeps a PDF; SHA256 becomes its name, 64 hexadecimal digits. ERR_INVALID at the run: it is none, or too large. */
void meeting_upload_ask(struct batch *batch, const char *bytes, size_t length, const char **sha256);

#endif
