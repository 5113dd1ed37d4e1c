/* SPDX-License-Identifier: EUPL-1.2 */
/* Preview: makes a link to a draft. */
#ifndef RECORD_PREVIEW_H
#define RECORD_PREVIEW_H

#include "web/exchange.h"

/* Makes a link to a preview of the newest draft of a document, and redirects the editor to it. */
enum err record_open_preview(struct exchange *exchange, const char *key, enum language language);

#endif
