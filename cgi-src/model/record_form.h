/* Record form: a document with facts (a meeting, an obstacle, a practice) as editors fill it in, a JSON object with the names of
 * the form's fields; see migrations/0012_register_form.sql. */
#ifndef MODEL_RECORD_FORM_H
#define MODEL_RECORD_FORM_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "db/database.h"
#include "model/document.h"

/* The document of a kind that a form is about. */
struct record_name {
    const char *kind, *key;
};

/* The record as it is, NULL when there is none. */
void record_form_ask(struct batch *batch, struct record_name name, const cJSON **form);

/* The same of an earlier save. */
void record_form_version_ask(struct batch *batch, struct record_name name, const char *version, const cJSON **form);

/* What the next meeting of the series of KEY begins with; NULL when there is no such meeting. */
void record_form_copy_ask(struct batch *batch, const char *key, const cJSON **form);

/* A choice: what is kept, and its name in the language of the desk. */
struct choice {
    const char *key, *name;
};
struct choices {
    struct choice *items;
    size_t count;
};

/* What forms offer that is not in their tables. */
enum choice_list {
    LIST_NONE,
    LIST_LANGUAGES, /* of the site; the database is not asked for these */
    LIST_FORUMS,
    LIST_PARTIES,
    LIST_PLACES,
    LIST_BORDERS,
    LIST_MEETINGS,  /* of a forum, the latest first: which may have taken up a conclusion */
    LIST_DOCUMENTS, /* what an obstacle or a practice may belong to: all forums and partners, the rest as far as it is new */
    CHOICE_LISTS
};

struct record_choices {
    struct choices lists[CHOICE_LISTS];
    struct choices named;  /* the documents that the form names, by their titles */
    const char *presiding; /* who presides by the terms of the forum, as a list of names; NULL: that does not follow */
};

/* FORUM is what the form says of it, NULL when it says nothing. */
void record_choices_ask(struct batch *batch, enum choice_list list, enum language language, const char *forum,
                        struct record_choices *choices);

/* FORM is the text of the JSON object. */
void record_named_ask(struct batch *batch, const char *form, struct record_choices *choices);

/* STARTS is a date that exists, or NULL. */
void record_presiding_ask(struct batch *batch, enum language language, const char *forum, const char *starts,
                          struct record_choices *choices);

/* A save of the record. */
struct record_save {
    const char *version, *at, *account; /* AT is YYYY-MM-DD HH:MM, in Brussels */
};
struct record_saves {
    struct record_save *items;
    size_t count;
};

/* The last saves, the latest first; at most MOST. */
void record_saves_ask(struct batch *batch, const char *key, int most, struct record_saves *saves);

enum record_result { RECORD_SAVED, RECORD_UNCHANGED, RECORD_CONFLICT, RECORD_FAULTS };

struct record_fault {
    const char *field; /* "place", "conclusion.2.by" */
    const char *fault; /* "unknown", "taken", "no-date", "early", "missing" */
};

struct record_saved {
    enum record_result result;
    const char *key;
    struct record_fault *faults;
    size_t fault_count;
};

/* Who saves what: FORM is the text of the JSON object, ONCE names the form that a new document came from. */
struct record_change {
    const char *kind, *account, *address, *form, *once;
    bool publish;
};

/* Saves; without a key in the form it makes a document, one for each ONCE. All or nothing, with its entries in the log. At the
 * run, ERR_CONFLICT: another document is public at its address; ERR_NOT_FOUND: there is no such document. */
void record_save_ask(struct batch *batch, const struct record_change *change, struct record_saved *saved);

/* Keeps a PDF; SHA256 becomes its name, 64 hexadecimal digits. ERR_INVALID at the run: it is none, or too large. */
void record_upload_ask(struct batch *batch, const char *bytes, size_t length, const char **sha256);

#endif
