/* SPDX-License-Identifier: EUPL-1.2 */
/* Changes: the last change of each public record, in the order of time; see
 * migrations/schema/0002_changes.sql. */
#ifndef SITE_CHANGES_MODEL_H
#define SITE_CHANGES_MODEL_H

#include "frame/document.h"

struct change {
    const char *id, *stamp; /* its place in the list; STAMP differs if a restored database has
                               another change at that place */
    enum document_kind kind;
    const char *key, *slug;
    enum language language;
    const char *published; /* YYYY-MM-DD, in Brussels */
    const char *at;        /* YYYY-MM-DDTHH:MM:SSZ */
    bool withdrawn;
};

struct changes {
    struct change *items;
    size_t count;
    bool has_place; /* the change after which they come is still there */
};

/* The last change of each record in each language, after the change ID with STAMP, or from the
 * start when ID is NULL; at most MAX. */
void changes_ask(struct batch *batch, const char *id, const char *stamp, int max,
                 struct changes *changes);

#endif
