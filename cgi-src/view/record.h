/* Record: a document as JSON, with all that its page shows. The fields are described on the page of the site about open data. */
#ifndef VIEW_RECORD_H
#define VIEW_RECORD_H

#include "model/cooperation.h"
#include "model/directory.h"
#include "model/meeting.h"
#include "text/json.h"
#include "view/view.h"

/* What every document has: its address, texts, sources and translations. */
cJSON *view_record(const struct view *view, enum document_kind kind, const struct document *document);

/* Adds what a topic, a partner or a meeting has beside that. */
void view_record_cooperation(const struct document *document, const struct cooperation *cooperation, cJSON *record);
void view_record_meeting(const struct view *view, const struct document *document, const struct meeting *meeting,
                         const struct directory *directory, cJSON *record);

#endif
