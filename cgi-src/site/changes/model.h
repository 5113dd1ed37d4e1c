/* SPDX-License-Identifier: EUPL-1.2 */
/* Changes: what has become of each public record, in the order in which it came to pass; see
 * migrations/schema/0002_changes.sql.
 */
#ifndef SITE_CHANGES_MODEL_H
#define SITE_CHANGES_MODEL_H

#include "frame/document.h"

struct change {
    const char *id, *stamp; /* its place in the list, and what tells it from one of that place in a
                               database that was restored */
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
    bool has_place; /* the row that they are behind is there */
};

/* The last change of each record in each language behind the row ID with STAMP, or of all when ID
 * is NULL; at most MOST. */
void changes_ask(struct batch *batch, const char *id, const char *stamp, int most,
                 struct changes *changes);

#endif
