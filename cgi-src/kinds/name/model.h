/* SPDX-License-Identifier: EUPL-1.2 */
/* Names: the places and parties that documents refer to, as editors list, add and change them; see
 * migrations/logic/kinds/name.sql.
 *
 * Strings live in the arena of the batch.
 */
#ifndef KINDS_NAME_MODEL_H
#define KINDS_NAME_MODEL_H

#include "record/form_model.h"

enum name_kind {
    NAME_PLACE,
    NAME_PARTY, /* a country, region or organisation */
};

/* A place or party in a list. */
struct listed_name {
    const char *key, *name;       /* in the language of the desk */
    const char *names[LANGUAGES]; /* in each language */
    const char *note; /* the country of a place; "country", "region" or "organisation" of a party */
    bool used;        /* something refers to it */
};
struct names {
    struct listed_name *items;
    size_t count;
    long total; /* shown or not */
};

/* At most MAX of them, by name in LANGUAGE: of parties those of KIND (NULL for all), and those
 * with WORDS in a name or key (NULL for all). */
void names_ask(struct batch *batch, enum name_kind what, enum language language, const char *kind,
               const char *words, int max, struct names *names);

/* How many pages still show a name as it was, counted up to RENEWALS_COUNTED_MAX + 1. */
enum { RENEWALS_COUNTED_MAX = 10000 };
void names_renewals_ask(struct batch *batch, long *pages);

/* The place or party KEY in the form of its fields; NULL when there is none. */
void name_ask(struct batch *batch, enum name_kind what, const char *key, const cJSON **form);

/* What refers to it: a document, or a place that is in a country. */
struct name_use {
    bool place;
    const char *key, *title; /* of a place its name in the language of the desk */
    enum language language;  /* of the title */
};
struct name_uses {
    struct name_use *items;
    size_t count;
    long total; /* counted up to 10001 */
};
void name_uses_ask(struct batch *batch, enum name_kind what, const char *key,
                   enum language language, int max, struct name_uses *uses);

enum name_result { NAME_SAVED, NAME_UNCHANGED, NAME_CONFLICT, NAME_GONE, NAME_FAULTS };

struct name_fault {
    const char *field;
    const char *fault; /* "unknown", "taken", "unfit", "surplus" */
};
struct name_saved {
    enum name_result result;
    const char *key;
    struct name_fault *faults;
    size_t fault_count;
};

/* Saves FORM, the text of a JSON object, and logs that. Without a key in it, adds a place or
 * party. */
void name_save_ask(struct batch *batch, const char *account, const char *address,
                   enum name_kind what, const char *form, struct name_saved *saved);

enum name_deletion { NAME_DELETED, NAME_USED, NAME_CHANGED, NAME_MISSING };

/* Deletes the place or party if nothing refers to it and its version is still VERSION. */
void name_delete_ask(struct batch *batch, const char *account, const char *address,
                     enum name_kind what, const char *key, const char *version,
                     enum name_deletion *deletion);

#endif
