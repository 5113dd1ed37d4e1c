/* SPDX-License-Identifier: EUPL-1.2 */
/* Meeting: what a forum's meeting was, and the lists of meetings. */
#include "kinds/meeting/model.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS                                                                                    \
    "select document_id, key, forum, type, number, status, mode, starts, ends, starts_at, "        \
    "ends_at, zone, first_day,"                                                                    \
    " place, country, trim_scale(latitude), trim_scale(longitude), language, slug, title, short, " \
    "summary, sequence,"                                                                           \
    " case when status in ('postponed', 'moved', 'cancelled') then"                                \
    "   (select p.content #>> '{texts,reason}' from page p"                                        \
    "     where p.document_id = meeting.document_id and p.for_language = meeting.for_language) "   \
    "end,"                                                                                         \
    " to_char(changed at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), place_key,"           \
    " country_key from meeting where "                                                             \
    "for_language = $1"

#define TODAY "(now() at time zone 'Europe/Brussels')::date"

/* $1 language, $2 first day, $3 and $4 the day and id that all are before, $5 most, $6 whether the
 * coming meetings are included. Each way to filter has a statement of its own, and so an index that
 * fits: a prepared statement has one plan for all parameters. A meeting that began earlier is
 * included if it lasts into the first day; the statement looks back for a year at most, so that it
 * need not read all. */
#define BEFORE                                                                                  \
    " and last_day >= coalesce($2::date, '-infinity')"                                          \
    " and first_day >= coalesce($2::date - 366, '-infinity')"                                   \
    " and (first_day, document_id) < (coalesce($3::date, 'infinity'), coalesce($4::bigint, 0))" \
    " and ($6::boolean or status = 'held' or last_day < " TODAY ")"
#define BACKWARDS " order by first_day desc, document_id desc limit $5"

#define ID_BEHIND_ALL \
    "9223372036854775807" /* the largest bigint: the bound includes the whole day */

STATEMENT(meetings_backwards, COLUMNS BEFORE BACKWARDS);
STATEMENT(meetings_backwards_of_forum, COLUMNS BEFORE " and forum = $7" BACKWARDS);
STATEMENT(meetings_backwards_of_type, COLUMNS BEFORE " and type = $7" BACKWARDS);
STATEMENT(meetings_backwards_of_forum_and_type,
          COLUMNS BEFORE " and forum = $7 and type = $8" BACKWARDS);

STATEMENT(meetings_coming,
          COLUMNS " and status <> 'held' and last_day >= " TODAY
                  " and last_day >= coalesce($2::date, '-infinity') and first_day <= "
                  "coalesce($3::date, 'infinity')"
                  " and ($5::text is null or forum = $5) and ($6::text is null or type = $6)"
                  " order by first_day, document_id limit $4");

#define BY_CHANGE \
    " and ($3::text is null or type = $3) order by changed desc, document_id desc limit $2"
STATEMENT(meetings_changed, COLUMNS BY_CHANGE);
STATEMENT(meetings_changed_of_forum, COLUMNS " and forum = $4" BY_CHANGE);

STATEMENT(meeting_at_slug, COLUMNS " and document_id = " DOCUMENT_AT_SLUG("'meeting'", "$1", "$2"));

/* The meeting of the same forum before or after the one at slug $2. */
#define THIS_MEETING(COLUMN_NAMES)                                      \
    "(select " COLUMN_NAMES " from meeting t where t.for_language = $1" \
    " and t.document_id = " DOCUMENT_AT_SLUG("'meeting'", "$1", "$2") ")"
#define OF_SAME_FORUM COLUMNS " and status <> 'cancelled' and forum = " THIS_MEETING("t.forum")

STATEMENT(meeting_before,
          OF_SAME_FORUM " and (first_day, document_id) < " THIS_MEETING(
              "t.first_day, t.document_id") " order by first_day desc, document_id desc limit 1");
STATEMENT(meeting_after,
          OF_SAME_FORUM " and (first_day, document_id) > " THIS_MEETING(
              "t.first_day, t.document_id") " order by first_day, document_id limit 1");

/* $2 and $3 the first and the last day, $4 forum, $5 type. */
STATEMENT(
    meeting_figures,
    "select (select extract(year from min(first_day)) from meeting where for_language = $1)::int,"
    " (select extract(year from max(last_day)) from meeting where for_language = $1)::int,"
    " extract(year from " TODAY ")::int, coalesce(sum(n), 0) from meeting_count"
    " where for_language = $1 and year = coalesce(extract(year from $2::date)::int, 0)"
    " and ($3::text is null or forum = $3) and ($4::text is null or type = $4)");

/* $2: the topic's slug. */
#define FORUM_AT_SLUG                                                                            \
    "(select p.key from page p where p.for_language = $1 and p.document_id = " DOCUMENT_AT_SLUG( \
        "'topic'", "$1", "$2") ")"

STATEMENT(forum_coming,
          COLUMNS " and forum = " FORUM_AT_SLUG " and status <> 'held' and last_day >= " TODAY
                  " order by first_day, document_id limit $3");

STATEMENT(forum_past,
          COLUMNS " and forum = " FORUM_AT_SLUG " and (status = 'held' or last_day < " TODAY
                  ") order by first_day desc, document_id desc limit $3");

STATEMENT(forum_days,
          "select first_day, type from (select first_day, document_id, type from meeting where "
          "for_language = $1"
          " and forum = " FORUM_AT_SLUG " and status <> 'cancelled'"
          " order by first_day desc, document_id desc limit $3) d order by first_day, document_id");

STATEMENT(forum_towns,
          "select place, min(latitude), min(longitude) from meeting where for_language = $1"
          " and forum = " FORUM_AT_SLUG " and status <> 'cancelled' and latitude is not null"
          " group by place order by count(*) desc, place limit $3");

const struct choice meeting_types[] = {
    [MEETING_MINISTERIAL] = { "ministerial", "Ministerial meeting" },
    [MEETING_SUMMIT] = { "summit", "Summit" },
    [MEETING_WORKING_GROUP] = { "working-group", "Working group" },
    [MEETING_EVENT] = { "event", "Event" },
    [MEETING_TYPES] = { NULL, NULL },
};
const struct choice meeting_statuses[] = {
    [MEETING_PLANNED] = { "planned", "Planned" },       [MEETING_HELD] = { "held", "Held" },
    [MEETING_POSTPONED] = { "postponed", "Postponed" }, [MEETING_MOVED] = { "moved", "Moved" },
    [MEETING_CANCELLED] = { "cancelled", "Cancelled" }, [MEETING_STATUSES] = { NULL, NULL },
};
const struct choice meeting_modes[] = {
    [MEETING_IN_PERSON] = { "in-person", "In person" },
    [MEETING_ONLINE] = { "online", "Online" },
    [MEETING_HYBRID] = { "hybrid", "In person and online" },
    [MEETING_MODES] = { NULL, NULL },
};
const struct choice conclusion_states[] = {
    [CONCLUSION_OPEN] = { "open", "Open" },
    [CONCLUSION_TAKEN_UP] = { "taken-up", "Taken up" },
    [CONCLUSION_CLOSED] = { "closed", "Closed" },
    [CONCLUSION_STATES] = { NULL, NULL },
};

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static long number_of(const cJSON *object, const char *name)
{
    const cJSON *number = member(object, name);
    return number ? (long)cJSON_GetNumberValue(number) : 0;
}

static void read_conclusions(const cJSON *list, struct arena *arena, struct meeting *meeting)
{
    meeting->conclusions =
        arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *meeting->conclusions);
    const cJSON *item;
    cJSON_ArrayForEach (item, list) {
        const cJSON *by = member(item, "by");
        meeting->conclusions[meeting->conclusion_count++] = (struct conclusion){
            .number = (int)number_of(item, "number"),
            .text = content_string(item, "text"),
            .state = choice_find(conclusion_states, content_string(item, "state")),
            .by_slug = content_string(by, "slug"),
            .by_short = content_string(by, "short"),
        };
    }
}

static void read_delegations(const cJSON *list, struct arena *arena, struct meeting *meeting)
{
    meeting->delegations =
        arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *meeting->delegations);
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        meeting->delegations[meeting->delegation_count++] =
            (struct delegation){ .party = content_string(item, "party"),
                                 .person = content_string(item, "person") };
}

struct meeting meeting_of(const struct document *document, struct arena *arena)
{
    const cJSON *facts = member(document->content, "meeting");
    struct meeting meeting = {
        .forum = content_string(facts, "forum"),
        .number = (int)number_of(facts, "number"),
        .type = choice_find(meeting_types, content_string(facts, "type")),
        .status = choice_find(meeting_statuses, content_string(facts, "status")),
        .mode = choice_find(meeting_modes, content_string(facts, "mode")),
        .starts = content_string(facts, "starts"),
        .ends = content_string(facts, "ends"),
        .starts_at = content_string(facts, "starts_at"),
        .ends_at = content_string(facts, "ends_at"),
        .zone = content_string(facts, "zone"),
        .starts_utc = content_string(facts, "starts_utc"),
        .ends_utc = content_string(facts, "ends_utc"),
        .earlier = content_string(facts, "earlier"),
        .place = content_string(facts, "place"),
        .country = content_string(facts, "country"),
        .latitude = content_string(facts, "latitude"),
        .longitude = content_string(facts, "longitude"),
    };
    meeting.presidency =
        content_strings(member(facts, "presidency"), arena, &meeting.presidency_count);
    meeting.agenda = content_strings(member(facts, "agenda"), arena, &meeting.agenda_count);
    read_delegations(member(facts, "delegations"), arena, &meeting);
    read_conclusions(member(facts, "conclusions"), arena, &meeting);
    return meeting;
}

/* In the order of COLUMNS. */
enum column {
    ID,
    KEY,
    FORUM,
    TYPE,
    NUMBER,
    STATUS,
    MODE,
    STARTS,
    ENDS,
    STARTS_AT,
    ENDS_AT,
    ZONE,
    FIRST_DAY,
    PLACE,
    COUNTRY,
    LATITUDE,
    LONGITUDE,
    LANGUAGE,
    SLUG,
    TITLE,
    SHORT,
    SUMMARY,
    SEQUENCE,
    REASON,
    CHANGED,
    PLACE_KEY,
    COUNTRY_KEY
};

static struct meeting_entry read_entry(const struct rows *rows, size_t row)
{
    return (struct meeting_entry){
        .id = rows_text(rows, row, ID),
        .key = rows_text(rows, row, KEY),
        .forum = rows_text(rows, row, FORUM),
        .type = choice_find(meeting_types, rows_text(rows, row, TYPE)),
        .number = rows_text(rows, row, NUMBER),
        .status = choice_find(meeting_statuses, rows_text(rows, row, STATUS)),
        .mode = choice_find(meeting_modes, rows_text(rows, row, MODE)),
        .starts = rows_text(rows, row, STARTS),
        .ends = rows_text(rows, row, ENDS),
        .starts_at = rows_text(rows, row, STARTS_AT),
        .ends_at = rows_text(rows, row, ENDS_AT),
        .zone = rows_text(rows, row, ZONE),
        .first_day = rows_text(rows, row, FIRST_DAY),
        .place = rows_text(rows, row, PLACE),
        .country = rows_text(rows, row, COUNTRY),
        .latitude = rows_text(rows, row, LATITUDE),
        .longitude = rows_text(rows, row, LONGITUDE),
        .language = rows_language(rows, row, LANGUAGE),
        .slug = rows_text(rows, row, SLUG),
        .title = rows_text(rows, row, TITLE),
        .short_title = rows_text(rows, row, SHORT),
        .summary = rows_text(rows, row, SUMMARY),
        .sequence = (int)rows_number(rows, row, SEQUENCE),
        .reason = rows_text(rows, row, REASON),
        .changed = rows_text(rows, row, CHANGED),
        .place_key = rows_text(rows, row, PLACE_KEY),
        .country_key = rows_text(rows, row, COUNTRY_KEY),
    };
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct meeting_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = read_entry(rows, i);
}

void meetings_coming_ask(struct batch *batch, enum language language,
                         const struct meeting_filter *filter, int max, struct meeting_list *list)
{
    BATCH_ASK(batch, &meetings_coming, read_list, list, language_tag(language), filter->first_day,
              filter->last_day, batch_number(batch, max), filter->forum, filter->type);
}

/* The last wanted day and the end of the page before make one bound, the earlier of the two, so
 * that an index scan can start there. */
static void ask_backwards(struct batch *batch, enum language language,
                          const struct meeting_filter *filter, int max, bool coming_too,
                          struct meeting_list *list)
{
    static const struct statement *const statements[2][2] = {
        { &meetings_backwards, &meetings_backwards_of_type },
        { &meetings_backwards_of_forum, &meetings_backwards_of_forum_and_type },
    };
    bool ends_sooner = filter->last_day &&
                       (!filter->before_day || strcmp(filter->last_day, filter->before_day) < 0);
    const char *parameters[8] = { language_tag(language),
                                  filter->first_day,
                                  ends_sooner ? filter->last_day : filter->before_day,
                                  ends_sooner ? ID_BEHIND_ALL : filter->before_id,
                                  batch_number(batch, max),
                                  coming_too ? "t" : "f" };
    size_t count = 6;
    if (filter->forum)
        parameters[count++] = filter->forum;
    if (filter->type)
        parameters[count++] = filter->type;
    batch_ask(batch, statements[filter->forum != NULL][filter->type != NULL], count, parameters,
              read_list, list);
}

void meetings_past_ask(struct batch *batch, enum language language,
                       const struct meeting_filter *filter, int max, struct meeting_list *list)
{
    ask_backwards(batch, language, filter, max, false, list);
}

void meetings_all_ask(struct batch *batch, enum language language,
                      const struct meeting_filter *filter, int max, struct meeting_list *list)
{
    ask_backwards(batch, language, filter, max, true, list);
}

void meetings_changed_ask(struct batch *batch, enum language language,
                          const struct meeting_filter *filter, int max, struct meeting_list *list)
{
    const char *tag = language_tag(language), *count = batch_number(batch, max);
    if (filter->forum)
        BATCH_ASK(batch, &meetings_changed_of_forum, read_list, list, tag, count, filter->type,
                  filter->forum);
    else
        BATCH_ASK(batch, &meetings_changed, read_list, list, tag, count, filter->type);
}

void meeting_ask(struct batch *batch, enum language language, const char *slug,
                 struct meeting_list *list)
{
    BATCH_ASK(batch, &meeting_at_slug, read_list, list, language_tag(language), slug);
}

void meeting_neighbours_ask(struct batch *batch, enum language language, const char *slug,
                            struct meeting_neighbours *neighbours)
{
    const char *tag = language_tag(language);
    BATCH_ASK(batch, &meeting_before, read_list, &neighbours->before, tag, slug);
    BATCH_ASK(batch, &meeting_after, read_list, &neighbours->after, tag, slug);
}

static void read_figures(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(struct meeting_figures *)into = (struct meeting_figures){ .first = rows_number(rows, 0, 0),
                                                                .last = rows_number(rows, 0, 1),
                                                                .now = rows_number(rows, 0, 2),
                                                                .found = rows_number(rows, 0, 3) };
}

void meeting_figures_ask(struct batch *batch, enum language language,
                         const struct meeting_filter *filter, struct meeting_figures *figures)
{
    BATCH_ASK(batch, &meeting_figures, read_figures, figures, language_tag(language),
              filter->first_day, filter->forum, filter->type);
}

static void read_days(const struct rows *rows, struct arena *arena, void *into)
{
    struct meeting_days *days = into;
    days->count = rows_count(rows);
    days->items = arena_array(arena, days->count, sizeof *days->items);
    for (size_t i = 0; i < days->count; i++)
        days->items[i] =
            (struct meeting_day){ .first_day = rows_text(rows, i, 0),
                                  .type = choice_find(meeting_types, rows_text(rows, i, 1)) };
}

static void read_towns(const struct rows *rows, struct arena *arena, void *into)
{
    struct meeting_towns *towns = into;
    towns->count = rows_count(rows);
    towns->items = arena_array(arena, towns->count, sizeof *towns->items);
    for (size_t i = 0; i < towns->count; i++)
        towns->items[i] = (struct map_town){ .name = rows_text(rows, i, 0),
                                             .latitude = strtod(rows_text(rows, i, 1), NULL),
                                             .longitude = strtod(rows_text(rows, i, 2), NULL) };
}

void forum_activity_ask(struct batch *batch, enum language language, const char *slug,
                        int coming_most, int past_most, struct forum_activity *activity)
{
    const char *tag = language_tag(language);
    presidencies_of_forum_ask(batch, language, slug, &activity->presidencies);
    BATCH_ASK(batch, &forum_coming, read_list, &activity->coming, tag, slug,
              batch_number(batch, coming_most));
    BATCH_ASK(batch, &forum_past, read_list, &activity->past, tag, slug,
              batch_number(batch, past_most));
    BATCH_ASK(batch, &forum_days, read_days, &activity->days, tag, slug,
              batch_number(batch, MEETING_DAYS_MAX));
    BATCH_ASK(batch, &forum_towns, read_towns, &activity->towns, tag, slug,
              batch_number(batch, MEETING_TOWNS_MAX));
}
