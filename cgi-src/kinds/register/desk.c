/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: the record of a cross-border obstacle or of a good practice, /admin/obstacles/KEY and
 * /admin/new-obstacle, /admin/practices/KEY and /admin/new-practice */
#include "record/form.h"

/* A new obstacle begins with a step that says it was reported. */
static void begin_obstacle(struct input *input, struct arena *arena)
{
    input_set(input_add_row(input, "step", arena), "status", "reported");
}

static void check_obstacle(struct input *input, struct arena *arena)
{
    if (input_rows(input, "step")->count)
        return;
    struct input *step = input_add_row(input, "step", arena);
    input_fault(step, "date", FAULT_MISSING);
    input_fault(step, "status", FAULT_MISSING);
    input_fault(step, "reason", FAULT_MISSING);
}

enum err register_desk_obstacle(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .document = DOCUMENT_OBSTACLE,
        .form = &register_desk_obstacle_form,
        .has_reports = true,
        .begin = begin_obstacle,
        .check = check_obstacle,
    };
    return desk_record(exchange, &kind);
}

enum err register_desk_practice(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .document = DOCUMENT_PRACTICE,
        .form = &register_desk_practice_form,
    };
    return desk_record(exchange, &kind);
}
