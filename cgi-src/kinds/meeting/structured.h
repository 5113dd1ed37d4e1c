/* SPDX-License-Identifier: EUPL-1.2 */
/* A meeting as structured data. */
#ifndef KINDS_MEETING_STRUCTURED_H
#define KINDS_MEETING_STRUCTURED_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/meeting/model.h"
#include "text/json.h"

/* The meeting as an Event (schema.org/Event), for frame.about; NULL when its day is not known. */
cJSON *view_structured_meeting(const struct view *view, const struct document *document,
                               const struct meeting *meeting, const struct menu *menu);

#endif
