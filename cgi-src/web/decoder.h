/* SPDX-License-Identifier: EUPL-1.2 */
/* Decoder: the program that reads pictures (cgi-src/picture/main.c), beside the processes of the
 * desk. Whoever has a picture makes a pair of sockets, hands one to the decoder, and sends and gets
 * bytes over the other. */
#ifndef WEB_DECODER_H
#define WEB_DECODER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"

struct decoder;

/* To be made once, before the processes that ask it are started. NULL, with a line in the log, when
 * the program is not beside this one. */
struct decoder *decoder_new(struct arena *arena);

/* Becomes the program; returns when it cannot be started. */
void decoder_run(const struct decoder *decoder);

/* Until when all pictures of one request are to be read, in milliseconds of the monotonic clock. */
long decoder_until(void);

/* Has BYTES of LENGTH read; ANSWER becomes what the program says to them. False when there is no
 * whole answer by UNTIL, or DECODER is NULL. */
bool decoder_ask(const struct decoder *decoder, const char *bytes, size_t length, long until,
                 struct buffer *answer);

#endif
