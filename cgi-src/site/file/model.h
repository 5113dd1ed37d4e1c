/* SPDX-License-Identifier: EUPL-1.2 */
/* File: a PDF that a public document links to, or a picture that one shows, kept in the database in
 * pieces; see migrations/logic/files.sql. */
#ifndef SITE_FILE_MODEL_H
#define SITE_FILE_MODEL_H

#include <stdbool.h>

#include "base/buffer.h"
#include "db/database.h"

struct file {
    bool found;
    bool was_public; /* pages have shown it, and may still show it */
    long size;       /* bytes */
    const char *title;
    const char *format; /* "pdf", "jpeg", "webp" */
};

/* SHA256 is 64 hexadecimal digits in lower case. */
void file_ask(struct batch *batch, const char *sha256, struct file *file);

/* Appends piece NUMBER of the file, from 0, to PIECE; nothing when there is none. */
void file_piece_ask(struct batch *batch, const char *sha256, int number, struct buffer *piece);

#endif
