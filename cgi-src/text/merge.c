/* SPDX-License-Identifier: EUPL-1.2 */
/* Merge: combines the changes that two people made to one text. */
#include "text/merge.h"

#include <string.h>

#include "base/buffer.h"
#include "text/diff.h"

/* A run of words in each of the three texts. */
struct run {
    const struct words *words;
    size_t first, end;
};

static size_t bytes_of(const struct run *run)
{
    if (run->first == run->end)
        return 0;
    size_t last = run->end - 1;
    return (size_t)(run->words->items[last] + run->words->lengths[last] -
                    run->words->items[run->first]);
}

static bool same_run(const struct run *one, const struct run *other)
{
    size_t bytes = bytes_of(one);
    return bytes == bytes_of(other) &&
           (!bytes ||
            memcmp(one->words->items[one->first], other->words->items[other->first], bytes) == 0);
}

static void append(struct buffer *text, const struct run *run)
{
    if (run->first < run->end)
        buffer_append(text, run->words->items[run->first], bytes_of(run));
}

/* Whether RUN is BASE with more words: before it (AT_END), or behind it. *MORE becomes these
 * words. */
static bool has_more(const struct run *run, const struct run *base, bool at_end, struct run *more)
{
    size_t kept = base->end - base->first, count = run->end - run->first;
    if (!kept || count < kept)
        return false;
    size_t first = at_end ? run->end - kept : run->first;
    struct run same = { run->words, first, first + kept };
    *more = (struct run){ run->words, at_end ? run->first : same.end, at_end ? first : run->end };
    return same_run(&same, base);
}

/* Combines two changes of one run. That works when only one of them merely added words before it,
 * or behind it: these words are added to the other change. False when it does not work. */
static bool combine(struct buffer *text, const struct run *base, const struct run *own,
                    const struct run *theirs)
{
    struct run mine, other;
    bool own_has = has_more(own, base, true, &mine),
         theirs_have = has_more(theirs, base, true, &other);
    if (own_has != theirs_have) {
        append(text, own_has ? &mine : &other);
        append(text, own_has ? theirs : own);
        return true;
    }
    own_has = has_more(own, base, false, &mine),
    theirs_have = has_more(theirs, base, false, &other);
    if (own_has != theirs_have) {
        append(text, own_has ? theirs : own);
        append(text, own_has ? &mine : &other);
        return true;
    }
    return false;
}

/* Merges a run that at least one of them changed. */
static void merge_run(struct merge *merge, struct buffer *text, const struct run *base,
                      const struct run *own, const struct run *theirs)
{
    if (same_run(base, own))
        append(text, theirs);
    else if (same_run(base, theirs) || same_run(own, theirs))
        append(text, own);
    else if (!combine(text, base, own, theirs)) {
        append(text, own);
        merge->clash = true;
    }
}

/* Goes through the three texts side by side: runs that are the same in all, and between them runs
 * that differ (S. Khanna, K. Kunal, B. C. Pierce, "A Formal Investigation of Diff3", 2007). White
 * space counts as words, so that changes of two neighbouring words are two changes. */
struct merge merge_texts(const char *base_text, const char *own_text, const char *their_text,
                         struct arena *arena)
{
    struct words base = diff_cut(base_text, true, arena), own = diff_cut(own_text, true, arena),
                 theirs = diff_cut(their_text, true, arena);
    const size_t *in_own = diff_match(&base, &own, arena),
                 *in_theirs = diff_match(&base, &theirs, arena);
    struct merge merge = { 0 };
    struct buffer text = buffer_in(arena);
    size_t b = 0, o = 0, t = 0;
    for (;;) {
        for (; b < base.count && in_own[b] == o && in_theirs[b] == t; b++, o++, t++)
            buffer_append(&text, base.items[b], base.lengths[b]);
        size_t next = b;
        while (next < base.count && (in_own[next] == DIFF_GONE || in_theirs[next] == DIFF_GONE))
            next++;
        bool last = next == base.count;
        struct run before = { &base, b, next }, mine = { &own, o, last ? own.count : in_own[next] },
                   other = { &theirs, t, last ? theirs.count : in_theirs[next] };
        merge_run(&merge, &text, &before, &mine, &other);
        b = next, o = mine.end, t = other.end;
        if (last)
            break;
    }
    merge.text = text.bytes ? text.bytes : "";
    return merge;
}
