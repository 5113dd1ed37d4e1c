/* SPDX-License-Identifier: EUPL-1.2 */
/* Moment: the time at which drafts will be published, in Brussels, as an editor types it:
 * templates/desk/_moment.tpl. */
#ifndef DESK_MOMENT_H
#define DESK_MOMENT_H

#include "db/database.h"
#include "frame/view.h"
#include "http/form.h"

/* The fields for a moment, for forms. */
#define MOMENT_FIELDS                                                                 \
    { .name = "at_date", .kind = FIELD_LINE, .max = 40, .label = "Public from" },     \
        { .name = "at_time", .kind = FIELD_LINE, .max = 40, .label = "Public from" }, \
    {                                                                                 \
        .name = "at_turn", .kind = FIELD_CHOICE, .choices = moment_turns              \
    }

/* Which of two times is meant when the clocks go back: "first", "second". */
extern const struct choice moment_turns[];

/* SKIPPED: the day does not have that time, since the clocks go forward. TWICE: it has it twice,
 * since they go back, and the form does not say which is meant. */
enum moment_state {
    MOMENT_SOUND,
    MOMENT_NO_DAY,
    MOMENT_NO_TIME,
    MOMENT_SKIPPED,
    MOMENT_TWICE,
    MOMENT_PAST
};

struct moment {
    const char *at; /* a timestamp for PostgreSQL; NULL when nothing or a fault was typed */
    enum moment_state state;
};

/* The moment that INPUT has, in the notations of base/calendar_date.h. Without day and time there
 * is no moment, and no fault. */
void moment_ask(struct batch *batch, const struct input *input, struct arena *arena,
                struct moment *moment);

/* Puts the fault, if any, beside its field. */
void moment_check(struct input *input, const struct moment *moment);

/* The fault of the moment that was TYPED; FAULT_NONE also when that is NULL. */
enum fault moment_fault(const struct input *typed);

/* The fields as TYPED, or when that is NULL, with DAY and TIME, which may be NULL. */
void view_moment(const struct view *view, const struct input *typed, const char *day,
                 const char *time, struct dictionary *page);

#endif
