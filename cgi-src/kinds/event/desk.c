/* SPDX-License-Identifier: EUPL-1.2 */
/* Event: the record of an event of the knowledge centre, /admin/events/KEY and /admin/new-event */
#include "record/form.h"

static const struct field fields[] = {
    RECORD_FIELDS,
    { RECORD_ORIGINAL, .legend = "Event" },
    RECORD_TITLES,
    RECORD_SLUG,
    { RECORD_STARTS, .legend = "When and where" },
    RECORD_WHEN,
    RECORD_PLACE,
    { .name = "url",
      .kind = FIELD_ADDRESS,
      .max = 1000,
      .label = "Link to the event",
      .member = "more",
      .hint = "Where more is said, or where people register" },
    { .name = "with",
      .kind = FIELD_ROWS,
      .max = 40,
      .row = &record_party_row,
      .legend = "Together with",
      .label = "Entry" },
    RECORD_ATTACHMENTS,
    RECORD_PICTURES,
    { RECORD_BODY, .legend = "More text" },
    RECORD_SOURCES,
};
const struct form event_desk_form = FORM(fields);

static void begin(struct input *input, struct arena *arena)
{
    (void)arena;
    input_set(input, "zone", "Europe/Brussels");
}

static void check(struct input *input, struct arena *arena)
{
    (void)arena;
    record_check_when(input);
}

enum err event_desk(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .document = DOCUMENT_EVENT,
        .form = &event_desk_form,
        .begin = begin,
        .check = check,
    };
    return desk_record(exchange, &kind);
}
