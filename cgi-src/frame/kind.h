/* SPDX-License-Identifier: EUPL-1.2 */
/* Kind: what tells one kind of document from another where pages treat all of them alike. Their
 * rows are in kinds.tbl.
 */
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
    const char *word;    /* what one is called, in a list of things found */
    const char *group;  /* what they are called together, at the desk; equal for kinds that stand in
                           one group */
    enum route_id list; /* the page that lists them; ROUTES without one */
    const char *list_title; /* of that page */
    const char *list_words; /* what it lists */
    enum route_id record;   /* the form of its record; ROUTES without one */
    enum route_id new_record;
    const char *record_of; /* the title of a link to the form */
    const char *add;       /* and of one to an empty form, which is also its title */
    const char *saved;     /* what the log says of a save */
};

extern const struct kind document_kinds[DOCUMENT_KINDS];

/* The kind that the database calls NAME; DOCUMENT_KINDS for a name that is none. */
enum document_kind document_kind_from(const char *name);

/* Whether meetings can be of a document of that kind. */
bool document_kind_meets(enum document_kind kind);

#endif
