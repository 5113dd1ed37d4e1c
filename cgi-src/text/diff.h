/* Diff: what changed from one text to another, by words. */
#ifndef TEXT_DIFF_H
#define TEXT_DIFF_H

#include <stddef.h>

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

/* The shortest way from BEFORE to AFTER (a longest common subsequence of words). Texts that differ in more than some thousand
 * words are told as removed and added whole. Owned by ARENA. */
struct pieces diff_words(const char *before, const char *after, struct arena *arena);

#endif
