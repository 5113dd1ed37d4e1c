/* Shared cache: what one process has made, for the others to use. */
#include "base/shared_cache.h"

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <xxhash.h>

#include "base/shared_memory.h"

enum { KEY_MOST = 512 };

/* Sizes in bytes, without padding between them: they are hashed too. */
struct head {
    uint64_t epoch, key, validator, bytes;
};

/* The entry is the key and the validator, each with the zero at its end, and then the bytes. HASH is of head and entry. */
struct place {
    XXH128_hash_t hash;
    struct head head;
    char entry[2 * KEY_MOST + SHARED_CACHE_MOST];
};

struct shared_cache {
    size_t count;
    atomic_ulong epoch;
    struct place places[];
};

static size_t size_for(size_t places)
{
    return sizeof(struct shared_cache) + places * sizeof(struct place);
}

struct shared_cache *shared_cache_new(size_t places)
{
    struct shared_cache *cache = shared_memory_new(size_for(places), "cache");
    if (cache)
        cache->count = places;
    return cache;
}

void shared_cache_free(struct shared_cache *cache)
{
    if (cache)
        shared_memory_free(cache, size_for(cache->count));
}

unsigned long shared_cache_epoch(const struct shared_cache *cache)
{
    return atomic_load(&cache->epoch);
}

void shared_cache_forget(struct shared_cache *cache)
{
    atomic_fetch_add(&cache->epoch, 1);
}

static size_t index_of(const struct shared_cache *cache, const char *key)
{
    return XXH3_64bits(key, strlen(key)) % cache->count;
}

static XXH128_hash_t hash_of(const struct head *head, const char *entry, size_t size)
{
    return XXH3_128bits_withSeed(entry, size, XXH3_64bits(head, sizeof *head));
}

bool shared_cache_may_have(const struct shared_cache *cache, const char *key)
{
    const struct place *place = &cache->places[index_of(cache, key)];
    size_t size = strlen(key) + 1;
    return place->head.epoch == shared_cache_epoch(cache) && place->head.key == size && size <= sizeof place->entry &&
           memcmp(place->entry, key, size) == 0;
}

void shared_cache_keep(struct shared_cache *cache, unsigned long epoch, const char *key, const char *validator,
                       const struct buffer *bytes)
{
    struct head head = { .epoch = epoch, .key = strlen(key) + 1, .validator = strlen(validator) + 1, .bytes = bytes->length };
    if (head.key > KEY_MOST || head.validator > KEY_MOST || head.bytes > SHARED_CACHE_MOST)
        return;
    struct buffer entry = buffer_in(bytes->arena);
    buffer_append(&entry, key, head.key);
    buffer_append(&entry, validator, head.validator);
    buffer_append(&entry, bytes->bytes, bytes->length);
    /* When another process writes at the same time, the hash of neither fits. */
    struct place *place = &cache->places[index_of(cache, key)];
    place->head = head;
    memcpy(place->entry, entry.bytes, entry.length);
    place->hash = hash_of(&head, entry.bytes, entry.length);
}

bool shared_cache_find(const struct shared_cache *cache, const char *key, const char *validator, struct buffer *found)
{
    const struct place *place = &cache->places[index_of(cache, key)];
    XXH128_hash_t hash = place->hash;
    struct head head = place->head;
    if (head.epoch != shared_cache_epoch(cache) || head.key != strlen(key) + 1 || head.validator != strlen(validator) + 1 ||
        head.key > KEY_MOST || head.validator > KEY_MOST || head.bytes > SHARED_CACHE_MOST)
        return false;
    size_t size = head.key + head.validator + head.bytes;
    char *entry = arena_raw(found->arena, size + 1);
    memcpy(entry, place->entry, size);
    entry[size] = '\0';
    if (!XXH128_isEqual(hash, hash_of(&head, entry, size)) || memcmp(entry, key, head.key) != 0 ||
        memcmp(entry + head.key, validator, head.validator) != 0)
        return false;
    found->bytes = entry + head.key + head.validator;
    found->length = head.bytes;
    found->capacity = head.bytes + 1;
    return true;
}
