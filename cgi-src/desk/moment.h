/* SPDX-License-Identifier: EUPL-1.2 */
/* Moment: when drafts become public by themselves, in Brussels, as somebody types it:
 * templates/desk/_moment.tpl. */
#ifndef DESK_MOMENT_H
#define DESK_MOMENT_H

#include "db/database.h"
#include "frame/view.h"
#include "http/form.h"

/* The fields of a form that asks for one. */
#define MOMENT_FIELDS                                                    \
    { .name = "at_date", .kind = FIELD_LINE, .most = 40 },               \
        { .name = "at_time", .kind = FIELD_LINE, .most = 40 },           \
    {                                                                    \
        .name = "at_turn", .kind = FIELD_CHOICE, .choices = moment_turns \
    }

/* Which of two it is, where the clocks go back: "first", "second". */
extern const struct choice moment_turns[];

/* SKIPPED: a time that the day does not have, since the clocks go forward. TWICE: one that it has
 * twice, since they go back, and nobody says which. */
enum moment_state {
    MOMENT_SOUND,
    MOMENT_NO_DAY,
    MOMENT_NO_TIME,
    MOMENT_SKIPPED,
    MOMENT_TWICE,
    MOMENT_PAST
};

struct moment {
    const char *at; /* a timestamp for PostgreSQL; NULL when nothing was typed, or it is at fault */
    enum moment_state state;
};

/* What INPUT says, written as base/calendar_date.h understands it. Neither day nor time is no
 * moment, and no fault. */
void moment_ask(struct batch *batch, const struct input *input, struct arena *arena,
                struct moment *moment);

/* Puts the fault, if there is one, beside its field. */
void moment_check(struct input *input, const struct moment *moment);

/* What is wrong with the moment that was TYPED; FAULT_NONE also where that is NULL. */
enum fault moment_fault(const struct input *typed);

/* The fields as TYPED, or else, where that is NULL, with DAY and TIME, which may be NULL. */
void view_moment(const struct view *view, const struct input *typed, const char *day,
                 const char *time, struct dictionary *page);

#endif
