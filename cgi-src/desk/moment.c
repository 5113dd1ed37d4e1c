/* SPDX-License-Identifier: EUPL-1.2 */
/* Moment: the time at which drafts will be published, in Brussels, as an editor types it. */
#include "desk/moment.h"

#include <string.h>

#include "base/calendar_date.h"
#include "base/characters.h"
#include "record/field_view.h"

const struct choice moment_turns[] = { { "first", NULL }, { "second", NULL }, { NULL, NULL } };

/* The moment that was typed, and its fault. */
STATEMENT(moment_typed, "select at, fault from moment($1::date, $2::time, $3)");

static void read_moment(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct moment *moment = into;
    const char *fault = rows_text(rows, 0, 1);
    moment->at = rows_text(rows, 0, 0);
    if (fault)
        moment->state = strcmp(fault, "skipped") == 0 ? MOMENT_SKIPPED
                        : strcmp(fault, "twice") == 0 ? MOMENT_TWICE
                                                      : MOMENT_PAST;
}

void moment_ask(struct batch *batch, const struct input *input, struct arena *arena,
                struct moment *moment)
{
    const char *day = calendar_date_read(or_empty(input_value(input, "at_date")), arena),
               *time = calendar_time_read(or_empty(input_value(input, "at_time")), arena);
    if (!*day && !*time)
        return;
    if (!calendar_date_exists(day) || strlen(day) != strlen("YYYY-MM-DD"))
        moment->state = MOMENT_NO_DAY;
    else if (!calendar_second_exists(time))
        moment->state = MOMENT_NO_TIME;
    else
        BATCH_ASK(batch, &moment_typed, read_moment, moment, day, time,
                  input_value(input, "at_turn"));
}

void moment_check(struct input *input, const struct moment *moment)
{
    static const struct {
        const char *field;
        enum fault fault;
    } faults[] = {
        [MOMENT_NO_DAY] = { "at_date", FAULT_NO_DAY },
        [MOMENT_NO_TIME] = { "at_time", FAULT_NO_TIME },
        [MOMENT_SKIPPED] = { "at_time", FAULT_SKIPPED },
        [MOMENT_TWICE] = { "at_time", FAULT_TWICE },
        [MOMENT_PAST] = { "at_date", FAULT_PAST },
    };
    if (moment->state)
        input_fault(input, faults[moment->state].field, faults[moment->state].fault);
}

/* A browser shows an impossible date as nothing, so the field becomes one of plain text. */
static const char *type_for(const char *value, const char *form, const char *type, bool fault)
{
    size_t i = 0;
    while (value[i] && (form[i] == '0' ? value[i] >= '0' && value[i] <= '9' : value[i] == form[i]))
        i++;
    return !*value || (!value[i] && !fault && (!form[i] || (form[i] == ':' && i == 5))) ? type
                                                                                        : "text";
}

enum fault moment_fault(const struct input *typed)
{
    const enum fault day = input_fault_of(typed, "at_date");
    return day ? day : input_fault_of(typed, "at_time");
}

/* Asks which of two times is meant, only where there are two. */
static void fill_turns(const struct input *typed, enum fault time_fault, struct dictionary *page)
{
    const char *turn = typed ? input_value(typed, "at_turn") : NULL;
    if (time_fault != FAULT_TWICE && !turn)
        return;
    struct dictionary *turns = dictionary_section(page, "AT_TURN");
    if (turn)
        dictionary_section(turns, strcmp(turn, "first") == 0 ? "IS_FIRST" : "IS_SECOND");
}

void view_moment(const struct view *view, const struct input *typed, const char *day,
                 const char *time, struct dictionary *page)
{
    day = or_empty(typed ? input_value(typed, "at_date") : day);
    time = or_empty(typed ? input_value(typed, "at_time") : time);
    enum fault day_fault = input_fault_of(typed, "at_date"),
               time_fault = input_fault_of(typed, "at_time");
    if (day_fault)
        dictionary_section(page, "DATE_FAULT");
    if (time_fault)
        dictionary_section(page, "TIME_FAULT");
    dictionary_set(page, "AT_DATE", day);
    dictionary_set(page, "AT_TIME", time);
    dictionary_set(page, "DATE_TYPE",
                   type_for(day, "0000-00-00", "date", day_fault && day_fault != FAULT_PAST));
    dictionary_set(
        page, "TIME_TYPE",
        type_for(time, "00:00:00", "time",
                 time_fault && time_fault != FAULT_SKIPPED && time_fault != FAULT_TWICE));
    fill_turns(typed, time_fault, page);
    if (moment_fault(typed))
        dictionary_set(dictionary_section(page, "AT_FAULT"), "FAULT_WORDS",
                       view_record_fault(view, NULL, moment_fault(typed)));
}
