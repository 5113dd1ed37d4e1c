/* SPDX-License-Identifier: EUPL-1.2 */
/* Attachments: the documents that belong to a record, in its form. Each is a PDF, which is kept
 * here, or a link. */
#ifndef RECORD_ATTACHMENTS_H
#define RECORD_ATTACHMENTS_H

#include "http/form.h"
#include "web/exchange.h"

/* The rows of documents in INPUT; NULL when its form has none. */
struct input_rows *record_attachments(const struct input *input);

/* Checks what the table of their fields cannot express. */
void record_check_attachments(const struct input *input);

/* Keeps the files that were sent, before anything else is checked, so that a fault elsewhere does
 * not lose them. */
enum err record_keep_attachments(struct exchange *exchange);

#endif
