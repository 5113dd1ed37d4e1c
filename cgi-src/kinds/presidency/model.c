/* SPDX-License-Identifier: EUPL-1.2 */
/* Presidency: the terms of a forum, who presides over it from when to when. */
#include "kinds/presidency/model.h"

#include <string.h>

#define TODAY "(now() at time zone 'Europe/Brussels')::date"
#define COLUMNS                                                                            \
    "select forum, holders, starts, ends, number, term @> " TODAY ", lower(term) > " TODAY \
    ", array_to_json(parties), lower(term), upper(term) - 1,"                              \
    " (select to_char(p.changed at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"     \
    " from page p where p.key = forum and p.for_language = presidency.for_language)"       \
    " from presidency where for_language = $1"

STATEMENT(presidencies_all,
          COLUMNS " and ($2::text is null or forum = $2) order by forum, term desc");

/* $2: the topic's slug. */
STATEMENT(presidencies_of_forum, COLUMNS
          " and forum = (select p.key from page p where p.for_language = $1"
          " and p.document_id = " DOCUMENT_AT_SLUG("'topic'", "$1", "$2") ")"
                                                                          " order by term desc");

static void release_json(void *json)
{
    cJSON_Delete(json);
}

static void read_parties(const char *keys, struct arena *arena, struct presidency *presidency)
{
    cJSON *list = cJSON_Parse(keys);
    arena_defer(arena, release_json, list);
    presidency->parties = content_strings(list, arena, &presidency->party_count);
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct presidency_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = (struct presidency){
            .forum = rows_text(rows, i, 0),
            .holders = rows_text(rows, i, 1),
            .starts = rows_text(rows, i, 2),
            .ends = rows_text(rows, i, 3),
            .number = rows_text(rows, i, 4),
            .current = strcmp(rows_text(rows, i, 5), "t") == 0,
            .ahead = strcmp(rows_text(rows, i, 6), "t") == 0,
            .first_day = rows_text(rows, i, 8),
            .last_day = rows_text(rows, i, 9),
            .changed = rows_text(rows, i, 10),
        };
    for (size_t i = 0; i < list->count; i++)
        read_parties(rows_text(rows, i, 7), arena, &list->items[i]);
}

void presidencies_ask(struct batch *batch, enum language language, const char *forum,
                      struct presidency_list *list)
{
    BATCH_ASK(batch, &presidencies_all, read_list, list, language_tag(language), forum);
}

void presidencies_of_forum_ask(struct batch *batch, enum language language, const char *slug,
                               struct presidency_list *list)
{
    BATCH_ASK(batch, &presidencies_of_forum, read_list, list, language_tag(language), slug);
}
