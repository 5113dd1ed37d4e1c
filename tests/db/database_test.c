/* SPDX-License-Identifier: EUPL-1.2 */
/* Uses the real database that tests/run has made: TEST_VISITOR and TEST_DESK are connection
 * strings of the two roles. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db/database.h"

STATEMENT(test_number, "select $1::int + 1");
STATEMENT(test_series, "select n, 'row ' || n, null from generate_series(1, $1::int) n");
STATEMENT(test_texts, "select * from json_to_recordset($1::json)"
                      " as x(first text, second text)");
STATEMENT(test_fail, "select 1 / $1::int");
STATEMENT(test_sleep, "select pg_sleep($1::float)");
STATEMENT(test_asleep, "select count(*) from pg_stat_activity where query = 'select "
                       "pg_sleep($1::float)' and state = 'active'");
STATEMENT(test_read_only, "create temporary table forbidden (x int)");
STATEMENT(test_drafts, "select * from site.edition");
STATEMENT(test_transaction, "select current_setting('transaction_read_only') || ' ' || "
                            "current_setting('transaction_isolation')");
STATEMENT(test_pid, "select pg_backend_pid()");
STATEMENT(test_kill, "select pg_terminate_backend($1::int)");
STATEMENT(test_snapshot, "select pg_current_snapshot()");
STATEMENT(test_conflict,
          "insert into site.party (key, kind, name) values ('BE', 'country',"
          " '{\"nl\":\"a\",\"fr\":\"b\",\"de\":\"c\",\"en\":\"d\"}'), ('BE', 'country', "
          "'{\"nl\":\"a\",\"fr\":\"b\",\"de\":\"c\",\"en\":\"d\"}')");
STATEMENT(test_invalid,
          "insert into site.party (key, kind, name) values ('not a key', 'country', '{}')");

STATEMENT(test_place, "select set_config('search_path', 'visitor, site', true)");
STATEMENT(test_conclusions, "select count(*) from conclusion");
STATEMENT(
    test_both_conclusions,
    "select (select count(*) from site.conclusion), (select count(*) from visitor.conclusion)");
STATEMENT(
    test_rename,
    "update site.document set position = position + 1000 where key = 'home' returning position");
STATEMENT(test_position, "select position from site.document where key = 'home'");

/* Longer than anything takes here that is no test of a limit. */
enum { PATIENT_MS = 30000 };

static struct arena *arena;
static struct database *visitor;

/* A new connection, by the connection string in VARIABLE. */
static struct database *database_of(const char *variable, int timeout_ms)
{
    return database_new(
        &(struct database_setup){ .conninfo = getenv(variable), .timeout_ms = timeout_ms });
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    visitor = database_of("TEST_VISITOR", PATIENT_MS);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    database_free(visitor);
    arena_free(arena);
    return 0;
}

static void read_number(const struct rows *rows, struct arena *memory, void *into)
{
    (void)memory;
    *(long *)into = rows_number(rows, 0, 0);
}

static void read_text(const struct rows *rows, struct arena *memory, void *into)
{
    (void)memory;
    *(const char **)into = rows_text(rows, 0, 0);
}

static void read_two(const struct rows *rows, struct arena *memory, void *into)
{
    (void)memory;
    ((long *)into)[0] = rows_number(rows, 0, 0);
    ((long *)into)[1] = rows_number(rows, 0, 1);
}

static enum err ask_one(struct database *database, const struct statement *statement,
                        const char *parameter, long *number)
{
    struct batch *batch = batch_new(database, arena, BATCH_READS);
    batch_ask(batch, statement, parameter ? 1 : 0, &parameter, number ? read_number : NULL, number);
    return batch_run(batch);
}

static void count_rows(const struct rows *rows, struct arena *memory, void *into)
{
    (void)memory;
    *(size_t *)into = rows_count(rows);
    for (size_t i = 0; i < rows_count(rows); i++) {
        assert_int_equal(rows_number(rows, i, 0), (long)i + 1);
        assert_null(rows_text(rows, i, 2));
    }
}

static void a_batch_of_many_statements_is_one_round_trip(void **state)
{
    (void)state;
    long first = 0, last = 0;
    size_t rows = 0;
    unsigned long before = database_round_trips(visitor);
    struct batch *batch = batch_new(visitor, arena, BATCH_READS);
    BATCH_ASK(batch, &test_number, read_number, &first, "1");
    BATCH_ASK(batch, &test_series, count_rows, &rows, "2500");
    BATCH_ASK(batch, &test_number, read_number, &last, "41");
    assert_int_equal(batch_run(batch), OK);
    assert_int_equal(first, 2);
    assert_int_equal(rows, 2500);
    assert_int_equal(last, 42);
    assert_int_equal(database_round_trips(visitor) - before, 1);
}

static void a_batch_sees_one_snapshot(void **state)
{
    (void)state;
    const char *one = NULL, *two = NULL;
    struct batch *batch = batch_new(visitor, arena, BATCH_READS);
    BATCH_ASK(batch, &test_snapshot, read_text, &one);
    BATCH_ASK(batch, &test_sleep, NULL, NULL, "0.05");
    BATCH_ASK(batch, &test_snapshot, read_text, &two);
    assert_int_equal(batch_run(batch), OK);
    assert_string_equal(one, two);
}

/* The texts asked for before the digest and after it. */
struct known {
    const char *before, *behind;
    unsigned char digest[BATCH_DIGEST_SIZE];
    bool is;
};

static bool note_digest(const unsigned char digest[BATCH_DIGEST_SIZE], void *context)
{
    struct known *known = context;
    assert_non_null(known->before);
    assert_null(known->behind);
    memcpy(known->digest, digest, sizeof known->digest);
    return known->is;
}

static enum err ask_known(struct known *known, const char *before, const char *behind)
{
    struct batch *batch = batch_new(visitor, arena, BATCH_READS);
    BATCH_ASK(batch, &test_texts, read_text, &known->before, before);
    batch_ask_known(batch, note_digest, known);
    BATCH_ASK(batch, &test_texts, read_text, &known->behind, behind);
    BATCH_ASK(batch, &test_texts, NULL, NULL, behind);
    return batch_run(batch);
}

#define TEXTS(FIRST, SECOND) "[{\"first\":" FIRST ",\"second\":" SECOND "}]"

static bool same_digest(const char *one, const char *other)
{
    struct known a = { 0 }, b = { 0 };
    assert_int_equal(ask_known(&a, TEXTS("\"x\"", "null"), one), OK);
    assert_int_equal(ask_known(&b, TEXTS("\"y\"", "null"), other), OK);
    return memcmp(a.digest, b.digest, sizeof a.digest) == 0;
}

static void a_digest_covers_all_later_rows(void **state)
{
    (void)state;
    const char *text = TEXTS("\"ab\"", "\"c\"");
    assert_true(same_digest(text, text));
    assert_false(same_digest(text, TEXTS("\"ab\"", "\"d\"")));
    assert_false(same_digest(text, TEXTS("\"a\"", "\"bc\"")));
    assert_false(same_digest(text, "[]"));
    assert_false(same_digest(TEXTS("\"\"", "\"\""), TEXTS("\"\"", "null")));
}

static void known_rows_are_not_read(void **state)
{
    (void)state;
    struct known known = { .is = true };
    const char *text = TEXTS("\"x\"", "\"y\"");
    assert_int_equal(ask_known(&known, text, text), ERR_KNOWN);
    assert_null(known.behind);
    known = (struct known){ .is = false };
    assert_int_equal(ask_known(&known, text, text), OK);
    assert_string_equal(known.behind, "x");
}

static void after_an_error_no_reader_runs_and_the_connection_goes_on(void **state)
{
    (void)state;
    long number = 7;
    struct batch *batch = batch_new(visitor, arena, BATCH_READS);
    BATCH_ASK(batch, &test_number, read_number, &number, "1");
    BATCH_ASK(batch, &test_fail, NULL, NULL, "0");
    BATCH_ASK(batch, &test_series, NULL, NULL, "1");
    assert_int_equal(batch_run(batch), ERR_INVALID);
    assert_int_equal(number, 7);
    assert_int_equal(ask_one(visitor, &test_number, "2", &number), OK);
    assert_int_equal(number, 3);
}

/* The statement after the failed one was never prepared: it must be prepared when it is asked
 * again. */
static void a_statement_behind_an_error_is_prepared_later(void **state)
{
    (void)state;
    struct database *fresh = database_of("TEST_VISITOR", PATIENT_MS);
    long number = 0;
    struct batch *batch = batch_new(fresh, arena, BATCH_READS);
    BATCH_ASK(batch, &test_fail, NULL, NULL, "0");
    BATCH_ASK(batch, &test_number, read_number, &number, "1");
    assert_int_equal(batch_run(batch), ERR_INVALID);
    assert_int_equal(ask_one(fresh, &test_number, "1", &number), OK);
    assert_int_equal(number, 2);
    database_free(fresh);
}

static void a_hung_server_is_unavailable_within_the_time(void **state)
{
    (void)state;
    struct database *hasty = database_of("TEST_VISITOR", 1000);
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    assert_int_equal(ask_one(hasty, &test_sleep, "60", NULL), ERR_UNAVAILABLE);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_true(after.tv_sec - before.tv_sec <= 30);
    long number = 0;
    assert_int_equal(ask_one(hasty, &test_number, "1", &number), OK);
    assert_int_equal(number, 2);
    database_free(hasty);
}

static void a_statement_that_takes_too_long_ends_at_the_server_too(void **state)
{
    (void)state;
    struct database *hasty = database_of("TEST_VISITOR", 200);
    long asleep = -1;
    assert_int_equal(ask_one(hasty, &test_sleep, "60", NULL), ERR_UNAVAILABLE);
    for (int tries = 0; tries < 100 && asleep != 0; tries++) {
        struct timespec a_moment = { .tv_nsec = 100000000 }; /* a busy server ends it later */
        nanosleep(&a_moment, NULL);
        assert_int_equal(ask_one(visitor, &test_asleep, NULL, &asleep), OK);
    }
    assert_int_equal(asleep, 0);
    database_free(hasty);
}

static void while_it_hangs_nothing_is_read_until_one_process_has_an_answer(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    struct database *desk = database_new(&(struct database_setup){
        .conninfo = getenv("TEST_DESK"), .timeout_ms = 60000, .breaker = breaker });
    long number = 0;
    struct timespec clock;
    clock_gettime(CLOCK_MONOTONIC, &clock);
    long now = clock.tv_sec * 1000000 + clock.tv_nsec / 1000;
    breaker_tell(breaker, now + 30 * 1000000, true); /* longer than what follows takes */
    assert_int_equal(ask_one(desk, &test_number, "1", &number), ERR_UNAVAILABLE);
    assert_int_equal(database_round_trips(desk), 0);
    struct batch *writes = batch_new(desk, arena, BATCH_WRITES);
    BATCH_ASK(writes, &test_number, read_number, &number, "1");
    assert_int_equal(batch_run(writes), OK);
    assert_int_equal(number, 2);
    assert_int_equal(ask_one(desk, &test_number, "1", &number), ERR_UNAVAILABLE);
    breaker_tell(breaker, now - 1000000, true);
    assert_int_equal(ask_one(desk, &test_number, "2", &number), OK);
    assert_int_equal(ask_one(desk, &test_number, "3", &number), OK);
    assert_int_equal(number, 4);
    database_free(desk);
    breaker_free(breaker);
}

static void other_processes_do_not_wait_after_a_timeout(void **state)
{
    (void)state;
    struct breaker *breaker = breaker_new();
    /* The server's own timeout is longer than this side waits. */
    const char *patient =
        arena_print(arena, "%s options='-c statement_timeout=5s'", getenv("TEST_VISITOR"));
    struct database *hasty = database_new(
        &(struct database_setup){ .conninfo = patient, .timeout_ms = 200, .breaker = breaker });
    assert_int_equal(ask_one(hasty, &test_sleep, "1", NULL), ERR_UNAVAILABLE);
    unsigned long round_trips = database_round_trips(hasty);
    assert_int_equal(ask_one(hasty, &test_number, "1", NULL), ERR_UNAVAILABLE);
    assert_int_equal(database_round_trips(hasty), round_trips);
    database_free(hasty);
    breaker_free(breaker);
}

static void reads_survive_a_broken_connection(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS);
    struct database *victim = database_of("TEST_DESK", PATIENT_MS);
    long pid = 0, number = 0;
    assert_int_equal(ask_one(victim, &test_pid, NULL, &pid), OK);
    assert_int_equal(ask_one(desk, &test_kill, arena_print(arena, "%ld", pid), NULL), OK);
    assert_int_equal(ask_one(victim, &test_number, "1", &number), OK);
    assert_int_equal(number, 2);
    database_free(victim);
    database_free(desk);
}

static void writes_are_never_tried_twice(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS);
    struct database *victim = database_of("TEST_DESK", PATIENT_MS);
    long pid = 0;
    assert_int_equal(ask_one(victim, &test_pid, NULL, &pid), OK);
    assert_int_equal(ask_one(desk, &test_kill, arena_print(arena, "%ld", pid), NULL), OK);
    struct batch *batch = batch_new(victim, arena, BATCH_WRITES);
    BATCH_ASK(batch, &test_number, NULL, NULL, "1");
    assert_int_equal(batch_run(batch), ERR_UNAVAILABLE);
    database_free(victim);
    database_free(desk);
}

static void a_rehearsal_is_seen_in_itself_and_leaves_nothing(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS);
    long before = 0, within = 0, after = 0;
    assert_int_equal(ask_one(desk, &test_position, NULL, &before), OK);
    unsigned long trips = database_round_trips(desk);
    struct batch *batch = batch_new(desk, arena, BATCH_REHEARSAL);
    BATCH_ASK(batch, &test_rename, NULL, NULL);
    BATCH_ASK(batch, &test_position, read_number, &within);
    assert_int_equal(batch_run(batch), OK);
    assert_int_equal(database_round_trips(desk) - trips, 1);
    assert_int_equal(within, before + 1000);
    assert_int_equal(ask_one(desk, &test_position, NULL, &after), OK);
    assert_int_equal(after, before);
    database_free(desk);
}

/* An error skips the rest of a pipeline, but not the rollback. */
static void a_rehearsal_that_fails_is_over_too(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS);
    long before = 0, after = 0, number = 0;
    const char *pid = NULL, *same = NULL;
    assert_int_equal(ask_one(desk, &test_position, NULL, &before), OK);
    struct batch *batch = batch_new(desk, arena, BATCH_READS);
    BATCH_ASK(batch, &test_pid, read_text, &pid);
    assert_int_equal(batch_run(batch), OK);

    batch = batch_new(desk, arena, BATCH_REHEARSAL);
    BATCH_ASK(batch, &test_rename, NULL, NULL);
    BATCH_ASK(batch, &test_fail, NULL, NULL, "0");
    BATCH_ASK(batch, &test_number, read_number, &number, "1");
    assert_int_equal(batch_run(batch), ERR_INVALID);

    /* The same connection is in no transaction any longer, so what it writes now stays. */
    batch = batch_new(desk, arena, BATCH_WRITES);
    BATCH_ASK(batch, &test_pid, read_text, &same);
    BATCH_ASK(batch, &test_rename, NULL, NULL);
    assert_int_equal(batch_run(batch), OK);
    assert_string_equal(same, pid);
    assert_int_equal(ask_one(visitor, &test_number, "1", &number), OK);
    struct database *other = database_of("TEST_DESK", PATIENT_MS);
    assert_int_equal(ask_one(other, &test_position, NULL, &after), OK);
    assert_int_equal(after, before + 1000);
    database_free(other);
    database_free(desk);
}

/* One statement, prepared once, uses the tables of the schema in which it is asked. */
static void the_search_path_of_a_rehearsal_ends_with_it(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS);
    long tables[2] = { 0 }, outside = 0, within = 0;
    struct batch *batch = batch_new(desk, arena, BATCH_READS);
    BATCH_ASK(batch, &test_both_conclusions, read_two, tables);
    assert_int_equal(batch_run(batch), OK);
    assert_int_not_equal(tables[0], tables[1]);
    for (int round = 0; round < 3; round++) {
        assert_int_equal(ask_one(desk, &test_conclusions, NULL, &outside), OK);
        assert_int_equal(outside, tables[0]);
        batch = batch_new(desk, arena, BATCH_REHEARSAL);
        BATCH_ASK(batch, &test_place, NULL, NULL);
        BATCH_ASK(batch, &test_conclusions, read_number, &within);
        assert_int_equal(batch_run(batch), OK);
        assert_int_equal(within, tables[1]);
    }
    database_free(desk);
}

static const char *transaction_of(struct database *database, enum batch_kind kind)
{
    const char *settings = "";
    struct batch *batch = batch_new(database, arena, kind);
    BATCH_ASK(batch, &test_transaction, read_text, &settings);
    assert_int_equal(batch_run(batch), OK);
    return settings;
}

/* The transaction ends, whatever its result. */
static void a_visitor_writes_only_when_sending(void **state)
{
    (void)state;
    assert_string_equal(transaction_of(visitor, BATCH_READS), "on repeatable read");
    assert_string_equal(transaction_of(visitor, BATCH_SENDING), "off read committed");
    assert_string_equal(transaction_of(visitor, BATCH_READS), "on repeatable read");
    struct batch *batch = batch_new(visitor, arena, BATCH_SENDING);
    BATCH_ASK(batch, &test_fail, NULL, NULL, "0");
    assert_int_equal(batch_run(batch), ERR_INVALID);
    assert_string_equal(transaction_of(visitor, BATCH_READS), "on repeatable read");
    assert_int_equal(ask_one(visitor, &test_drafts, NULL, NULL), ERR_DENIED);
}

static void a_report_is_kept_and_never_sent_twice(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS);
    long before = 0, after = 0, back = 0;
    struct batch *batch = batch_new(desk, arena, BATCH_SENDING);
    BATCH_ASK(batch, &test_rename, read_number, &before);
    assert_int_equal(batch_run(batch), OK);
    assert_int_equal(ask_one(desk, &test_position, NULL, &after), OK);
    assert_int_equal(after, before);
    batch = batch_new(desk, arena, BATCH_SENDING);
    BATCH_ASK(batch, &test_rename, NULL, NULL);
    BATCH_ASK(batch, &test_fail, NULL, NULL, "0");
    assert_int_equal(batch_run(batch), ERR_INVALID);
    assert_int_equal(ask_one(desk, &test_position, NULL, &back), OK);
    assert_int_equal(back, before);

    struct database *broken = database_of("TEST_DESK", PATIENT_MS);
    long pid = 0;
    assert_int_equal(ask_one(broken, &test_pid, NULL, &pid), OK);
    assert_int_equal(ask_one(desk, &test_kill, batch_number(batch, pid), NULL), OK);
    batch = batch_new(broken, arena, BATCH_SENDING);
    BATCH_ASK(batch, &test_number, NULL, NULL, "1");
    assert_int_equal(batch_run(batch), ERR_UNAVAILABLE);
    database_free(broken);
    database_free(desk);
}

static void batches_of_a_snapshot_see_one_state(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS),
                    *other = database_of("TEST_DESK", PATIENT_MS);
    long before = 0, within = 0, after = 0, ignored = 0;
    assert_int_equal(database_begin_snapshot(desk), OK);
    assert_int_equal(ask_one(desk, &test_position, NULL, &before), OK);
    struct batch *batch = batch_new(other, arena, BATCH_WRITES);
    BATCH_ASK(batch, &test_rename, NULL, NULL);
    assert_int_equal(batch_run(batch), OK);
    assert_int_equal(ask_one(desk, &test_position, NULL, &within), OK);
    assert_int_equal(within, before);
    assert_int_equal(ask_one(desk, &test_rename, NULL, &ignored),
                     ERR_UNAVAILABLE); /* as on a standby, which ends the connection */
    database_end_snapshot(desk);
    assert_int_equal(ask_one(desk, &test_position, NULL, &after), OK);
    assert_int_equal(after, before + 1000);
    database_free(other);
    database_free(desk);
}

/* A new connection would see something else. */
static void a_snapshot_ends_with_its_connection(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS),
                    *other = database_of("TEST_DESK", PATIENT_MS);
    long pid = 0, number = 0;
    assert_int_equal(database_begin_snapshot(desk), OK);
    assert_int_equal(ask_one(desk, &test_pid, NULL, &pid), OK);
    assert_int_equal(ask_one(other, &test_kill, arena_print(arena, "%ld", pid), NULL), OK);
    assert_int_equal(ask_one(desk, &test_number, "1", &number), ERR_UNAVAILABLE);
    assert_int_equal(ask_one(desk, &test_number, "1", &number), ERR_UNAVAILABLE);
    database_end_snapshot(desk);
    assert_int_equal(ask_one(desk, &test_number, "1", &number), OK);
    assert_int_equal(number, 2);
    database_free(other);
    database_free(desk);
}

static void a_missing_server_is_unavailable(void **state)
{
    (void)state;
    struct metrics *metrics = metrics_new(0);
    struct database *nowhere = database_new(&(struct database_setup){
        .conninfo = "host=/nonexistent", .timeout_ms = 500, .metrics = metrics });
    assert_int_equal(ask_one(nowhere, &test_number, "1", NULL), ERR_UNAVAILABLE);
    assert_int_equal(metrics_counted(metrics, METRIC_DATABASE_FAILURES), 1);
    assert_int_equal(metrics_counted(metrics, METRIC_ROUND_TRIPS), 0);
    metrics_free(metrics);
    database_free(nowhere);
}

static void the_visitor_can_neither_write_nor_see_the_tables(void **state)
{
    (void)state;
    assert_int_equal(ask_one(visitor, &test_read_only, NULL, NULL), ERR_UNAVAILABLE);
    assert_int_equal(ask_one(visitor, &test_drafts, NULL, NULL), ERR_DENIED);
}

static void broken_rules_have_their_errors(void **state)
{
    (void)state;
    struct database *desk = database_of("TEST_DESK", PATIENT_MS);
    assert_int_equal(ask_one(desk, &test_conflict, NULL, NULL), ERR_CONFLICT);
    assert_int_equal(ask_one(desk, &test_invalid, NULL, NULL), ERR_INVALID);
    database_free(desk);
}

struct preparation {
    struct database *visitor, *desk;
    int count;
};

static bool is_of_desk(const char *name)
{
    static const char *const models[] = { "content_",      "account_", "desk_",    "edition_",
                                          "findings_",     "preview_", "managed_", "recompose_",
                                          "record_form_",  "keeper_",  "moment_",  "names_",
                                          "synonyms_",     "export_",  "kept_",    "packer_",
                                          "metrics_backup" };
    for (size_t i = 0; i < sizeof models / sizeof *models; i++)
        if (strncmp(name, models[i], strlen(models[i])) == 0)
            return true;
    return false;
}

/* A statement fits the schema if the server takes it from one of the two roles. All its values are
 * null here. */
static void prepare(const struct statement *statement, void *context)
{
    struct preparation *preparation = context;
    if (strncmp(statement->name, "test_", 5) == 0)
        return;
    preparation->count++;
    static const char *const nulls[16];
    size_t count = 0;
    for (size_t n = 1; n <= 16; n++)
        if (strstr(statement->sql, arena_print(arena, "$%zu", n)))
            count = n;
    bool desk = is_of_desk(statement->name);
    struct batch *batch = batch_new(desk ? preparation->desk : preparation->visitor, arena,
                                    desk ? BATCH_WRITES : BATCH_SENDING);
    batch_ask(batch, &test_number, 1, nulls, NULL, NULL);
    batch_ask(batch, statement, count, nulls, NULL, NULL);
    enum err err = batch_run(batch);
    if (err && !(desk && (err == ERR_INVALID || err == ERR_CONFLICT || err == ERR_NOT_FOUND))) {
        print_message("# %s: error %d\n", statement->name, err);
        fail();
    }
}

static void every_statement_of_the_program_fits_the_schema(void **state)
{
    (void)state;
    struct preparation preparation = { visitor, database_of("TEST_DESK", PATIENT_MS), 0 };
    statement_each(prepare, &preparation);
    assert_true(preparation.count >= 9);
    database_free(preparation.desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_batch_of_many_statements_is_one_round_trip),
        cmocka_unit_test(a_batch_sees_one_snapshot),
        cmocka_unit_test(a_digest_covers_all_later_rows),
        cmocka_unit_test(known_rows_are_not_read),
        cmocka_unit_test(after_an_error_no_reader_runs_and_the_connection_goes_on),
        cmocka_unit_test(a_statement_behind_an_error_is_prepared_later),
        cmocka_unit_test(a_hung_server_is_unavailable_within_the_time),
        cmocka_unit_test(a_statement_that_takes_too_long_ends_at_the_server_too),
        cmocka_unit_test(while_it_hangs_nothing_is_read_until_one_process_has_an_answer),
        cmocka_unit_test(other_processes_do_not_wait_after_a_timeout),
        cmocka_unit_test(reads_survive_a_broken_connection),
        cmocka_unit_test(writes_are_never_tried_twice),
        cmocka_unit_test(a_rehearsal_is_seen_in_itself_and_leaves_nothing),
        cmocka_unit_test(a_rehearsal_that_fails_is_over_too),
        cmocka_unit_test(the_search_path_of_a_rehearsal_ends_with_it),
        cmocka_unit_test(a_visitor_writes_only_when_sending),
        cmocka_unit_test(a_report_is_kept_and_never_sent_twice),
        cmocka_unit_test(batches_of_a_snapshot_see_one_state),
        cmocka_unit_test(a_snapshot_ends_with_its_connection),
        cmocka_unit_test(a_missing_server_is_unavailable),
        cmocka_unit_test(the_visitor_can_neither_write_nor_see_the_tables),
        cmocka_unit_test(broken_rules_have_their_errors),
        cmocka_unit_test(every_statement_of_the_program_fits_the_schema),
    };
    return cmocka_run_group_tests_name("database", tests, set_up, tear_down);
}
