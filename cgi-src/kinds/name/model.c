/* SPDX-License-Identifier: EUPL-1.2 */
/* Names: the places and parties that documents refer to, as editors list, add and change them. */
#include "kinds/name/model.h"

#include <string.h>

STATEMENT(names_list, "select key, name, names ->> 'nl', names ->> 'fr', names ->> 'de', names ->> "
                      "'en', note, used, total"
                      " from names_of($1, $2, $3, $4, $5::integer)");
STATEMENT(names_renewals, "select count(*) from (select from renewal limit $1::integer) r");
STATEMENT(names_form, "select name_form($1, $2)");
STATEMENT(names_uses,
          "select place, key, coalesce(title, names ->> $3), coalesce(original, $3), total"
          " from named_on($1, $2, $4::integer)");
STATEMENT(names_save,
          "select result, key, field, fault from save_name($1, $2::inet, $3, $4::jsonb)");
STATEMENT(names_delete, "select delete_name($1, $2::inet, $3, $4, $5::integer)");

static const char *const whats[] = { [NAME_PLACE] = "place", [NAME_PARTY] = "party" };

static bool is_true(const struct rows *rows, size_t row, int column)
{
    const char *value = rows_text(rows, row, column);
    return value && strcmp(value, "t") == 0;
}

static size_t index_of(const char *const *words, const char *word)
{
    size_t i = 0;
    while (strcmp(words[i], word) != 0)
        i++;
    return i;
}

static void read_names(const struct rows *rows, struct arena *arena, void *into)
{
    struct names *names = into;
    names->count = rows_count(rows);
    names->items = arena_array(arena, names->count, sizeof *names->items);
    for (size_t i = 0; i < names->count; i++) {
        struct listed_name *item = &names->items[i];
        item->key = rows_text(rows, i, 0);
        item->name = rows_text(rows, i, 1);
        for (enum language language = 0; language < LANGUAGES; language++)
            item->names[language] = rows_text(rows, i, 2 + (int)language);
        item->note = rows_text(rows, i, 6);
        item->used = is_true(rows, i, 7);
        names->total = rows_number(rows, i, 8);
    }
}

void names_ask(struct batch *batch, enum name_kind what, enum language language, const char *kind,
               const char *words, int max, struct names *names)
{
    BATCH_ASK(batch, &names_list, read_names, names, whats[what], language_tag(language), kind,
              words, batch_number(batch, max));
}

static void read_count(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(long *)into = rows_number(rows, 0, 0);
}

void names_renewals_ask(struct batch *batch, long *pages)
{
    BATCH_ASK(batch, &names_renewals, read_count, pages,
              batch_number(batch, RENEWALS_COUNTED_MAX + 1));
}

static void release_json(void *json)
{
    cJSON_Delete(json);
}

static void read_form(const struct rows *rows, struct arena *arena, void *into)
{
    const char *text = rows_text(rows, 0, 0);
    cJSON *form = text ? cJSON_Parse(text) : NULL;
    if (form)
        arena_defer(arena, release_json, form);
    *(const cJSON **)into = form;
}

void name_ask(struct batch *batch, enum name_kind what, const char *key, const cJSON **form)
{
    BATCH_ASK(batch, &names_form, read_form, form, whats[what], key);
}

static void read_uses(const struct rows *rows, struct arena *arena, void *into)
{
    struct name_uses *uses = into;
    uses->count = rows_count(rows);
    uses->items = arena_array(arena, uses->count, sizeof *uses->items);
    for (size_t i = 0; i < uses->count; i++) {
        uses->items[i] = (struct name_use){ .place = is_true(rows, i, 0),
                                            .key = rows_text(rows, i, 1),
                                            .title = rows_text(rows, i, 2),
                                            .language = rows_language(rows, i, 3) };
        uses->total = rows_number(rows, i, 4);
    }
}

void name_uses_ask(struct batch *batch, enum name_kind what, const char *key,
                   enum language language, int max, struct name_uses *uses)
{
    BATCH_ASK(batch, &names_uses, read_uses, uses, whats[what], key, language_tag(language),
              batch_number(batch, max));
}

static void read_saved(const struct rows *rows, struct arena *arena, void *into)
{
    static const char *const results[] = {
        [NAME_SAVED] = "saved", [NAME_UNCHANGED] = "unchanged", [NAME_CONFLICT] = "conflict",
        [NAME_GONE] = "gone",   [NAME_FAULTS] = "fault",
    };
    struct name_saved *saved = into;
    *saved =
        (struct name_saved){ .result = (enum name_result)index_of(results, rows_text(rows, 0, 0)),
                             .key = rows_text(rows, 0, 1) };
    saved->fault_count = saved->result == NAME_FAULTS ? rows_count(rows) : 0;
    saved->faults = arena_array(arena, saved->fault_count, sizeof *saved->faults);
    for (size_t i = 0; i < saved->fault_count; i++)
        saved->faults[i] =
            (struct name_fault){ .field = rows_text(rows, i, 2), .fault = rows_text(rows, i, 3) };
}

void name_save_ask(struct batch *batch, const char *account, const char *address,
                   enum name_kind what, const char *form, struct name_saved *saved)
{
    BATCH_ASK(batch, &names_save, read_saved, saved, account, address, whats[what], form);
}

static void read_deletion(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    static const char *const results[] = { [NAME_DELETED] = "deleted",
                                           [NAME_USED] = "used",
                                           [NAME_CHANGED] = "conflict",
                                           [NAME_MISSING] = "gone" };
    *(enum name_deletion *)into = (enum name_deletion)index_of(results, rows_text(rows, 0, 0));
}

void name_delete_ask(struct batch *batch, const char *account, const char *address,
                     enum name_kind what, const char *key, const char *version,
                     enum name_deletion *deletion)
{
    BATCH_ASK(batch, &names_delete, read_deletion, deletion, account, address, whats[what], key,
              version);
}
