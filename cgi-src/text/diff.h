/* SPDX-License-Identifier: EUPL-1.2 */
/* Diff: what changed from one text to another, by words. */
#ifndef TEXT_DIFF_H
#define TEXT_DIFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum change { CHANGE_NONE, CHANGE_REMOVED, CHANGE_ADDED };

/* A run of words, with the white space behind each. */
struct piece {
    enum change change;
    const char *text;
};

struct pieces {
    struct piece *items;
    size_t count;
};

/* The shortest way from BEFORE to AFTER (a longest common subsequence of words). Where texts differ
 * in more than some two thousand words, the differing part is removed and added as a whole. Owned
 * by ARENA. */
struct pieces diff_words(const char *before, const char *after, struct arena *arena);

/* A text cut into words, which follow one another in it. */
struct words {
    const char **items;
    size_t *lengths;
    size_t count;
};

/* Cuts TEXT: each word with the white space behind it, or the runs of white space as words of their
 * own (APART). */
struct words diff_cut(const char *text, bool apart, struct arena *arena);

/* Whether word I of ONE is word K of OTHER. */
bool diff_same(const struct words *one, size_t i, const struct words *other, size_t k);

#define DIFF_GONE SIZE_MAX

/* The place in AFTER of each word of BEFORE, by a longest common subsequence; DIFF_GONE for a word
 * outside it. */
size_t *diff_match(const struct words *before, const struct words *after, struct arena *arena);

#endif
