/* SPDX-License-Identifier: EUPL-1.2 */
/* Shared cache: what one process has made, for the others to use. */
#include "base/shared_cache.h"

#include <sodium.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/shared_memory.h"

enum { KEY_MAX = 512 };

enum {
    TAG_SIZE = crypto_shorthash_siphashx24_BYTES,
    SECRET_SIZE = crypto_shorthash_siphashx24_KEYBYTES
};

/* Sizes in bytes, without padding between them: the tag is of them, too. */
struct head {
    uint64_t epoch, key, validator, bytes;
};

/* The entry is the key and the validator, each with the zero at its end, and then the bytes. TAG is
 * of head and entry. */
struct place {
    unsigned char tag[TAG_SIZE];
    struct head head;
    char entry[2 * KEY_MAX + SHARED_CACHE_MAX];
};

/* What was noted last. Its tag is of all that stands before it. */
struct note {
    struct {
        uint64_t epoch;
        int64_t asked;
        char validator[KEY_MAX];
    } what;
    unsigned char tag[TAG_SIZE];
};

struct shared {
    atomic_ulong epoch;
    struct note note;
    struct place places[];
};

/* Each process has one of its own. */
struct shared_cache {
    size_t count;
    unsigned char secret[SECRET_SIZE];
    struct shared *shared;
};

static size_t size_for(size_t places)
{
    return sizeof(struct shared) + places * sizeof(struct place);
}

struct shared_cache *shared_cache_new(size_t places)
{
    struct shared_cache *cache = sodium_init() < 0 ? NULL : malloc(sizeof *cache);
    struct shared *shared = cache ? shared_memory_new(size_for(places), "cache") : NULL;
    if (!shared) {
        free(cache);
        return NULL;
    }
    *cache = (struct shared_cache){ .count = places, .shared = shared };
    randombytes_buf(cache->secret, sizeof cache->secret);
    return cache;
}

void shared_cache_free(struct shared_cache *cache)
{
    if (!cache)
        return;
    shared_memory_free(cache->shared, size_for(cache->count));
    sodium_memzero(cache, sizeof *cache);
    free(cache);
}

unsigned long shared_cache_epoch(const struct shared_cache *cache)
{
    return atomic_load(&cache->shared->epoch);
}

void shared_cache_forget(struct shared_cache *cache)
{
    atomic_fetch_add(&cache->shared->epoch, 1);
}

/* The place of a key is no secret, so any quick hash will do. */
static struct place *place_of(const struct shared_cache *cache, const char *key)
{
    return &cache->shared->places[XXH3_64bits(key, strlen(key)) % cache->count];
}

/* WHOLE is the head and the entry, one behind the other. */
static void make_tag(const struct shared_cache *cache, const char *whole, size_t size,
                     unsigned char *tag)
{
    crypto_shorthash_siphashx24(tag, (const unsigned char *)whole, size, cache->secret);
}

/* A copy, so that it does not change while it is checked, whoever writes there. */
static struct head head_of(const struct place *place)
{
    struct head head = place->head;
    atomic_signal_fence(memory_order_seq_cst);
    return head;
}

bool shared_cache_may_have(const struct shared_cache *cache, const char *key)
{
    const struct place *place = place_of(cache, key);
    struct head head = head_of(place);
    size_t size = strlen(key) + 1;
    return head.epoch == shared_cache_epoch(cache) && head.key == size && size <= KEY_MAX &&
           memcmp(place->entry, key, size) == 0;
}

void shared_cache_keep(struct shared_cache *cache, unsigned long epoch, const char *key,
                       const char *validator, const struct buffer *bytes)
{
    struct head head = { .epoch = epoch,
                         .key = strlen(key) + 1,
                         .validator = strlen(validator) + 1,
                         .bytes = bytes->length };
    if (head.key > KEY_MAX || head.validator > KEY_MAX || head.bytes > SHARED_CACHE_MAX)
        return;
    struct buffer whole = buffer_in(bytes->arena);
    buffer_append(&whole, (const char *)&head, sizeof head);
    buffer_append(&whole, key, head.key);
    buffer_append(&whole, validator, head.validator);
    buffer_append(&whole, bytes->bytes, bytes->length);
    /* When another process writes at the same time, the tag of neither fits. */
    struct place *place = place_of(cache, key);
    place->head = head;
    memcpy(place->entry, whole.bytes + sizeof head, whole.length - sizeof head);
    unsigned char tag[TAG_SIZE];
    make_tag(cache, whole.bytes, whole.length, tag);
    memcpy(place->tag, tag, sizeof tag);
}

bool shared_cache_find(const struct shared_cache *cache, const char *key, const char *validator,
                       struct buffer *found)
{
    const struct place *place = place_of(cache, key);
    struct head head = head_of(place);
    if (head.epoch != shared_cache_epoch(cache) || head.key != strlen(key) + 1 ||
        head.validator != strlen(validator) + 1 || head.key > KEY_MAX || head.validator > KEY_MAX ||
        head.bytes > SHARED_CACHE_MAX)
        return false;
    size_t size = sizeof head + head.key + head.validator + head.bytes;
    char *whole = arena_raw(found->arena, size + 1), *entry = whole + sizeof head;
    unsigned char tag[TAG_SIZE], kept[TAG_SIZE];
    memcpy(kept, place->tag, sizeof kept);
    memcpy(whole, &head, sizeof head);
    memcpy(entry, place->entry, size - sizeof head);
    whole[size] = '\0';
    make_tag(cache, whole, size, tag);
    if (sodium_memcmp(tag, kept, sizeof tag) != 0 || memcmp(entry, key, head.key) != 0 ||
        memcmp(entry + head.key, validator, head.validator) != 0)
        return false;
    found->bytes = entry + head.key + head.validator;
    found->length = head.bytes;
    found->capacity = head.bytes + 1;
    return true;
}

void shared_cache_note(struct shared_cache *cache, unsigned long epoch, const char *validator,
                       long asked)
{
    struct note note = { .what = { .epoch = epoch, .asked = asked } };
    if (strlen(validator) >= sizeof note.what.validator)
        return;
    memcpy(note.what.validator, validator, strlen(validator));
    make_tag(cache, (const char *)&note.what, sizeof note.what, note.tag);
    cache->shared->note = note;
}

const char *shared_cache_noted(const struct shared_cache *cache, long since, struct arena *arena)
{
    struct note note = cache->shared->note;
    atomic_signal_fence(memory_order_seq_cst);
    unsigned char tag[TAG_SIZE];
    make_tag(cache, (const char *)&note.what, sizeof note.what, tag);
    bool whole = sodium_memcmp(tag, note.tag, sizeof tag) == 0;
    bool holds = whole && note.what.epoch == shared_cache_epoch(cache) && note.what.asked >= since;
    return holds ? arena_copy(arena, note.what.validator) : NULL;
}
