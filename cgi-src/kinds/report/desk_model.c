/* SPDX-License-Identifier: EUPL-1.2 */
/* Reports of visitors at the desk, and what editors do with them. */
#include "kinds/report/desk_model.h"

#include <string.h>

STATEMENT(
    desk_report_listed,
    "select reference, day::text, language, report_state(outcome, held), place, left(obstacle, 200)"
    " from report where outcome = coalesce($1, outcome) and not (outcome = 'new' and held is not "
    "null)"
    " order by (outcome = 'new') desc, id desc offset $2::integer limit $3::integer");

/* Reports of senders of few come before those of senders of many. */
STATEMENT(
    desk_report_listed_held,
    "select reference, day::text, language, report_state(outcome, held), place, left(obstacle, 200)"
    " from report where outcome = 'new' and held is not null"
    " order by held, id desc offset $1::integer limit $2::integer");

STATEMENT(
    desk_report_counts,
    "select count(*), count(*) filter (where came_at < now() - interval '14 days'), min(day)::text,"
    " (select count(*) from report where outcome = 'new' and held is not null),"
    " (select coalesce(sum(n), 0) from report_dropped where day > current_date - 30)"
    " from (select came_at, day from report where outcome = 'new' and held is null order by id "
    "limit 10001)"
    " waiting");

STATEMENT(desk_report_known,
          "select r.reference, r.day::text, r.language, report_state(r.outcome, "
          "r.held), r.obstacle, r.place, "
          "r.affected, r.cause, r.email,"
          " d.key, h.title, r.reason, r.handled_by, (r.handled_at at time zone "
          "'Europe/Brussels')::date::text,"
          " can_reopen(r)"
          " from report r left join document d on d.id = r.document_id left join "
          "heading h on h.document_id = d.id"
          " where r.reference = upper($1)");

STATEMENT(
    desk_report_obstacles,
    "select d.key, h.title from document d join heading h on h.document_id = d.id"
    " where d.kind = 'obstacle' and d.archived_at is null order by d.id desc limit $1::integer");

STATEMENT(desk_report_take,
          "select result, key from take_report($1, $2::inet, $3, $4, $5, $6, $7, $8)");
STATEMENT(desk_report_merge, "select merge_report($1, $2::inet, $3, $4)");
STATEMENT(desk_report_reject, "select reject_report($1, $2::inet, $3, $4)");
STATEMENT(desk_report_reopen, "select reopen_report($1, $2::inet, $3)");

static const char *const outcome_names[REPORT_OUTCOMES] = {
    [REPORT_NEW] = "new",       [REPORT_HELD] = "held",         [REPORT_TAKEN] = "taken",
    [REPORT_MERGED] = "merged", [REPORT_REJECTED] = "rejected", [REPORT_LAPSED] = "lapsed"
};

const char *report_outcome_name(enum report_outcome outcome)
{
    return outcome_names[outcome];
}

enum report_outcome report_outcome_from(const char *name)
{
    enum report_outcome outcome = 0;
    while (outcome < REPORT_OUTCOMES && strcmp(outcome_names[outcome], name) != 0)
        outcome++;
    return outcome;
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct report_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = (struct report_entry){
            .reference = rows_text(rows, i, 0),
            .day = rows_text(rows, i, 1),
            .language = rows_language(rows, i, 2),
            .outcome = report_outcome_from(rows_text(rows, i, 3)),
            .place = rows_text(rows, i, 4),
            .beginning = rows_text(rows, i, 5),
        };
}

void report_list_ask(struct batch *batch, enum report_outcome outcome, int skip, int max,
                     struct report_list *list)
{
    if (outcome == REPORT_HELD)
        BATCH_ASK(batch, &desk_report_listed_held, read_list, list, batch_number(batch, skip),
                  batch_number(batch, max));
    else
        BATCH_ASK(batch, &desk_report_listed, read_list, list,
                  outcome == REPORT_OUTCOMES ? NULL : outcome_names[outcome],
                  batch_number(batch, skip), batch_number(batch, max));
}

static void read_length(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(struct report_counts *)into = (struct report_counts){ .waiting = rows_number(rows, 0, 0),
                                                            .long_waiting = rows_number(rows, 0, 1),
                                                            .since = rows_text(rows, 0, 2),
                                                            .held = rows_number(rows, 0, 3),
                                                            .dropped = rows_number(rows, 0, 4) };
}

void report_counts_ask(struct batch *batch, struct report_counts *length)
{
    BATCH_ASK(batch, &desk_report_counts, read_length, length);
}

static void read_report(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct report *report = into;
    if (rows_count(rows) == 0)
        return;
    *report = (struct report){
        .found = true,
        .reference = rows_text(rows, 0, 0),
        .day = rows_text(rows, 0, 1),
        .language = rows_language(rows, 0, 2),
        .outcome = report_outcome_from(rows_text(rows, 0, 3)),
        .obstacle = rows_text(rows, 0, 4),
        .place = rows_text(rows, 0, 5),
        .affected = rows_text(rows, 0, 6),
        .cause = rows_text(rows, 0, 7),
        .email = rows_text(rows, 0, 8),
        .key = rows_text(rows, 0, 9),
        .title = rows_text(rows, 0, 10),
        .reason = rows_text(rows, 0, 11),
        .handled_by = rows_text(rows, 0, 12),
        .handled = rows_text(rows, 0, 13),
        .reopens = strcmp(rows_text(rows, 0, 14), "t") == 0,
    };
}

void report_ask(struct batch *batch, const char *reference, struct report *report)
{
    BATCH_ASK(batch, &desk_report_known, read_report, report, reference);
}

static void read_obstacles(const struct rows *rows, struct arena *arena, void *into)
{
    struct report_obstacles *obstacles = into;
    obstacles->count = rows_count(rows);
    obstacles->items = arena_array(arena, obstacles->count, sizeof *obstacles->items);
    for (size_t i = 0; i < obstacles->count; i++) {
        obstacles->items[i].key = rows_text(rows, i, 0);
        obstacles->items[i].title = rows_text(rows, i, 1);
    }
}

void report_obstacles_ask(struct batch *batch, int max, struct report_obstacles *obstacles)
{
    BATCH_ASK(batch, &desk_report_obstacles, read_obstacles, obstacles, batch_number(batch, max));
}

static enum decision_result result_from(const char *name)
{
    return strcmp(name, "done") == 0      ? RESULT_DONE
           : strcmp(name, "handled") == 0 ? RESULT_HANDLED
                                          : RESULT_UNKNOWN;
}

static void read_result(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(enum decision_result *)into = result_from(rows_text(rows, 0, 0));
}

static void read_taking(const struct rows *rows, struct arena *arena, void *into)
{
    struct report_taking *taking = into;
    read_result(rows, arena, &taking->result);
    taking->key = rows_text(rows, 0, 1);
}

void report_take_ask(struct batch *batch, const struct report_change *change,
                     struct report_taking *taking)
{
    BATCH_ASK(batch, &desk_report_take, read_taking, taking, change->account, change->address,
              change->reference, taking->field, taking->border, taking->original, taking->title,
              taking->reason);
}

void report_merge_ask(struct batch *batch, const struct report_change *change, const char *key,
                      enum decision_result *result)
{
    BATCH_ASK(batch, &desk_report_merge, read_result, result, change->account, change->address,
              change->reference, key);
}

void report_reject_ask(struct batch *batch, const struct report_change *change, const char *reason,
                       enum decision_result *result)
{
    BATCH_ASK(batch, &desk_report_reject, read_result, result, change->account, change->address,
              change->reference, reason);
}

void report_reopen_ask(struct batch *batch, const struct report_change *change,
                       enum decision_result *result)
{
    BATCH_ASK(batch, &desk_report_reopen, read_result, result, change->account, change->address,
              change->reference);
}
