/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: all public data in one file, kept in the database in pieces; see
 * migrations/logic/package.sql. */
#ifndef SITE_PACKAGE_MODEL_H
#define SITE_PACKAGE_MODEL_H

#include "base/buffer.h"
#include "frame/document.h"

struct package {
    const char *sha256;  /* 64 hexadecimal digits; NULL while there is none */
    long size;           /* bytes */
    const char *changed; /* when its contents last changed, in the form of Last-Modified */
    const char *moment;  /* the same, YYYY-MM-DDTHH:MM:SSZ */
};

/* The latest package. */
void package_ask(struct batch *batch, struct package *package);

/* Appends piece NUMBER, from 0, to PIECE; nothing when there is none. */
void package_piece_ask(struct batch *batch, const char *sha256, int number, struct buffer *piece);

/* ---- For the process that makes it, with the rights of the desk ---- */

/* STATE becomes the state of the public records; NULL if a package of it was made within the last
 * hour. */
void package_due_ask(struct batch *batch, const char **state);
void package_keep_ask(struct batch *batch, const struct buffer *bytes, const char *state);

/* Within a snapshot: later statements see what visitors see. MOMENT becomes the time of the last
 * change, "YYYY-MM-DD HH:MM:SS" (UTC). */
void package_snapshot_ask(struct batch *batch, const char **moment);

/* The addresses of all records for visitors of LANGUAGE, by kind and key. */
struct package_record {
    enum document_kind kind;
    const char *slug;
};
struct package_records {
    struct package_record *items;
    size_t count;
};
void package_records_ask(struct batch *batch, enum language language,
                         struct package_records *records);

#endif
