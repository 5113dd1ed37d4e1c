/* A meeting as JSON. */
#ifndef KINDS_MEETING_JSON_H
#define KINDS_MEETING_JSON_H

#include "frame/menu.h"
#include "kinds/meeting/model.h"
#include "record/json.h"

/* Adds what a meeting has beside what every document has. */
void view_record_meeting(const struct view *view, const struct document *document,
                         const struct meeting *meeting, const struct menu *menu, cJSON *record);

#endif
