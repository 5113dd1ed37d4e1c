/* News: what was published or changed last. */
#include "site/news/model.h"

STATEMENT(news_latest, "select key, kind, slug, title, short, summary, published,"
                       " to_char(changed at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),"
                       " case kind when 'meeting' then content #>> '{meeting,status}' end from page"
                       " where for_language = $1 and language = for_language order by changed "
                       "desc, document_id desc limit $2");

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

void news_ask(struct batch *batch, enum language language, int most, struct news *news)
{
    BATCH_ASK(batch, &news_latest, read_news, news, language_tag(language),
              batch_number(batch, most));
}
