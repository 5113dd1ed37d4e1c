/* Structured data: what a page is about, in the vocabulary of schema.org as JSON-LD 1.1, for search engines. */
#ifndef VIEW_STRUCTURED_H
#define VIEW_STRUCTURED_H

#include "model/directory.h"
#include "model/meeting.h"
#include "view/view.h"

/* The meeting as an Event (schema.org/Event), for frame.json_ld. */
const char *view_structured_meeting(const struct view *view, const struct document *document, const struct meeting *meeting,
                                    const struct directory *directory);

/* Who runs the site, as a GovernmentOrganization. */
const char *view_structured_organization(const struct view *view);

#endif
