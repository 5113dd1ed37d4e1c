/* SPDX-License-Identifier: EUPL-1.2 */
/* Synonyms: the words that mean the same in a search, and those that visitors sought in vain; see
 * migrations/logic/search/synonyms.sql. Strings live in the arena of the batch. */
#ifndef DESK_SYNONYMS_MODEL_H
#define DESK_SYNONYMS_MODEL_H

#include "db/database.h"

enum { SYNONYMS_MAX = 20000, UNFOUND_MAX = 50 };

struct synonyms {
    const char *groups;  /* one line for each group, its words or phrases separated by commas */
    const char *version; /* raised by each save */
};

/* A word that visitors sought and that no text has. */
struct unfound_word {
    const char *word, *times, *last_day;
};

struct unfound_words {
    struct unfound_word *items;
    size_t count;
};

void synonyms_ask(struct batch *batch, enum language language, struct synonyms *synonyms);

/* The words sought most often, at most UNFOUND_MAX. */
void unfound_words_ask(struct batch *batch, enum language language, struct unfound_words *words);

struct synonyms_change {
    const char *account, *address;
    enum language language;
    const char *version; /* the version that the editor saw */
    const char *groups;
};

/* Saves the synonyms. *SAVED becomes false when somebody else has saved since VERSION. */
void synonyms_save_ask(struct batch *batch, const struct synonyms_change *change, bool *saved);

#endif
