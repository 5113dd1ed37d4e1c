/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: cross-border obstacles and good practices. */
#include "kinds/register/model.h"

#include <string.h>

/* $1 language, $2 kind, $3 area, $4 and $5 the day and id that all are before, $6 most. Each way to
 * filter has a statement of its own, as for meetings, so that each has an index that fits. */
#define COLUMNS                                                                                  \
    "select i.document_id, i.key, i.field, i.status, i.date, i.day, array_to_string(i.areas, ' " \
    "'), i.language, i.slug,"                                                                    \
    " i.title, i.summary, to_char(i.changed at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
#define BEFORE                                                                          \
    COLUMNS                                                                             \
    " from register_place p join register_item i on i.document_id = p.document_id and " \
    "i.for_language = $1"                                                               \
    " where p.kind = $2 and p.area = coalesce($3, '')"                                  \
    " and (p.day, p.document_id) < (coalesce($4::date, 'infinity'), coalesce($5::bigint, 0))"
#define BACKWARDS " order by p.day desc, p.document_id desc limit $6"

STATEMENT(register_items, BEFORE BACKWARDS);
STATEMENT(register_items_of_field, BEFORE " and p.field = $7" BACKWARDS);
STATEMENT(register_items_in_status, BEFORE " and p.status = $7" BACKWARDS);
STATEMENT(register_items_of_field_in_status,
          BEFORE " and p.field = $7 and p.status = $8" BACKWARDS);

/* Reads the found items by their keys first and orders them afterwards. Otherwise the limit would
 * lead the planner to walk the whole register in order. */
STATEMENT(register_found,
          "with f as materialized (select register_found($1, $2, $4, $5::integer) as ids),"
          " i as materialized (select * from register_item where document_id = any ((select ids "
          "from f)::bigint[])"
          " and for_language = $1 and kind = $2) " COLUMNS
          ", cardinality((select ids from f)) from i"
          " where ($3::text is null or exists (select from register_place p where p.document_id = "
          "i.document_id and p.area = $3))"
          " and ($6::text is null or i.field = $6) and ($7::text is null or i.status = $7)"
          " and (i.day, i.document_id) < (coalesce($8::date, 'infinity'), coalesce($9::bigint, 0))"
          " order by i.day desc, i.document_id desc limit $10");

STATEMENT(register_changes,
          COLUMNS " from (select * from register_item where for_language = $1 and kind = $2"
                  " order by changed desc, document_id desc limit 500) i"
                  " where ($3::text is null or exists (select from register_place p where "
                  "p.document_id = i.document_id and p.area = $3))"
                  " and ($5::text is null or i.field = $5) and ($6::text is null or i.status = $6)"
                  " order by i.changed desc, i.document_id desc limit $4");

/* $1 kind of the document, $2 language, $3 slug, $4 most. */
#define OF_DOCUMENT(KIND)                                                                     \
    "(" COLUMNS ", '" KIND "' from register_place p join register_item i on i.document_id = " \
    "p.document_id and i.for_language = $2"                                                   \
    " where p.kind = '" KIND                                                                  \
    "' and p.area = (select d.key from page d where d.for_language = $2 and d.document_id "   \
    "= " DOCUMENT_AT_SLUG("$1", "$2", "$3") ") order by p.day desc, p.document_id desc limit $4)"

STATEMENT(register_activity, OF_DOCUMENT("obstacle") " union all " OF_DOCUMENT("practice"));

STATEMENT(register_counts,
          "select choice, key, n from register_counts($1, $2, $3, $4) where n > 0");

/* For each of the last $2 years: how many obstacles were reported, how many were solved, and how
 * many were open at its end. An obstacle that was opened again counts by its last step. */
STATEMENT(
    register_years,
    "with item as materialized (select * from register_year where for_language = $1 and n > 0),"
    " now as (select extract(year from now())::int as year)"
    " select y, coalesce((select sum(n) from item where opened = y), 0),"
    " coalesce((select sum(n) from item where ended = y and solved), 0),"
    " coalesce((select sum(n) from item where opened <= y and (ended = 0 or ended > y)), 0)"
    " from now cross join generate_series("
    "greatest((select min(opened) from item), now.year - $2::int + 1), now.year) y order by y");

const struct choice register_fields[] = {
    [FIELD_OF_WORK] = { "work", "Work" },
    [FIELD_OF_TAXES] = { "taxes", "Taxes" },
    [FIELD_OF_EDUCATION] = { "education", "Education" },
    [FIELD_OF_TRANSPORT] = { "transport", "Transport" },
    [FIELD_OF_POLICE] = { "police", "Police and security" },
    [FIELD_OF_HEALTH] = { "health", "Health" },
    [FIELD_OF_ENERGY] = { "energy", "Energy" },
    [FIELD_OF_ENVIRONMENT] = { "environment", "Environment" },
    [FIELD_OF_INTERNAL_MARKET] = { "internal-market", "Internal market" },
    [FIELD_OF_GOVERNANCE] = { "governance", "Governance" },
    [REGISTER_FIELDS] = { NULL, NULL },
};
const struct choice register_statuses[] = {
    [STATUS_REPORTED] = { "reported", "Reported" },
    [STATUS_EXAMINED] = { "examined", "Being examined" },
    [STATUS_BEING_SOLVED] = { "being-solved", "Being solved" },
    [STATUS_SOLVED] = { "solved", "Solved" },
    [STATUS_CLOSED] = { "closed", "Closed without a solution" },
    [REGISTER_STATUSES] = { NULL, NULL },
};

/* ---- The lists ---- */

/* The words of TEXT, between which there are single spaces. */
static const char *const *split(const char *text, struct arena *arena)
{
    size_t count = *text != '\0';
    for (const char *at = text; *at; at++)
        count += *at == ' ';
    const char **words = arena_array(arena, count + 1, sizeof *words);
    for (size_t i = 0; i < count; i++) {
        size_t length = strcspn(text, " ");
        words[i] = arena_copy_bytes(arena, text, length);
        text += length + (text[length] == ' ');
    }
    words[count] = NULL;
    return words;
}

static struct register_entry read_entry(const struct rows *rows, size_t row, struct arena *arena)
{
    return (struct register_entry){
        .id = rows_text(rows, row, 0),
        .key = rows_text(rows, row, 1),
        .field = choice_find(register_fields, rows_text(rows, row, 2)),
        .status = choice_find(register_statuses, rows_text(rows, row, 3)),
        .date = rows_text(rows, row, 4),
        .day = rows_text(rows, row, 5),
        .areas = split(rows_text(rows, row, 6), arena),
        .language = rows_language(rows, row, 7),
        .slug = rows_text(rows, row, 8),
        .title = rows_text(rows, row, 9),
        .summary = rows_text(rows, row, 10),
        .changed = rows_text(rows, row, 11),
    };
}

static void read_list(const struct rows *rows, struct arena *arena, void *into)
{
    struct register_list *list = into;
    list->count = rows_count(rows);
    list->items = arena_array(arena, list->count, sizeof *list->items);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = read_entry(rows, i, arena);
}

static void read_found(const struct rows *rows, struct arena *arena, void *into)
{
    struct register_list *list = into;
    read_list(rows, arena, list);
    list->of_many = list->count && rows_number(rows, 0, 12) == REGISTER_FOUND_MAX;
}

void register_ask(struct batch *batch, enum language language, const struct register_filter *filter,
                  int max, struct register_list *list)
{
    static const struct statement *const statements[2][2] = {
        { &register_items, &register_items_in_status },
        { &register_items_of_field, &register_items_of_field_in_status },
    };
    const char *tag = language_tag(language), *kind = document_kinds[filter->kind].name;
    if (filter->words) {
        BATCH_ASK(batch, &register_found, read_found, list, tag, kind, filter->area, filter->words,
                  batch_number(batch, REGISTER_FOUND_MAX), filter->field, filter->status,
                  filter->before_day, filter->before_id, batch_number(batch, max));
        return;
    }
    const char *parameters[8] = {
        tag, kind, filter->area, filter->before_day, filter->before_id, batch_number(batch, max)
    };
    size_t count = 6;
    if (filter->field)
        parameters[count++] = filter->field;
    if (filter->status)
        parameters[count++] = filter->status;
    batch_ask(batch, statements[filter->field != NULL][filter->status != NULL], count, parameters,
              read_list, list);
}

void register_changes_ask(struct batch *batch, enum language language,
                          const struct register_filter *filter, int max, struct register_list *list)
{
    BATCH_ASK(batch, &register_changes, read_list, list, language_tag(language),
              document_kinds[filter->kind].name, filter->area, batch_number(batch, max),
              filter->field, filter->status);
}

/* The obstacles come first. */
static void read_activity(const struct rows *rows, struct arena *arena, void *into)
{
    struct register_activity *activity = into;
    struct register_list all;
    read_list(rows, arena, &all);
    size_t obstacles = 0;
    while (obstacles < all.count && strcmp(rows_text(rows, obstacles, 12), "obstacle") == 0)
        obstacles++;
    activity->obstacles = (struct register_list){ .items = all.items, .count = obstacles };
    activity->practices =
        (struct register_list){ .items = all.items + obstacles, .count = all.count - obstacles };
}

void register_activity_ask(struct batch *batch, enum document_kind kind, enum language language,
                           const char *slug, int max, struct register_activity *activity)
{
    BATCH_ASK(batch, &register_activity, read_activity, activity, document_kinds[kind].name,
              language_tag(language), slug, batch_number(batch, max));
}

static void read_counts(const struct rows *rows, struct arena *arena, void *into)
{
    struct register_counts *counts = into;
    counts->areas = arena_array(arena, rows_count(rows), sizeof *counts->areas);
    for (size_t i = 0; i < rows_count(rows); i++) {
        const char *choice = rows_text(rows, i, 0), *key = rows_text(rows, i, 1);
        long n = rows_number(rows, i, 2);
        if (strcmp(choice, "all") == 0)
            counts->all[choice_find(register_statuses, key)] = n;
        else if (strcmp(choice, "status") == 0)
            counts->statuses[choice_find(register_statuses, key)] = n;
        else if (strcmp(choice, "area") == 0)
            counts->areas[counts->area_count++] = (struct area_count){ .key = key, .count = n };
        else if (choice_find(register_fields, key) < REGISTER_FIELDS)
            counts->fields[choice_find(register_fields, key)] = n;
    }
}

void register_counts_ask(struct batch *batch, const struct register_filter *filter,
                         struct register_counts *counts)
{
    BATCH_ASK(batch, &register_counts, read_counts, counts, document_kinds[filter->kind].name,
              filter->area, filter->field, filter->status);
}

static void read_years(const struct rows *rows, struct arena *arena, void *into)
{
    struct register_years *years = into;
    years->count = rows_count(rows);
    years->first = years->count ? rows_number(rows, 0, 0) : 0;
    years->opened = arena_array(arena, years->count, sizeof *years->opened);
    years->solved = arena_array(arena, years->count, sizeof *years->solved);
    years->open = arena_array(arena, years->count, sizeof *years->open);
    for (size_t i = 0; i < years->count; i++) {
        years->opened[i] = rows_number(rows, i, 1);
        years->solved[i] = rows_number(rows, i, 2);
        years->open[i] = rows_number(rows, i, 3);
    }
}

void register_years_ask(struct batch *batch, enum language language, struct register_years *years)
{
    BATCH_ASK(batch, &register_years, read_years, years, language_tag(language),
              batch_number(batch, REGISTER_YEARS_MAX));
}

/* ---- A page ---- */

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static int number_of(const cJSON *object, const char *name)
{
    const cJSON *number = member(object, name);
    return number ? (int)cJSON_GetNumberValue(number) : 0;
}

static void read_steps(const cJSON *list, struct arena *arena, struct register_item *item)
{
    item->steps = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *item->steps);
    const cJSON *step;
    cJSON_ArrayForEach (step, list)
        item->steps[item->step_count++] = (struct register_step){
            .number = number_of(step, "number"),
            .date = content_string(step, "date"),
            .status = choice_find(register_statuses, content_string(step, "status")),
            .struck = member(step, "struck") != NULL,
            .text = content_string(step, "text"),
        };
}

const struct register_step *register_last_step(const struct register_item *item)
{
    for (size_t i = item->step_count; i-- > 0;)
        if (!item->steps[i].struck)
            return &item->steps[i];
    return NULL;
}

static void read_relations(const cJSON *list, struct arena *arena, struct register_item *item)
{
    item->relations = arena_array(arena, (size_t)cJSON_GetArraySize(list), sizeof *item->relations);
    const cJSON *relation;
    cJSON_ArrayForEach (relation, list)
        item->relations[item->relation_count++] = (struct relation){
            .key = content_string(relation, "key"),
            .conclusion = number_of(relation, "conclusion"),
            .named = content_named(member(relation, "named"), arena),
        };
}

struct register_item register_item_of(const struct document *document, struct arena *arena)
{
    const cJSON *facts = member(document->content, "register");
    struct register_item item = {
        .field = choice_find(register_fields, content_string(facts, "field")),
        .since = content_string(facts, "since"),
        .provision_url = content_string(facts, "provision_url"),
        .instrument_url = content_string(facts, "instrument_url"),
        .contact = content_string(facts, "contact"),
        .contact_url = content_string(facts, "contact_url"),
    };
    item.borders = content_strings(member(facts, "borders"), arena, &item.border_count);
    item.concerned = content_strings(member(facts, "concerned"), arena, &item.concerned_count);
    item.authorities = content_strings(member(facts, "authorities"), arena, &item.authority_count);
    read_steps(member(facts, "steps"), arena, &item);
    read_relations(member(document->content, "related"), arena, &item);
    return item;
}
