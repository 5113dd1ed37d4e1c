/* SPDX-License-Identifier: EUPL-1.2 */
/* Conclusion: what the meetings of all forums have agreed. */
#include "kinds/meeting/conclusions_model.h"

/* $1 language, $2 most, $3 to $5 the last of the page before. A statement for each way to filter,
 * as for meetings. */
#define COLUMNS                                                                                  \
    "select document_id, number, forum, state, text, starts, first_day, language, slug, title, " \
    "short, by_slug, by_short, key, by_key, "                                                    \
    "to_char(changed at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"                      \
    " from conclusion where for_language = $1"
#define BEFORE                               \
    COLUMNS                                  \
    " and (first_day, document_id, -number)" \
    " < (coalesce($3::date, 'infinity'), coalesce($4::bigint, 0), coalesce(-$5::bigint, 0))"
#define BACKWARDS " order by first_day desc, document_id desc, -number desc limit $2"

STATEMENT(conclusions, BEFORE BACKWARDS);
STATEMENT(conclusions_of_forum, BEFORE " and forum = $6" BACKWARDS);
STATEMENT(conclusions_in_state, BEFORE " and state = $6" BACKWARDS);
STATEMENT(conclusions_of_forum_in_state, BEFORE " and forum = $6 and state = $7" BACKWARDS);

#define BY_CHANGE                           \
    " and ($3::text is null or state = $3)" \
    " order by changed desc, document_id desc, number limit $2"
STATEMENT(conclusions_changed, COLUMNS BY_CHANGE);
STATEMENT(conclusions_changed_of_forum, COLUMNS " and forum = $4" BY_CHANGE);

STATEMENT(conclusions_number,
          "select count(*) from conclusion where for_language = $1"
          " and ($2::text is null or forum = $2) and ($3::text is null or state = $3)");

static void read_number(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(long *)into = rows_number(rows, 0, 0);
}

void conclusions_number_ask(struct batch *batch, enum language language,
                            const struct conclusion_filter *filter, long *number)
{
    BATCH_ASK(batch, &conclusions_number, read_number, number, language_tag(language),
              filter->forum, filter->state);
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct conclusion_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = (struct conclusion_entry){
            .meeting_id = rows_text(rows, i, 0),
            .number = rows_text(rows, i, 1),
            .forum = rows_text(rows, i, 2),
            .state = choice_find(conclusion_states, rows_text(rows, i, 3)),
            .text = rows_text(rows, i, 4),
            .starts = rows_text(rows, i, 5),
            .first_day = rows_text(rows, i, 6),
            .language = rows_language(rows, i, 7),
            .slug = rows_text(rows, i, 8),
            .title = rows_text(rows, i, 9),
            .short_title = rows_text(rows, i, 10),
            .by_slug = rows_text(rows, i, 11),
            .by_short = rows_text(rows, i, 12),
            .meeting_key = rows_text(rows, i, 13),
            .by_key = rows_text(rows, i, 14),
            .changed = rows_text(rows, i, 15),
        };
}

void conclusions_ask(struct batch *batch, enum language language,
                     const struct conclusion_filter *filter, int max, struct conclusion_list *list)
{
    static const struct statement *const statements[2][2] = {
        { &conclusions, &conclusions_in_state },
        { &conclusions_of_forum, &conclusions_of_forum_in_state },
    };
    const char *parameters[7] = { language_tag(language), batch_number(batch, max),
                                  filter->before_day, filter->before_id, filter->before_number };
    size_t count = 5;
    if (filter->forum)
        parameters[count++] = filter->forum;
    if (filter->state)
        parameters[count++] = filter->state;
    batch_ask(batch, statements[filter->forum != NULL][filter->state != NULL], count, parameters,
              read_list, list);
}

void conclusions_changed_ask(struct batch *batch, enum language language,
                             const struct conclusion_filter *filter, int max,
                             struct conclusion_list *list)
{
    const char *tag = language_tag(language), *count = batch_number(batch, max);
    if (filter->forum)
        BATCH_ASK(batch, &conclusions_changed_of_forum, read_list, list, tag, count, filter->state,
                  filter->forum);
    else
        BATCH_ASK(batch, &conclusions_changed, read_list, list, tag, count, filter->state);
}
