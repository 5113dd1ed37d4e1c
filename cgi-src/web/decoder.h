/* SPDX-License-Identifier: EUPL-1.2 */
/* Decoder: the program that reads pictures (cgi-src/picture/main.c), beside the processes of the
 * desk. A process that has a picture makes a pair of sockets, passes one to the decoder, and sends
 * and receives bytes over the other. */
#ifndef WEB_DECODER_H
#define WEB_DECODER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"

struct decoder;

/* Call once, before the processes that use it start. NULL and one log line when the program is not
 * beside this one. */
struct decoder *decoder_new(struct arena *arena);

/* Replaces this process by the program; returns only when that fails. */
void decoder_run(const struct decoder *decoder);

/* The time, in milliseconds of the monotonic clock, until which all pictures of a request that
 * begins now have to be read. */
long decoder_until(void);

/* Sends a picture of LENGTH BYTES to the program, and appends its answer to ANSWER. False when
 * there is no complete answer by UNTIL, or DECODER is NULL. */
bool decoder_ask(const struct decoder *decoder, const char *bytes, size_t length, long until,
                 struct buffer *answer);

#endif
