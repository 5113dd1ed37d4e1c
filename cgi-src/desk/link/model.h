/* SPDX-License-Identifier: EUPL-1.2 */
/* Links: what a text may link to; see migrations/logic/desk/overview.sql. */
#ifndef DESK_LINK_MODEL_H
#define DESK_LINK_MODEL_H

#include "frame/document.h"

struct link_target {
    const char *target, *title; /* as Markdown has them: doc:KEY, or the path of a file */
    enum language language;     /* of the title */
    enum document_kind kind;    /* DOCUMENT_KINDS for a file */
    const char *starts, *forum; /* they tell it from others; NULL for none */
    bool published;
};

struct link_targets {
    struct link_target *items;
    size_t count;
};

/* The documents that match WORDS, with their titles in LANGUAGE, each followed by its files; at
 * most MAX. */
void link_targets_ask(struct batch *batch, enum language language, const char *words, int max,
                      struct link_targets *targets);

#endif
