/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/place.h"
#include "db/resolver.h"
#include "support/shared.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    static const char *const variables[] = { "PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE" };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        unsetenv(variables[i]);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* "host address port kind" of each place. */
static const char *written(const char *conninfo)
{
    struct places places = places_of(conninfo, arena);
    const char *all = places.known ? "" : "unknown";
    for (size_t i = 0; i < places.count; i++) {
        const struct place *place = &places.items[i];
        const char *kind = place->is_abstract ? "abstract"
                           : place->is_socket ? "socket"
                           : place->is_named  ? "named"
                                              : "numbered";
        all = arena_print(arena, "%s%s[%s %s %d %s]", all, i ? " " : "", place->host,
                          place->address ? place->address : "-", place->port, kind);
    }
    return all;
}

static void a_connection_string_leads_somewhere(void **state)
{
    (void)state;
    assert_string_equal(written("dbname=benelux"), "[ - 5432 socket]");
    assert_string_equal(written("benelux"), "[ - 5432 socket]");
    assert_string_equal(written("host=/run/x port=5433"), "[/run/x - 5433 socket]");
    assert_string_equal(written("host=@hidden"), "[@hidden - 5432 abstract]");
    assert_string_equal(written("host=postgres"), "[postgres - 5432 named]");
    assert_string_equal(written("host=192.0.2.1"), "[192.0.2.1 - 5432 numbered]");
    assert_string_equal(written("host=2001:db8::1"), "[2001:db8::1 - 5432 numbered]");
    assert_string_equal(written("host=a,b port=1,2"), "[a - 1 named] [b - 2 named]");
    assert_string_equal(written("host=a,/run/x port=7"), "[a - 7 named] [/run/x - 7 socket]");
    assert_string_equal(written("host=a hostaddr=192.0.2.1"), "[a 192.0.2.1 5432 numbered]");
    assert_string_equal(written("postgresql://a:6432,b/benelux"),
                        "[a - 6432 named] [b - 5432 named]");
}

static void an_unclear_connection_string_is_reported(void **state)
{
    (void)state;
    assert_string_equal(written("service=elsewhere"), "unknown");
    assert_string_equal(written("host='"), "unknown");
}

static void the_files_that_libpq_reads_are_known(void **state)
{
    (void)state;
    setenv("HOME", "/home/x", 1);
    setenv("PGPASSFILE", "/run/x/password", 1);
    const char *const *files = places_files("host=a sslrootcert=/srv/ca sslkey=/srv/key", arena);
    const char *all = "";
    for (; *files; files++)
        all = arena_print(arena, "%s %s", all, *files);
    assert_contains(all, " /run/x/password");
    assert_contains(all, " /srv/key /srv/ca");
    assert_contains(all, " /home/x/.pgpass /home/x/.postgresql");
    unsetenv("PGPASSFILE");
    assert_contains(places_files("passfile=/srv/password", arena)[0], "/srv/password");
    assert_null(places_files("service=elsewhere", arena));
}

static void the_environment_counts(void **state)
{
    (void)state;
    setenv("PGHOST", "postgres", 1);
    setenv("PGPORT", "6000", 1);
    assert_string_equal(written("dbname=benelux"), "[postgres - 6000 named]");
    assert_string_equal(written("dbname=benelux host=/run/x"), "[/run/x - 6000 socket]");
    unsetenv("PGHOST");
    unsetenv("PGPORT");
}

static void only_names_are_asked_for(void **state)
{
    (void)state;
    struct places socket = places_of("host=/run/x", arena),
                  number = places_of("host=192.0.2.1", arena);
    assert_null(resolver_new(&socket, arena));
    assert_null(resolver_new(&number, arena));
}

/* Another process writes them. A host without an address is left out. */
static void another_process_learns_the_addresses(void **state)
{
    (void)state;
    struct places places = places_of(
        "host=localhost,no-such-host.invalid,/run/x,192.0.2.1 port=5000,5001,5002,5003", arena);
    struct resolver *resolver = resolver_new(&places, arena);
    assert_non_null(resolver);
    pid_t pid = fork();
    if (pid == 0) {
        resolver_run(resolver);
        _exit(0);
    }
    static struct resolved found;
    struct resolved *resolved = NULL;
    resolver_only_read(resolver);
    for (int i = 0; i < 10 && !resolved; i++)
        resolved = resolver_read(resolver, &found) ? &found : NULL;
    kill(pid, SIGTERM);
    int status = -1;
    waitpid(pid, &status, 0);
    assert_int_equal(status, 0);
    assert_non_null(resolved);
    assert_int_equal(strncmp(resolved->hosts, "localhost,", 10), 0);
    assert_contains(resolved->hosts, ",/run/x,192.0.2.1");
    assert_contains(resolved->addresses, ",,192.0.2.1");
    assert_contains(resolved->ports, ",5002,5003");
    assert_lacks(resolved->ports, "5001");
}

static struct resolver *of_all;

/* A process that was taken over cannot make writable what it may not write to. */
static int write_an_address(void)
{
    resolver_only_read(of_all);
    if (shared_bytes("rw-s").bytes)
        return 1;
    const struct shared_bytes memory = shared_bytes("r--s");
    if (!memory.bytes)
        return 2;
    return mprotect(memory.bytes, memory.length, PROT_READ | PROT_WRITE) == 0 ? 3 : 0;
}

static void a_process_that_only_reads_can_never_write_again(void **state)
{
    (void)state;
    struct places places = places_of("host=localhost", arena);
    of_all = resolver_new(&places, arena);
    assert_int_equal(shared_end_of(write_an_address), 0);
    assert_non_null(shared_bytes("rw-s").bytes);
    resolver_only_read(of_all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_connection_string_leads_somewhere),
        cmocka_unit_test(an_unclear_connection_string_is_reported),
        cmocka_unit_test(the_environment_counts),
        cmocka_unit_test(the_files_that_libpq_reads_are_known),
        cmocka_unit_test(only_names_are_asked_for),
        cmocka_unit_test(another_process_learns_the_addresses),
        cmocka_unit_test(a_process_that_only_reads_can_never_write_again),
    };
    return cmocka_run_group_tests_name("place", tests, set_up, tear_down);
}
