/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: a document with facts (a meeting, an obstacle, a practice) as editors fill it in, a
 * JSON object with the names of the form's fields; see migrations/logic/record.sql. */
#ifndef RECORD_FORM_MODEL_H
#define RECORD_FORM_MODEL_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "db/database.h"
#include "frame/document.h"
#include "record/renditions.h"

/* The document of a kind that a form is about. */
struct record_name {
    const char *kind, *key;
};

/* The record as it is, NULL when there is none. */
void record_form_ask(struct batch *batch, struct record_name name, const cJSON **form);

/* The same as it was saved in the edition EARLIER, a number, of its original. */
void record_form_earlier_ask(struct batch *batch, struct record_name name, const char *earlier,
                             const cJSON **form);

/* FORM, the text of a JSON object, together with what somebody else has saved since it was opened:
 * MERGED has the changes of both, where both have changed one field that of FORM, and the edition
 * that it would follow now as its base. */
struct record_merge {
    const cJSON *merged, *theirs;
};
void record_merge_ask(struct batch *batch, const char *form, struct record_merge *merge);

/* What the next meeting of the series of KEY begins with; NULL when there is no such meeting. */
void record_form_copy_ask(struct batch *batch, const char *key, const cJSON **form);

/* What a field can be chosen from: what is kept, and its name in the language of the desk. */
struct option {
    const char *key, *name;
};
struct options {
    struct option *items;
    size_t count;
};

/* LIST names one of those of site.options, whose comment describes them; FORUM is what the form
 * says of it, NULL when it says nothing. */
void record_options_ask(struct batch *batch, const char *list, enum language language,
                        const char *forum, struct options *options);

/* The documents that FORM, the text of a JSON object, says it belongs to, by their titles. */
void record_named_ask(struct batch *batch, const char *form, struct options *named);

/* Who presides by the terms of FORUM, as a list of names; NULL: that does not follow. STARTS is a
 * date that exists, or NULL. */
void record_presiding_ask(struct batch *batch, enum language language, const char *forum,
                          const char *starts, const char **presiding);

/* The reports of visitors that the document became or has: their references in lower case, and the
 * day and place of each. */
void record_reports_ask(struct batch *batch, const char *key, struct options *reports);

/* A save of the record: an edition of its original. */
struct record_save {
    const char *edition, *number; /* its id, and its place among the saves, from 1 */
    const char *at, *account; /* YYYY-MM-DD HH:MM, in Brussels; NULL: it came with the content */
    const char *state;        /* "draft", "replaced", "published", "superseded" */
};
struct record_saves {
    struct record_save *items;
    size_t count;
};

/* The last saves, the latest first; at most MOST. */
void record_saves_ask(struct batch *batch, const char *key, int most, struct record_saves *saves);

enum record_result {
    RECORD_SAVED,
    RECORD_UNCHANGED,
    RECORD_MERGED,
    RECORD_CONFLICT,
    RECORD_FAULTS
};

struct record_fault {
    const char *field; /* "place", "conclusion.2.by"; in a conflict also "agenda.3", a row that one
                          of two has taken away */
    const char *fault; /* "unknown", "taken", "no-date", "twice", "early", "missing", "overlaps",
                          "ends-first", "future"; NULL in a conflict */
};

struct record_saved {
    enum record_result result;
    const char *key;
    struct record_fault *faults;
    size_t fault_count;
};

/* Who saves what: FORM is the text of the JSON object, ONCE names the form that a new document came
 * from. */
struct record_change {
    const char *kind, *account, *address, *form, *once;
    bool publish;
};

/* Saves; without a key in the form it makes a document, one for each ONCE. All or nothing, with its
 * entries in the log. At the run, ERR_CONFLICT: another document is public at its address;
 * ERR_NOT_FOUND: there is no such document. */
void record_save_ask(struct batch *batch, const struct record_change *change,
                     struct record_saved *saved);

/* Keeps a PDF; SHA256 becomes its name, 64 hexadecimal digits. ERR_INVALID at the run: it is none,
 * or too large. */
void record_upload_ask(struct batch *batch, const char *bytes, size_t length, const char **sha256);

/* An image of a form, by what was sent: its smallest file, and the documents that show it beside
 * the one of the form. */
struct record_image {
    const char *file, *thumbnail, *width, *height;
    struct options users;
};

struct record_images {
    struct record_image *items;
    size_t count;
};

/* Those of FORM, the text of the JSON object, of the document KEY; NULL for a new one. */
void record_images_ask(struct batch *batch, const char *form, const char *key,
                       struct record_images *images);

/* Whether there is an image of this SHA-256; it stays for a day then. */
void record_find_image_ask(struct batch *batch, const char *sha256, bool *found);

/* Keeps an image in its renditions. */
void record_keep_image_ask(struct batch *batch, const char *sha256,
                           const struct renditions *renditions);

#endif
