/* SPDX-License-Identifier: EUPL-1.2 */
/* News: what was published or changed last. */
#include "site/news/model.h"

#define COLUMNS                                                               \
    "select key, kind, slug, title, short, summary, published,"               \
    " to_char(changed at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')," \
    " case kind when 'meeting' then content #>> '{meeting,status}' end"
#define LATEST \
    " where for_language = $1 and language = for_language order by changed desc, document_id desc"

STATEMENT(changes_latest, COLUMNS " from page" LATEST " limit $2");

/* The day that a document is about, if any: that of a meeting, of the last step of an obstacle, or
 * of another record. */
#define MATTER                                                                         \
    "coalesce((select m.first_day from meeting m"                                      \
    " where m.document_id = page.document_id and m.for_language = page.for_language)," \
    " (select i.day from register_item i"                                              \
    " where i.document_id = page.document_id and i.for_language = page.for_language)," \
    " rpad(content #>> array[kind, 'starts'], 10, '-12-31')::date)"

/* Documents that changed within the same hour, as in a new installation, are ordered by the day
 * they are about. Those about a day more than a year before are left out: they are records, not
 * news. */
STATEMENT(news_latest,
          "with latest as (select *, " MATTER " as matter from page" LATEST " limit 500) " COLUMNS
          " from latest where matter is null or matter > changed::date - 366"
          " order by date_trunc('hour', changed) desc, matter is not null desc,"
          " least(matter, (now() at time zone 'Europe/Brussels')::date) desc, document_id desc"
          " limit $2");

static void read_news(const struct rows *rows, struct arena *arena, void *into)
{
    struct news *news = into;
    news->count = rows_count(rows);
    news->items = arena_array(arena, news->count, sizeof *news->items);
    for (size_t i = 0; i < news->count; i++)
        news->items[i] = (struct news_item){
            .key = rows_text(rows, i, 0),
            .kind = document_kind_from(rows_text(rows, i, 1)),
            .slug = rows_text(rows, i, 2),
            .title = rows_text(rows, i, 3),
            .short_title = rows_text(rows, i, 4),
            .summary = rows_text(rows, i, 5),
            .published = rows_text(rows, i, 6),
            .changed = rows_text(rows, i, 7),
            .status = choice_find(meeting_statuses, rows_text(rows, i, 8)),
        };
}

void news_ask(struct batch *batch, enum language language, int max, struct news *news)
{
    BATCH_ASK(batch, &news_latest, read_news, news, language_tag(language),
              batch_number(batch, max));
}

void latest_changes_ask(struct batch *batch, enum language language, int max, struct news *news)
{
    BATCH_ASK(batch, &changes_latest, read_news, news, language_tag(language),
              batch_number(batch, max));
}
