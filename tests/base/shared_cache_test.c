/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <xxhash.h>

#include "base/shared_cache.h"
#include "support/shared.h"

static struct buffer of(struct arena *arena, const char *text)
{
    struct buffer buffer = buffer_in(arena);
    buffer_add(&buffer, text);
    return buffer;
}

/* A page of one letter, so that a mixture of two pages shows. */
static struct buffer filled(struct arena *arena, char letter, size_t length)
{
    struct buffer buffer = buffer_in(arena);
    char *end = memset(buffer_reserve(&buffer, length), letter, length);
    end[length] = '\0';
    buffer.length = length;
    return buffer;
}

static const char *found(const struct shared_cache *cache, const char *key, const char *validator,
                         struct arena *arena)
{
    struct buffer buffer = buffer_in(arena);
    return shared_cache_find(cache, key, validator, &buffer) ? buffer.bytes : NULL;
}

static void keep(struct shared_cache *cache, const char *key, const char *validator,
                 struct buffer bytes)
{
    shared_cache_keep(cache, shared_cache_epoch(cache), key, validator, &bytes);
}

static void a_page_is_found_while_its_validator_is_the_same(void **state)
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

static void the_later_of_two_keys_in_one_place_is_found(void **state)
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

static void large_pages_are_not_kept(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(2);
    const char *long_key = filled(arena, 'k', 512).bytes;
    keep(cache, "/a", "1", filled(arena, 'a', SHARED_CACHE_MAX));
    assert_int_equal(strlen(found(cache, "/a", "1", arena)), SHARED_CACHE_MAX);
    keep(cache, "/a", "2", filled(arena, 'a', SHARED_CACHE_MAX + 1));
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
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* whatever ends the test */
        struct arena *arena = arena_new();
        for (;; arena_reset(arena))
            keep(cache, "/", "1", filled(arena, letter, SHARED_CACHE_MAX));
    }
    return pid;
}

/* All write the same place; now and then one of them is killed while it writes. */
static void a_found_page_is_whole_whoever_writes_or_is_killed(void **state)
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
        broken += strspn(page, (char[]){ page[0], '\0' }) != SHARED_CACHE_MAX;
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

/* -------------------------------------------------------------------------------------------------
 * Memory that somebody else wrote */

enum { KEYS = 6 };
static const char *const keys[KEYS] = { "gzip /nl/",      "gzip /fr/", "- /nl/",
                                        "gzip /nl/a?b=c", "- /de/",    "- /en/" };

/* The letter of a page; each key has two pages, one for each validator. */
static char letter_of(int key, const char *validator)
{
    return (char)('a' + 2 * key + (*validator == '2'));
}

static bool is_right_or_nothing(const struct shared_cache *cache, int key, const char *validator,
                                struct arena *arena)
{
    struct buffer page = buffer_in(arena);
    shared_cache_may_have(cache, keys[key]);
    if (!shared_cache_find(cache, keys[key], validator, &page))
        return true;
    return page.length && page.length <= SHARED_CACHE_MAX &&
           strspn(page.bytes, (char[]){ letter_of(key, validator), '\0' }) == page.length;
}

static int find_in_what_was_scribbled(void)
{
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(3);
    const struct shared_bytes memory = shared_bytes("rw-s");
    srandom(8220);
    for (int round = 0; round < 4000; round++, arena_reset(arena)) {
        int key = (int)(random() % KEYS);
        const char *validator = random() % 2 ? "1" : "2";
        if (random() % 3)
            keep(cache, keys[key], validator,
                 filled(arena, letter_of(key, validator), 1 + (size_t)random() % 2000));
        if (random() % 3 == 0)
            shared_scribble(&memory, random() % 2 ? 8 : 4096);
        if (random() % 3 == 0) /* a piece of one place in another */
            memmove(memory.bytes + (size_t)random() % (memory.length / 2),
                    memory.bytes + (size_t)random() % (memory.length / 2), memory.length / 2);
        if (!is_right_or_nothing(cache, key, validator, arena))
            return 1;
    }
    for (size_t i = 0; i < memory.length; i++)
        memory.bytes[i] = 0xFF;
    shared_cache_forget(cache);
    bool right = is_right_or_nothing(cache, 0, "1", arena);
    shared_cache_free(cache);
    arena_free(arena);
    return !right;
}

static void a_found_page_is_right_whatever_somebody_writes_there(void **state)
{
    (void)state;
    assert_int_equal(shared_end_of(find_in_what_was_scribbled), 0);
}

/* Each place begins with a tag that vouches for the rest. Here the tag is made with a hash that
 * anybody can compute. */
static void a_page_that_somebody_made_up_is_not_found(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    keep(cache, "/nl/", "1", of(arena, "ours"));
    const struct shared_bytes memory = shared_bytes("rw-s");
    unsigned char *entry = memmem(memory.bytes, memory.length, "/nl/", 5),
                  *page = memmem(entry, 64, "ours", 4);
    assert_non_null(page);
    memcpy(page, "evil", 4);
    const uint64_t *head = (const uint64_t *)(const void *)(entry - 4 * sizeof *head);
    XXH128_hash_t hash =
        XXH3_128bits_withSeed(entry, 5 + 2 + 4, XXH3_64bits(head, 4 * sizeof *head));
    memcpy(entry - 4 * sizeof *head - sizeof hash, &hash, sizeof hash);
    assert_null(found(cache, "/nl/", "1", arena));
    shared_cache_free(cache);
    arena_free(arena);
}

/* The page of one address and state is copied to the place of another. */
static void a_page_is_found_at_its_own_address_only(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    keep(cache, "/nl/a", "1", of(arena, "of a"));
    const struct shared_bytes memory = shared_bytes("rw-s");
    unsigned char *entry = memmem(memory.bytes, memory.length, "/nl/a", 6);
    entry[4] = 'b';
    assert_null(found(cache, "/nl/b", "1", arena));
    entry[4] = 'a';
    assert_string_equal(found(cache, "/nl/a", "1", arena), "of a");
    entry[6] = '2';
    assert_null(found(cache, "/nl/a", "2", arena));
    shared_cache_free(cache);
    arena_free(arena);
}

/* -------------------------------------------------------------------------------------------------
 * Validators asked for lately */

static void a_validator_that_was_noted_holds_for_so_long(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    assert_null(shared_cache_noted(cache, 0, arena));
    shared_cache_note(cache, shared_cache_epoch(cache), "1", 1000);
    assert_string_equal(shared_cache_noted(cache, 1000, arena), "1");
    assert_null(shared_cache_noted(cache, 1001, arena));
    shared_cache_note(cache, shared_cache_epoch(cache), "2", 2000);
    assert_string_equal(shared_cache_noted(cache, 1001, arena), "2");
    shared_cache_free(cache);
    arena_free(arena);
}

static void a_validator_of_an_earlier_epoch_does_not_hold(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    unsigned long before = shared_cache_epoch(cache);
    shared_cache_note(cache, before, "1", 1000);
    shared_cache_forget(cache);
    assert_null(shared_cache_noted(cache, 1000, arena));
    shared_cache_note(cache, before, "1", 1000);
    assert_null(shared_cache_noted(cache, 1000, arena));
    shared_cache_free(cache);
    arena_free(arena);
}

static void a_validator_that_somebody_wrote_there_is_not_believed(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    shared_cache_note(cache, shared_cache_epoch(cache), "ours", 1000);
    const struct shared_bytes memory = shared_bytes("rw-s");
    unsigned char *validator = memmem(memory.bytes, memory.length, "ours", 5);
    assert_non_null(validator);
    memcpy(validator, "evil", 4);
    assert_null(shared_cache_noted(cache, 1000, arena));
    memcpy(validator, "ours", 4);
    assert_string_equal(shared_cache_noted(cache, 1000, arena), "ours");
    long later = 2000;
    memcpy(validator - sizeof later, &later, sizeof later);
    assert_null(shared_cache_noted(cache, 1000, arena));
    shared_cache_free(cache);
    arena_free(arena);
}

static void a_long_validator_is_not_noted(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shared_cache *cache = shared_cache_new(1);
    shared_cache_note(cache, shared_cache_epoch(cache), filled(arena, 'v', 512).bytes, 1000);
    assert_null(shared_cache_noted(cache, 1000, arena));
    shared_cache_free(cache);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_found_while_its_validator_is_the_same),
        cmocka_unit_test(nothing_of_an_earlier_epoch_is_found),
        cmocka_unit_test(the_later_of_two_keys_in_one_place_is_found),
        cmocka_unit_test(large_pages_are_not_kept),
        cmocka_unit_test(a_found_page_is_whole_whoever_writes_or_is_killed),
        cmocka_unit_test(a_found_page_is_right_whatever_somebody_writes_there),
        cmocka_unit_test(a_page_that_somebody_made_up_is_not_found),
        cmocka_unit_test(a_page_is_found_at_its_own_address_only),
        cmocka_unit_test(a_validator_that_was_noted_holds_for_so_long),
        cmocka_unit_test(a_validator_of_an_earlier_epoch_does_not_hold),
        cmocka_unit_test(a_validator_that_somebody_wrote_there_is_not_believed),
        cmocka_unit_test(a_long_validator_is_not_noted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
