/* SPDX-License-Identifier: EUPL-1.2 */
/* Kind: the properties of each kind of document, for code that serves all kinds. Their rows are in
 * kinds.tbl. */
#ifndef FRAME_KIND_H
#define FRAME_KIND_H

#include <stdbool.h>

#include "http/route.h"

enum document_kind {
#define KIND(id, ...) DOCUMENT_##id,
#define LISTED_KIND(id, ...) DOCUMENT_##id,
#include "kinds.tbl"
    DOCUMENT_KINDS
};

/* Words are in English, for view_phrase. */
struct kind {
    const char *name;    /* in the database and in open data */
    enum route_id route; /* of its pages */
    const char *word;    /* the word for one, in search results */
    const char
        *group; /* the heading of its group at the desk; the same for all kinds in one group */
    enum route_id list;     /* the page that lists them; ROUTES without one */
    const char *list_title; /* of that page */
    const char *list_words; /* a description of the list */
    enum route_id record;   /* the form of its record; ROUTES without one */
    enum route_id new_record;
    const char *record_of; /* the title of a link to the form */
    const char *add;       /* of a link to an empty form, and of that form */
    const char *saved;     /* the words for a save in the log */
};

extern const struct kind document_kinds[DOCUMENT_KINDS];

/* The kind with NAME in the database; DOCUMENT_KINDS for an unknown name. */
enum document_kind document_kind_from(const char *name);

/* Whether documents of that kind can have meetings. */
bool document_kind_meets(enum document_kind kind);

#endif
