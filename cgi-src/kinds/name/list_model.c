/* SPDX-License-Identifier: EUPL-1.2 */
/* Places: the towns that public documents name. */
#include "kinds/name/list_model.h"

/* A town appears once something public names it, so that nobody can learn of a draft. */
STATEMENT(
    places_public,
    "with met as (select distinct on (place_key) place_key as town, slug, title, starts, language,"
    "   count(*) over (partition by place_key) as n from meeting"
    "   where for_language = $1 and place_key is not null"
    "   order by place_key, first_day desc, document_id desc),"
    " named as (select coalesce(content #>> '{record,place}', content #>> '{record,seat}') as town,"
    "   count(*) filter (where kind = 'event') as n,"
    "   string_agg(key, ' ' order by kind desc, position)"
    "     filter (where kind <> 'event') as seated from page"
    "   where for_language = $1 and kind in ('event', 'topic', 'partner') group by 1)"
    " select p.key, p.name, p.country, c.name, p.latitude, p.longitude, coalesce(met.n, 0),"
    " coalesce(named.n, 0), met.slug, met.title, met.starts, met.language, named.seated"
    " from met full join named using (town) join place p on p.key = town"
    " join area c on c.key = p.country and c.kind = 'country'"
    " where p.for_language = $1 and c.for_language = $1"
    " order by c.name collate \"und-x-icu\", p.name collate \"und-x-icu\"");

static void read_places(const struct rows *rows, struct arena *arena, void *into)
{
    struct listed_places *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = (struct listed_place){
            .key = rows_text(rows, i, 0),
            .name = rows_text(rows, i, 1),
            .country_key = rows_text(rows, i, 2),
            .country = rows_text(rows, i, 3),
            .latitude = rows_text(rows, i, 4),
            .longitude = rows_text(rows, i, 5),
            .meetings = rows_text(rows, i, 6),
            .events = rows_text(rows, i, 7),
            .slug = rows_text(rows, i, 8),
            .title = rows_text(rows, i, 9),
            .day = rows_text(rows, i, 10),
            .language = rows_language(rows, i, 11),
            .seated = rows_text(rows, i, 12),
        };
}

void places_ask(struct batch *batch, enum language language, struct listed_places *list)
{
    BATCH_ASK(batch, &places_public, read_places, list, language_tag(language));
}
