#include "support/check.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/shared_cache.h"

static struct buffer of(struct arena *arena, const char *text)
{
    struct buffer buffer = buffer_in(arena);
    buffer_add(&buffer, text);
    return buffer;
}

/* A page of one letter, so that parts of two can be told. */
static struct buffer filled(struct arena *arena, char letter, size_t length)
{
    struct buffer buffer = buffer_in(arena);
    char *end = memset(buffer_reserve(&buffer, length), letter, length);
    end[length] = '\0';
    buffer.length = length;
    return buffer;
}

static const char *found(const struct shared_cache *cache, const char *key, const char *validator, struct arena *arena)
{
    struct buffer buffer = buffer_in(arena);
    return shared_cache_find(cache, key, validator, &buffer) ? buffer.bytes : NULL;
}

static void keep(struct shared_cache *cache, const char *key, const char *validator, struct buffer bytes)
{
    shared_cache_keep(cache, shared_cache_epoch(cache), key, validator, &bytes);
}

static void what_was_kept_is_found_while_its_validator_is_the_same(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(64);
    assert_null(found(cache, "/nl/", "1", arena));
    assert_false(shared_cache_may_have(cache, "/nl/"));
    keep(cache, "/nl/", "1", of(arena, "one"));
    assert_true(shared_cache_may_have(cache, "/nl/"));
    assert_string_equal(found(cache, "/nl/", "1", arena), "one");
    assert_null(found(cache, "/nl/", "2", arena));
    assert_null(found(cache, "/fr/", "1", arena));
    keep(cache, "/nl/", "2", of(arena, "two"));
    assert_string_equal(found(cache, "/nl/", "2", arena), "two");
    assert_null(found(cache, "/nl/", "1", arena));
    shared_cache_free(cache);
    arena_free(arena);
}

static void nothing_of_an_earlier_epoch_is_found(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(64);
    keep(cache, "/nl/", "1", of(arena, "one"));
    unsigned long before = shared_cache_epoch(cache);
    shared_cache_forget(cache);
    assert_null(found(cache, "/nl/", "1", arena));
    assert_false(shared_cache_may_have(cache, "/nl/"));
    struct buffer late = of(arena, "asked for before");
    shared_cache_keep(cache, before, "/nl/", "1", &late);
    assert_null(found(cache, "/nl/", "1", arena));
    shared_cache_free(cache);
    arena_free(arena);
}

static void of_two_keys_on_one_place_the_later_is_found(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    keep(cache, "/nl/", "1", of(arena, "nl"));
    keep(cache, "/fr/", "1", of(arena, "fr"));
    assert_null(found(cache, "/nl/", "1", arena));
    assert_false(shared_cache_may_have(cache, "/nl/"));
    assert_string_equal(found(cache, "/fr/", "1", arena), "fr");
    shared_cache_free(cache);
    arena_free(arena);
}

static void what_is_too_large_is_not_kept(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(2);
    const char *long_key = filled(arena, 'k', 512).bytes;
    keep(cache, "/a", "1", filled(arena, 'a', SHARED_CACHE_MOST));
    assert_int_equal(strlen(found(cache, "/a", "1", arena)), SHARED_CACHE_MOST);
    keep(cache, "/a", "2", filled(arena, 'a', SHARED_CACHE_MOST + 1));
    assert_null(found(cache, "/a", "2", arena));
    keep(cache, long_key, "1", of(arena, "one"));
    assert_null(found(cache, long_key, "1", arena));
    assert_false(shared_cache_may_have(cache, long_key));
    keep(cache, "/b", long_key, of(arena, "one"));
    assert_null(found(cache, "/b", long_key, arena));
    shared_cache_free(cache);
    arena_free(arena);
}

static pid_t start_writer(struct shared_cache *cache, char letter)
{
    pid_t pid = fork();
    if (pid == 0) {
        struct arena *arena = arena_new();
        for (;; arena_reset(arena))
            keep(cache, "/", "1", filled(arena, letter, SHARED_CACHE_MOST));
    }
    return pid;
}

/* All write the same place; now and then one of them is killed in the midst of it. */
static void what_is_found_is_whole_whoever_writes_or_is_killed(void **state)
{
    (void)state;
    enum { WRITERS = 3, READS = 3000 };
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    pid_t writers[WRITERS];
    for (int i = 0; i < WRITERS; i++)
        writers[i] = start_writer(cache, (char)('a' + i));
    int whole = 0, broken = 0;
    for (int i = 0; i < READS; i++, arena_reset(arena)) {
        if (i % 100 == 99) {
            int victim = i / 100 % WRITERS;
            kill(writers[victim], SIGKILL);
            waitpid(writers[victim], NULL, 0);
            writers[victim] = start_writer(cache, (char)('a' + victim));
        }
        const char *page = found(cache, "/", "1", arena);
        if (!page)
            continue;
        whole++;
        broken += strspn(page, (char[]){ page[0], '\0' }) != SHARED_CACHE_MOST;
    }
    for (int i = 0; i < WRITERS; i++) {
        kill(writers[i], SIGKILL);
        waitpid(writers[i], NULL, 0);
    }
    assert_int_equal(broken, 0);
    assert_true(whole > 0);
    keep(cache, "/", "1", of(arena, "after all"));
    assert_string_equal(found(cache, "/", "1", arena), "after all");
    shared_cache_free(cache);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_kept_is_found_while_its_validator_is_the_same),
        cmocka_unit_test(nothing_of_an_earlier_epoch_is_found),
        cmocka_unit_test(of_two_keys_on_one_place_the_later_is_found),
        cmocka_unit_test(what_is_too_large_is_not_kept),
        cmocka_unit_test(what_is_found_is_whole_whoever_writes_or_is_killed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
