/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: the data of a form (of a meeting, an obstacle, a practice), a JSON object with the
 * names of the form's fields; see migrations/logic/record.sql. */
#ifndef RECORD_FORM_MODEL_H
#define RECORD_FORM_MODEL_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "db/database.h"
#include "frame/document.h"
#include "record/renditions.h"

/* The kind and the key of the document that a form is about. */
struct record_name {
    const char *kind, *key;
};

/* The record as it was last saved; NULL when there is none. */
void record_form_ask(struct batch *batch, struct record_name name, const cJSON **form);

/* The same as it was saved in an earlier edition of its original; EARLIER is the id of the
 * edition. */
void record_form_earlier_ask(struct batch *batch, struct record_name name, const char *earlier,
                             const cJSON **form);

/* Merges FORM, the text of a JSON object, with what somebody else has saved since it was opened,
 * THEIRS. MERGED has the changes of both, that of FORM where both have changed one field, and the
 * latest edition as its base. */
struct record_merge {
    const cJSON *merged, *theirs;
};
void record_merge_ask(struct batch *batch, const char *form, struct record_merge *merge);

/* The initial values of the meeting after KEY in its series; NULL when there is no such meeting. */
void record_form_copy_ask(struct batch *batch, const char *key, const cJSON **form);

/* An option of a field: KEY is stored, NAME is shown, in the language of the desk. */
struct option {
    const char *key, *name;
};
struct options {
    struct option *items;
    size_t count;
};

/* LIST is one of the lists that the comment of site.options describes; FORUM is the forum in the
 * form, NULL for none. */
void record_options_ask(struct batch *batch, const char *list, enum language language,
                        const char *forum, struct options *options);

/* The titles of the documents to which FORM, the text of a JSON object, says that it belongs. */
void record_named_ask(struct batch *batch, const char *form, struct options *named);

/* The names of those who preside on STARTS by the terms of FORUM; NULL when the terms do not tell.
 * STARTS is a date that exists, or NULL. */
void record_presiding_ask(struct batch *batch, enum language language, const char *forum,
                          const char *starts, const char **presiding);

/* The reports of visitors that became the document or were added to it: their references, in lower
 * case, and the day and place of each. */
void record_reports_ask(struct batch *batch, const char *key, struct options *reports);

/* A save of the record: an edition of its original. */
struct record_save {
    const char *edition, *number; /* its id, and its place among the saves, from 1 */
    const char *at,
        *account;      /* YYYY-MM-DD HH:MM, in Brussels; ACCOUNT is NULL for an imported edition */
    const char *state; /* "draft", "replaced", "published", "superseded" */
};
struct record_saves {
    struct record_save *items;
    size_t count;
};

/* The last saves, the latest first; at most MAX. */
void record_saves_ask(struct batch *batch, const char *key, int max, struct record_saves *saves);

enum record_result {
    RECORD_SAVED,
    RECORD_UNCHANGED,
    RECORD_MERGED,
    RECORD_CONFLICT,
    RECORD_FAULTS
};

struct record_fault {
    const char *field; /* "place", "conclusion.2.by"; in a conflict also "agenda.3", a row that one
                          of the two has removed */
    const char *fault; /* "unknown", "taken", "no-date", "twice", "early", "missing", "overlaps",
                          "ends-first", "future"; NULL in a conflict */
};

struct record_saved {
    enum record_result result;
    const char *key;
    struct record_fault *faults;
    size_t fault_count;
};

/* A save: FORM is the text of the JSON object; ONCE identifies the form of a new document. */
struct record_change {
    const char *kind, *account, *address, *form, *once;
    bool publish;
};

/* Saves the record; without a key in the form, makes a document, one only for each ONCE. All or
 * nothing, including the entries in the log. When run, ERR_CONFLICT: another document is public at
 * its address; ERR_NOT_FOUND: there is no such document. */
void record_save_ask(struct batch *batch, const struct record_change *change,
                     struct record_saved *saved);

/* Keeps a PDF; *SHA256 becomes its name, 64 hexadecimal digits. ERR_INVALID when run: it is not a
 * PDF, or too large. */
void record_upload_ask(struct batch *batch, const char *bytes, size_t length, const char **sha256);

/* An image of a form: FILE is the SHA-256 of what was sent, THUMBNAIL its smallest file; USERS are
 * the other documents that show it. */
struct record_image {
    const char *file, *thumbnail, *width, *height;
    struct options users;
};

struct record_images {
    struct record_image *items;
    size_t count;
};

/* The images of FORM, the text of the JSON object, of the document KEY; KEY is NULL for a new
 * one. */
void record_images_ask(struct batch *batch, const char *form, const char *key,
                       struct record_images *images);

/* Whether there is an image of this SHA-256; if so, it is kept for another day. */
void record_find_image_ask(struct batch *batch, const char *sha256, bool *found);

/* Keeps an image in its renditions. */
void record_keep_image_ask(struct batch *batch, const char *sha256,
                           const struct renditions *renditions);

#endif
