/* Meeting: the record of a meeting, its facts and its texts in the original language, /admin/meetings/KEY and /admin/new-meeting
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

static void check_days(struct input *input)
{
    const char *starts = record_sound(input, "starts"), *ends = record_sound(input, "ends");
    if (starts && ends && strlen(starts) != strlen(ends))
        input_fault(input, "ends", FAULT_NO_DATE);
    else if (starts && ends && strcmp(ends, starts) < 0)
        input_fault(input, "ends", FAULT_ENDS_FIRST);
    if (record_given(input, "earlier") && !record_is(input, "status", "moved") && !record_is(input, "status", "postponed") &&
        !record_is(input, "status", "cancelled"))
        input_fault(input, "earlier", FAULT_NOT_OFFERED);
}

static void check_times(struct input *input)
{
    const char *starts_at = record_sound(input, "starts_at"), *ends_at = record_sound(input, "ends_at");
    const char *starts = record_sound(input, "starts"), *ends = record_given(input, "ends");
    if (ends_at && !record_given(input, "starts_at"))
        input_fault(input, "starts_at", FAULT_MISSING);
    if (starts_at && !record_given(input, "zone"))
        input_fault(input, "zone", FAULT_MISSING);
    if (starts_at && starts && strlen(starts) != strlen("YYYY-MM-DD"))
        input_fault(input, "starts", FAULT_NO_DATE);
    bool same_day = !ends || (starts && strcmp(starts, ends) == 0);
    if (starts_at && ends_at && same_day && strcmp(ends_at, starts_at) <= 0)
        input_fault(input, "ends_at", FAULT_ENDS_FIRST);
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
    check_days(input);
    check_times(input);
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
