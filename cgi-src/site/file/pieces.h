/* SPDX-License-Identifier: EUPL-1.2 */
/* Pieces: a file that the database keeps in pieces, on its way to who asked for it. */
#ifndef SITE_FILE_PIECES_H
#define SITE_FILE_PIECES_H

#include "web/exchange.h"

/* Answers with the SIZE bytes of the file SHA256, which is its entity tag, too. ASK appends a piece
 * of it. */
void pieces_answer(struct exchange *exchange, const char *sha256, long size,
                   void (*ask)(struct batch *batch, const char *sha256, int number,
                               struct buffer *piece));

#endif
