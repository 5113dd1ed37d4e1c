/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures: the pictures of a record, in its form. A separate program (web/decoder.h) reads what is
 * sent, and only the renditions that it makes are kept. */
#ifndef RECORD_PICTURES_H
#define RECORD_PICTURES_H

#include "base/choice.h"
#include "http/form.h"
#include "web/exchange.h"

enum { RECORD_PICTURE_MAX = 20 * 1024 * 1024 };

/* The licences under which a picture may be shown, and the words for them. */
extern const struct choice record_picture_licences[];

/* The rows of pictures in INPUT; NULL when its form has none. */
struct input_rows *record_pictures(const struct input *input);

/* Checks what the table of their fields cannot express. */
void record_check_pictures(const struct input *input);

/* Keeps the pictures that were sent, before anything else is checked, so that a fault elsewhere
 * does not lose them. The fault of a picture stands at its field. */
enum err record_keep_pictures(struct exchange *exchange);

#endif
