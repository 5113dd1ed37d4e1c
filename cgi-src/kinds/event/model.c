/* SPDX-License-Identifier: EUPL-1.2 */
/* Event: what the knowledge centre organises, alone or with others. */
#include "kinds/event/model.h"

#include "base/log.h"
#include "text/json.h"

#define EVENTS                                                                                   \
    "select key, language, slug, title, summary, to_char(changed at time zone 'UTC', "           \
    "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), "                                                        \
    "(content #>> '{event,last_day}')::date < (now() at time zone 'Europe/Brussels')::date, "    \
    "json_build_object('event', content -> 'event', 'record', content -> 'record'), document_id" \
    " from page where for_language = $1 and kind = 'event'"

STATEMENT(events_latest,
          EVENTS " and (content #>> '{event,first_day}', document_id)"
                 " < (coalesce($3, 'infinity'), coalesce($4::bigint, 0))"
                 " order by content #>> '{event,first_day}' desc, document_id desc limit $2");

STATEMENT(event_at_slug, EVENTS " and document_id = " DOCUMENT_AT_SLUG("'event'", "$1", "$2"));

static void read_with_keys(const cJSON *rows, struct arena *arena, struct event *event)
{
    event->with_keys =
        arena_array(arena, (size_t)cJSON_GetArraySize(rows), sizeof *event->with_keys);
    const cJSON *row;
    cJSON_ArrayForEach (row, rows)
        event->with_keys[event->with_key_count++] = content_string(row, "party");
}

struct event event_of(const cJSON *content, struct arena *arena)
{
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(content, "event"),
                *record = cJSON_GetObjectItemCaseSensitive(content, "record");
    struct event event = {
        .starts = content_string(facts, "starts"),
        .ends = content_string(facts, "ends"),
        .starts_at = content_string(facts, "starts_at"),
        .ends_at = content_string(facts, "ends_at"),
        .zone = content_string(facts, "zone"),
        .starts_utc = content_string(facts, "starts_utc"),
        .ends_utc = content_string(facts, "ends_utc"),
        .first_day = content_string(facts, "first_day"),
        .last_day = content_string(facts, "last_day"),
        .place = content_string(facts, "place"),
        .country = content_string(facts, "country"),
        .country_key = content_string(facts, "country_key"),
        .place_key = content_string(record, "place"),
        .latitude = content_string(facts, "latitude"),
        .longitude = content_string(facts, "longitude"),
        .url = content_string(facts, "url"),
    };
    event.with =
        content_strings(cJSON_GetObjectItemCaseSensitive(facts, "with"), arena, &event.with_count);
    read_with_keys(cJSON_GetObjectItemCaseSensitive(record, "with"), arena, &event);
    return event;
}

static void release_json(void *json)
{
    cJSON_Delete(json);
}

static struct event_entry read_entry(const struct rows *rows, size_t row, struct arena *arena)
{
    cJSON *content = cJSON_Parse(rows_text(rows, row, 7));
    if (content)
        arena_defer(arena, release_json, content);
    return (struct event_entry){
        .key = rows_text(rows, row, 0),
        .language = rows_language(rows, row, 1),
        .slug = rows_text(rows, row, 2),
        .title = rows_text(rows, row, 3),
        .summary = rows_text(rows, row, 4),
        .changed = rows_text(rows, row, 5),
        .over = *rows_text(rows, row, 6) == 't',
        .id = rows_text(rows, row, 8),
        .event = event_of(content, arena),
    };
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct event_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = read_entry(rows, i, arena);
}

void events_ask(struct batch *batch, enum language language, const struct event_place *before,
                int max, struct event_list *list)
{
    BATCH_ASK(batch, &events_latest, read_list, list, language_tag(language),
              batch_number(batch, max), before->day, before->id);
}

void event_ask(struct batch *batch, enum language language, const char *slug,
               struct event_list *list)
{
    BATCH_ASK(batch, &event_at_slug, read_list, list, language_tag(language), slug);
}
