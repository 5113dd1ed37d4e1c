/* Meeting: what a forum's meeting was, and the lists of meetings. */
#include "model/meeting.h"

#include <string.h>

/* $1 language, $2 first day, $3 last day, $4 most, $5 and $6 the last of the page before. A statement for each way to filter, so
 * that each has the index that fits: one plan serves all parameters. */
#define LIST                                                                                                               \
    "select document_id, forum, type, status, starts, ends, first_day, place, language, slug, title, summary from meeting" \
    " where for_language = $1"
#define DAYS " and first_day between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')"
#define TODAY "(now() at time zone 'Europe/Brussels')::date"
#define OVER                                     \
    " and (status = 'held' or last_day < " TODAY \
    ") and (first_day, document_id) < (coalesce($5::date, 'infinity'), coalesce($6::bigint, 0))"
#define BACKWARDS " order by first_day desc, document_id desc limit $4"

STATEMENT(meetings_past, LIST DAYS OVER BACKWARDS);
STATEMENT(meetings_past_of_forum, LIST DAYS OVER " and forum = $7" BACKWARDS);
STATEMENT(meetings_past_of_type, LIST DAYS OVER " and type = $7" BACKWARDS);
STATEMENT(meetings_past_of_forum_and_type, LIST DAYS OVER " and forum = $7 and type = $8" BACKWARDS);

STATEMENT(meetings_coming, LIST DAYS " and status <> 'held' and last_day >= " TODAY
                                     " and ($5::text is null or forum = $5) and ($6::text is null or type = $6)"
                                     " order by first_day, document_id limit $4");

STATEMENT(
    meeting_years,
    "select extract(year from min(first_day))::int, extract(year from max(first_day))::int from meeting where for_language = $1");

/* $2: the topic's slug. */
#define FORUM_AT_SLUG \
    "(select p.key from page p where p.for_language = $1 and p.document_id = " DOCUMENT_AT_SLUG("'topic'", "$1", "$2") ")"

STATEMENT(forum_presidency, "select holders, starts, ends from presidency where for_language = $1 and forum = " FORUM_AT_SLUG
                            " and term @> " TODAY);

STATEMENT(forum_coming, LIST " and forum = " FORUM_AT_SLUG " and status <> 'held' and last_day >= " TODAY
                             " order by first_day, document_id limit $3");

STATEMENT(forum_past, LIST " and forum = " FORUM_AT_SLUG " and (status = 'held' or last_day < " TODAY
                           ") order by first_day desc, document_id desc limit $3");

static const char *const type_names[MEETING_TYPES] = { "ministerial", "summit", "working-group", "event" };
static const char *const status_names[MEETING_STATUSES] = { "planned", "held", "postponed", "moved", "cancelled" };
static const char *const mode_names[MEETING_MODES] = { "in-person", "online", "hybrid" };
static const char *const state_names[CONCLUSION_STATES] = { "", "open", "taken-up", "closed" };

/* The place of NAME in a list; COUNT when it is not there. */
static int place_of(const char *name, const char *const *names, int count)
{
    int place = 0;
    while (place < count && strcmp(names[place], name) != 0)
        place++;
    return place;
}

const char *meeting_type_name(enum meeting_type type)
{
    return type_names[type];
}

enum meeting_type meeting_type_from(const char *name)
{
    return (enum meeting_type)place_of(name, type_names, MEETING_TYPES);
}

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static const char **read_strings(const cJSON *list, struct arena *arena, size_t *count)
{
    const char **strings = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *strings);
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        strings[(*count)++] = cJSON_GetStringValue(item);
    return strings;
}

static void read_conclusions(const cJSON *list, struct arena *arena, struct meeting *meeting)
{
    meeting->conclusions = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *meeting->conclusions);
    const cJSON *item;
    cJSON_ArrayForEach (item, list) {
        const char *state = content_string(item, "state");
        const cJSON *by = member(item, "by");
        meeting->conclusions[meeting->conclusion_count++] = (struct conclusion){
            .number = (int)cJSON_GetNumberValue(member(item, "number")),
            .text = content_string(item, "text"),
            .state = state ? (enum conclusion_state)place_of(state, state_names, CONCLUSION_STATES) : CONCLUSION_UNKNOWN,
            .by_slug = content_string(by, "slug"),
            .by_short = content_string(by, "short"),
        };
    }
}

static void read_delegations(const cJSON *list, struct arena *arena, struct meeting *meeting)
{
    meeting->delegations = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *meeting->delegations);
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        meeting->delegations[meeting->delegation_count++] =
            (struct delegation){ .party = content_string(item, "party"), .person = content_string(item, "person") };
}

static void read_links(const cJSON *list, struct arena *arena, struct meeting *meeting)
{
    meeting->links = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *meeting->links);
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        meeting->links[meeting->link_count++] = (struct link){
            .url = content_string(item, "url"),
            .title = content_string(item, "title"),
            .language = content_string(item, "language"),
        };
}

struct meeting meeting_of(const struct document *document, struct arena *arena)
{
    const cJSON *facts = member(document->content, "meeting");
    const cJSON *number = member(facts, "number");
    struct meeting meeting = {
        .forum = content_string(facts, "forum"),
        .number = number ? (int)cJSON_GetNumberValue(number) : 0,
        .type = meeting_type_from(content_string(facts, "type")),
        .status = (enum meeting_status)place_of(content_string(facts, "status"), status_names, MEETING_STATUSES),
        .mode = (enum meeting_mode)place_of(content_string(facts, "mode"), mode_names, MEETING_MODES),
        .starts = content_string(facts, "starts"),
        .ends = content_string(facts, "ends"),
        .starts_at = content_string(facts, "starts_at"),
        .ends_at = content_string(facts, "ends_at"),
        .zone = content_string(facts, "zone"),
        .earlier = content_string(facts, "earlier"),
        .place = content_string(facts, "place"),
        .country = content_string(facts, "country"),
    };
    meeting.presidency = read_strings(member(facts, "presidency"), arena, &meeting.presidency_count);
    meeting.agenda = read_strings(member(facts, "agenda"), arena, &meeting.agenda_count);
    read_delegations(member(facts, "delegations"), arena, &meeting);
    read_conclusions(member(facts, "conclusions"), arena, &meeting);
    read_links(member(facts, "links"), arena, &meeting);
    return meeting;
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct meeting_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = (struct meeting_entry){
            .id = rows_text(rows, i, 0),
            .forum = rows_text(rows, i, 1),
            .type = meeting_type_from(rows_text(rows, i, 2)),
            .status = (enum meeting_status)place_of(rows_text(rows, i, 3), status_names, MEETING_STATUSES),
            .starts = rows_text(rows, i, 4),
            .ends = rows_text(rows, i, 5),
            .first_day = rows_text(rows, i, 6),
            .place = rows_text(rows, i, 7),
            .language = rows_language(rows, i, 8),
            .slug = rows_text(rows, i, 9),
            .title = rows_text(rows, i, 10),
            .summary = rows_text(rows, i, 11),
        };
}

void meetings_coming_ask(struct batch *batch, enum language language, const struct meeting_filter *filter, int most,
                         struct meeting_list *list)
{
    BATCH_ASK(batch, &meetings_coming, read_list, list, language_tag(language), filter->first_day, filter->last_day,
              batch_number(batch, most), filter->forum, filter->type);
}

void meetings_past_ask(struct batch *batch, enum language language, const struct meeting_filter *filter, int most,
                       struct meeting_list *list)
{
    const char *parameters[] = { language_tag(language),
                                 filter->first_day,
                                 filter->last_day,
                                 batch_number(batch, most),
                                 filter->before_day,
                                 filter->before_id,
                                 NULL,
                                 NULL };
    const struct statement *statement = &meetings_past;
    size_t count = 6;
    if (filter->forum)
        parameters[count++] = filter->forum;
    if (filter->type)
        parameters[count++] = filter->type;
    if (filter->forum && filter->type)
        statement = &meetings_past_of_forum_and_type;
    else if (filter->forum)
        statement = &meetings_past_of_forum;
    else if (filter->type)
        statement = &meetings_past_of_type;
    batch_ask(batch, statement, count, parameters, read_list, list);
}

static void read_years(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct meeting_years *years = into;
    years->first = rows_number(rows, 0, 0);
    years->last = rows_number(rows, 0, 1);
}

void meeting_years_ask(struct batch *batch, enum language language, struct meeting_years *years)
{
    BATCH_ASK(batch, &meeting_years, read_years, years, language_tag(language));
}

static void read_presidency(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct presidency *presidency = into;
    presidency->found = rows_count(rows) > 0;
    if (!presidency->found)
        return;
    presidency->holders = rows_text(rows, 0, 0);
    presidency->starts = rows_text(rows, 0, 1);
    presidency->ends = rows_text(rows, 0, 2);
}

void forum_activity_ask(struct batch *batch, enum language language, const char *slug, int coming_most, int past_most,
                        struct forum_activity *activity)
{
    const char *tag = language_tag(language);
    BATCH_ASK(batch, &forum_presidency, read_presidency, &activity->presidency, tag, slug);
    BATCH_ASK(batch, &forum_coming, read_list, &activity->coming, tag, slug, batch_number(batch, coming_most));
    BATCH_ASK(batch, &forum_past, read_list, &activity->past, tag, slug, batch_number(batch, past_most));
}
