/* SPDX-License-Identifier: EUPL-1.2 */
/* Meeting: the record of a meeting, its facts and its texts in the original language,
 * /admin/meetings/KEY and /admin/new-meeting
 */
#include <string.h>

#include "record/form.h"

static void begin(struct input *input, struct arena *arena)
{
    (void)arena;
    input_set(input, "zone", "Europe/Brussels");
    input_set(input, "mode", "in-person");
    input_set(input, "status", "planned");
    input_set(input, "presided", "by-term");
}

/* ---- What the table of fields cannot say ---- */

static void check_earlier(struct input *input)
{
    if (record_given(input, "earlier") && !record_is(input, "status", "moved") &&
        !record_is(input, "status", "postponed") && !record_is(input, "status", "cancelled"))
        input_fault(input, "earlier", FAULT_NOT_OFFERED);
}

static void check_conclusion(struct input *row)
{
    if (!record_given(row, "by"))
        return;
    if (!record_given(row, "state"))
        input_set(row, "state", "taken-up");
    else if (!record_is(row, "state", "taken-up"))
        input_fault(row, "state", FAULT_NOT_OFFERED);
}

static void check(struct input *input, struct arena *arena)
{
    (void)arena;
    record_check_when(input);
    check_earlier(input);
    if (record_is(input, "presided", "by-term") && input_rows(input, "presidency")->count)
        input_fault(input, "presided", FAULT_UNUSED);
    struct input_rows *conclusions = input_rows(input, "conclusion");
    for (size_t i = 0; i < conclusions->count; i++)
        check_conclusion(&conclusions->items[i]);
}

enum err meeting_desk(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .document = DOCUMENT_MEETING,
        .form = &meeting_desk_form,
        .in_series = true,
        .has_presidency = true,
        .begin = begin,
        .check = check,
    };
    return desk_record(exchange, &kind);
}
