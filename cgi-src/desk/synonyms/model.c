/* SPDX-License-Identifier: EUPL-1.2 */
/* Synonyms: the words that mean the same in a search, and those that visitors sought in vain. */
#include "desk/synonyms/model.h"

STATEMENT(synonyms_of, "select groups, version from synonyms where language = $1");

STATEMENT(synonyms_unfound, "select word, times, last_day from unfound_words($1, $2)");

STATEMENT(synonyms_save, "select save_synonyms($1, $2, $3, $4, $5)");

static void read_synonyms(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(struct synonyms *)into =
        (struct synonyms){ .groups = rows_text(rows, 0, 0), .version = rows_text(rows, 0, 1) };
}

void synonyms_ask(struct batch *batch, enum language language, struct synonyms *synonyms)
{
    BATCH_ASK(batch, &synonyms_of, read_synonyms, synonyms, language_tag(language));
}

static void read_unfound(const struct rows *rows, struct arena *arena, void *into)
{
    struct unfound_words *words = into;
    words->count = rows_count(rows);
    words->items = arena_array(arena, words->count, sizeof *words->items);
    for (size_t i = 0; i < words->count; i++)
        words->items[i] = (struct unfound_word){ .word = rows_text(rows, i, 0),
                                                 .times = rows_text(rows, i, 1),
                                                 .last_day = rows_text(rows, i, 2) };
}

void unfound_words_ask(struct batch *batch, enum language language, struct unfound_words *words)
{
    BATCH_ASK(batch, &synonyms_unfound, read_unfound, words, language_tag(language),
              batch_number(batch, UNFOUND_MAX));
}

static void read_saved(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = rows_count(rows) && rows_text(rows, 0, 0);
}

void synonyms_save_ask(struct batch *batch, const struct synonyms_change *change, bool *saved)
{
    BATCH_ASK(batch, &synonyms_save, read_saved, saved, change->account, change->address,
              language_tag(change->language), change->version, change->groups);
}
