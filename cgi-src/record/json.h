/* JSON: a document with all that its page shows. The fields are described on the page of the site
 * about open data. */
#ifndef RECORD_JSON_H
#define RECORD_JSON_H

#include "frame/view.h"
#include "text/json.h"

/* What every document has: its address, texts, sources and translations. A kind adds what it has
 * beside that. */
cJSON *view_record(const struct view *view, enum document_kind kind,
                   const struct document *document);

/* The documents that belong to it, which some kinds have. */
void view_record_attachments(const struct view *view, const struct document *document,
                             cJSON *record);

#endif
