/* SPDX-License-Identifier: EUPL-1.2 */
/* Pieces: sends a file that the database keeps in pieces. */
#ifndef SITE_FILE_PIECES_H
#define SITE_FILE_PIECES_H

#include "web/exchange.h"

/* Answers with the SIZE bytes of the file SHA256, which is also its entity tag. ASK appends one
 * piece of it. */
void pieces_answer(struct exchange *exchange, const char *sha256, long size,
                   void (*ask)(struct batch *batch, const char *sha256, int number,
                               struct buffer *piece));

#endif
