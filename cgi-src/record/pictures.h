/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures: those of a record, as its form takes them. What is sent is read by a program of its own
 * (web/decoder.h), and kept only in what that makes of it. */
#ifndef RECORD_PICTURES_H
#define RECORD_PICTURES_H

#include "base/choice.h"
#include "http/form.h"
#include "web/exchange.h"

enum { RECORD_PICTURE_MOST = 20 * 1024 * 1024 };

/* Under which a picture may be shown, by the words for them. */
extern const struct choice record_picture_licences[];

/* The rows of pictures in INPUT; NULL when its form has none. */
struct input_rows *record_pictures(const struct input *input);

/* Checks what the table of their fields cannot say. */
void record_check_pictures(const struct input *input);

/* Keeps the pictures that were sent, before all the rest is judged, so that a fault elsewhere does
 * not lose them. What is wrong with one is told at its field. */
enum err record_keep_pictures(struct exchange *exchange);

#endif
