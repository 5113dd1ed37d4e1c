/* SPDX-License-Identifier: EUPL-1.2 */
/* Database: one connection to PostgreSQL, and batches of statements that take one round trip. */
#include "db/database.h"

#include <limits.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "db/connection.h"

enum { STATEMENTS_MAX = 256, PARAMETERS_MAX = 16 };

struct database {
    struct database_setup setup;
    PGconn *connection; /* NULL while there is none */
    bool only_reads;    /* it leads to a standby, since there was no primary */
    bool in_snapshot;
    bool prepared[STATEMENTS_MAX];
    unsigned long round_trips;
    long microseconds; /* that they took */
};

struct question {
    struct question *next;
    const struct statement *statement;
    size_t count;
    const char *parameters[PARAMETERS_MAX];
    int lengths[PARAMETERS_MAX],
        formats[PARAMETERS_MAX]; /* of bytes: 1 is binary, whose length is needed */
    void (*read)(const struct rows *rows, struct arena *arena, void *into);
    void *into;
    bool prepares; /* its preparation was sent and has not been confirmed */
    PGresult *result;
};

struct batch {
    struct database *database;
    struct arena *arena;
    enum batch_kind kind;
    struct question *first, *latest, **last;
    struct {
        bool (*is)(const unsigned char digest[BATCH_DIGEST_SIZE], void *context);
        void *context;
        const struct question *after;
    } known; /* batch_ask_known */
};

struct database *database_new(const struct database_setup *setup)
{
    struct database *database = calloc(1, sizeof *database);
    if (!database || statement_count() > STATEMENTS_MAX)
        abort();
    database->setup = *setup;
    return database;
}

static void disconnect(struct database *database)
{
    PQfinish(database->connection);
    database->connection = NULL;
}

void database_free(struct database *database)
{
    disconnect(database);
    free(database);
}

unsigned long database_round_trips(const struct database *database)
{
    return database->round_trips;
}

long database_microseconds(const struct database *database)
{
    return database->microseconds;
}

/* What the server may take for a statement: it ends before this side stops waiting, and works for
 * nobody after that. */
static int statement_ms(const struct database *database)
{
    return database->setup.timeout_ms * 9 / 10;
}

/* A batch that only reads can do with any server. */
static enum err connect_now(struct database *database, enum batch_kind kind)
{
    const struct database_setup *setup = &database->setup;
    bool any = setup->reads_anywhere && kind == BATCH_READS;
    database->connection = connection_open(setup->conninfo, setup->resolver, statement_ms(database),
                                           any, &database->only_reads);
    memset(database->prepared, 0, sizeof database->prepared);
    if (database->connection && setup->connected)
        setup->connected(setup->context);
    return database->connection ? OK : ERR_UNAVAILABLE;
}

struct batch *batch_new(struct database *database, struct arena *arena, enum batch_kind kind)
{
    struct batch *batch = arena_alloc(arena, sizeof *batch);
    *batch = (struct batch){ .database = database, .arena = arena, .kind = kind };
    batch->last = &batch->first;
    return batch;
}

void batch_ask(struct batch *batch, const struct statement *statement, size_t count,
               const char *const *parameters,
               void (*read)(const struct rows *rows, struct arena *arena, void *into), void *into)
{
    if (count > PARAMETERS_MAX)
        abort();
    struct question *question = arena_alloc(batch->arena, sizeof *question);
    *question =
        (struct question){ .statement = statement, .count = count, .read = read, .into = into };
    memcpy(question->parameters, parameters, count * sizeof *parameters);
    *batch->last = batch->latest = question;
    batch->last = &question->next;
}

void batch_add_bytes(struct batch *batch, const char *bytes, size_t length)
{
    struct question *question = batch->latest;
    if (question->count == PARAMETERS_MAX || length > INT_MAX)
        abort();
    question->parameters[question->count] = bytes;
    question->lengths[question->count] = (int)length;
    question->formats[question->count++] = 1;
}

const char *batch_number(struct batch *batch, long number)
{
    return arena_print(batch->arena, "%ld", number);
}

static bool send_question(struct database *database, struct question *question)
{
    const struct statement *statement = question->statement;
    bool *prepared = &database->prepared[statement_index(statement)];
    if (!*prepared) {
        if (!PQsendPrepare(database->connection, statement->name, statement->sql, 0, NULL))
            return false;
        *prepared = question->prepares = true;
    }
    return PQsendQueryPrepared(database->connection, statement->name, (int)question->count,
                               question->parameters, question->lengths, question->formats, 0);
}

static void clear_result(void *result)
{
    PQclear(result);
}

/* Keeps RESULT if it is what QUESTION waits for; returns the question to wait for next. */
static struct question *answer(struct question *question, PGresult *result)
{
    if (!question)
        return NULL;
    if (question->prepares) {
        question->prepares = false;
        return question;
    }
    question->result = result;
    return question->next;
}

static enum err refuse(const struct question *question, const PGresult *result)
{
    enum err err = connection_error(result);
    /* A rule of the data that was broken is told to whoever broke it; it is no fault of the
     * program. */
    const char *level = err == ERR_CONFLICT || err == ERR_INVALID ? "info" : "error";
    connection_log(level, question ? question->statement->name : "database",
                   PQresultErrorMessage(result));
    return err;
}

/* Takes the answers up to the end of the pipeline; the first error of the server stands for all. */
static enum err take_results(struct batch *batch, long deadline)
{
    struct question *question = batch->first;
    enum err err = OK;

    for (;;) {
        PGresult *result = connection_next(batch->database->connection, deadline);
        if (!result)
            return ERR_UNAVAILABLE;
        arena_defer(batch->arena, clear_result, result);

        switch (PQresultStatus(result)) {
        case PGRES_PIPELINE_SYNC:
            return err;
        case PGRES_TUPLES_OK:
        case PGRES_COMMAND_OK:
            question = answer(question, result);
            break;
        case PGRES_PIPELINE_ABORTED:
            break;
        default:
            if (!err)
                err = refuse(question, result);
        }
    }
}

/* What was to be prepared behind the statement that failed was not. */
static void forget_unprepared(struct batch *batch)
{
    for (struct question *question = batch->first; question; question = question->next)
        if (question->prepares) {
            batch->database->prepared[statement_index(question->statement)] = false;
            question->prepares = false;
        }
}

/* The transaction that a batch asks for itself; the others leave that to the server. */
static const struct {
    const char *begin, *end;
} transactions[] = {
    [BATCH_REHEARSAL] = { "begin", "rollback" },
    [BATCH_SENDING] = { "begin isolation level read committed read write", "commit" },
};

static bool has_transaction(const struct batch *batch)
{
    return batch->kind == BATCH_REHEARSAL || batch->kind == BATCH_SENDING;
}

/* All goes out together. The end of a transaction stands behind a synchronisation of its own: an
 * error before that one leaves out what is left of the pipeline, and must not leave out the end.
 * After an error "commit" rolls back. */
static bool send_batch(const struct batch *batch)
{
    PGconn *connection = batch->database->connection;
    bool own = has_transaction(batch);
    bool sent = !own || PQsendQueryParams(connection, transactions[batch->kind].begin, 0, NULL,
                                          NULL, NULL, NULL, 0);
    for (struct question *question = batch->first; question && sent; question = question->next)
        sent = send_question(batch->database, question);
    sent = sent && PQpipelineSync(connection);
    if (own)
        sent = sent &&
               PQsendQueryParams(connection, transactions[batch->kind].end, 0, NULL, NULL, NULL,
                                 NULL, 0) &&
               PQpipelineSync(connection);
    return sent;
}

/* What the beginning or the end of a transaction answers. */
static bool take_command(struct batch *batch, long deadline)
{
    PGresult *result = connection_next(batch->database->connection, deadline);
    arena_defer(batch->arena, clear_result, result);
    return PQresultStatus(result) == PGRES_COMMAND_OK;
}

/* A transaction whose end is not confirmed is over with its connection. */
static enum err take_transaction(struct batch *batch, long deadline)
{
    if (!take_command(batch, deadline))
        return ERR_UNAVAILABLE;
    enum err err = take_results(batch, deadline);
    if (err == ERR_UNAVAILABLE || !take_command(batch, deadline))
        return ERR_UNAVAILABLE;
    PGresult *end = connection_next(batch->database->connection, deadline);
    arena_defer(batch->arena, clear_result, end);
    return PQresultStatus(end) == PGRES_PIPELINE_SYNC ? err : ERR_UNAVAILABLE;
}

static enum err run_once(struct batch *batch)
{
    struct database *database = batch->database;
    if (database->connection && database->only_reads && batch->kind != BATCH_READS)
        disconnect(database);
    if (!database->connection) {
        enum err err = database->in_snapshot ? ERR_UNAVAILABLE : connect_now(database, batch->kind);
        if (err)
            return err;
    }

    long deadline = clock_microseconds() + database->setup.timeout_ms * 1000L;
    database->round_trips++;
    metrics_count(database->setup.metrics, METRIC_ROUND_TRIPS, 1);
    enum err err = ERR_UNAVAILABLE;
    if (send_batch(batch))
        err = has_transaction(batch) ? take_transaction(batch, deadline)
                                     : take_results(batch, deadline);
    /* After a lost answer nobody knows where the conversation stands; after a server's own failure
     * it will soon be over. */
    if (err)
        forget_unprepared(batch);
    if (err == ERR_UNAVAILABLE)
        disconnect(database);
    return err;
}

/* A connection that broke since it was last used says nothing about the server now, and is tried
 * once more. Time that was over does, on either side. */
static enum err run(struct batch *batch, long started)
{
    struct database *database = batch->database;
    bool again = database->connection && !database->in_snapshot &&
                 (batch->kind == BATCH_READS || batch->kind == BATCH_REHEARSAL);
    enum err err = run_once(batch);
    if (err == ERR_UNAVAILABLE && again &&
        clock_microseconds() - started < statement_ms(database) * 1000L)
        err = run_once(batch);
    return err;
}

/* For what only reads: what is to be written is not refused unheard, and may wait for a standby
 * that is away while all can be read. */
static enum err run_unless_it_hangs(struct batch *batch)
{
    struct database *database = batch->database;
    struct breaker *breaker = batch->kind == BATCH_READS ? database->setup.breaker : NULL;
    long started = clock_microseconds(), patience = database->setup.timeout_ms * 1000L;
    if (!breaker_admits(breaker, started, patience)) {
        log_error("query skipped: database not responding");
        return ERR_UNAVAILABLE;
    }
    enum err err = run(batch, started);
    long now = clock_microseconds();
    breaker_tell(breaker, now, err == ERR_UNAVAILABLE && now - started >= patience);
    database->microseconds += now - started;
    return err;
}

void batch_ask_known(struct batch *batch,
                     bool (*is_known)(const unsigned char digest[BATCH_DIGEST_SIZE], void *context),
                     void *context)
{
    batch->known.is = is_known;
    batch->known.context = context;
    batch->known.after = batch->latest;
}

static bool is_known(const struct batch *batch, const struct question *from)
{
    unsigned char digest[BATCH_DIGEST_SIZE];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof digest);
    for (const struct question *question = from; question; question = question->next)
        rows_digest(&(struct rows){ .result = question->result }, &state);
    crypto_generichash_final(&state, digest, sizeof digest);
    return batch->known.is(digest, batch->known.context);
}

enum err batch_run(struct batch *batch)
{
    enum err err = run_unless_it_hangs(batch);
    if (err == ERR_UNAVAILABLE)
        metrics_count(batch->database->setup.metrics, METRIC_DATABASE_FAILURES, 1);
    if (err)
        return err;

    for (struct question *question = batch->first; question; question = question->next) {
        if (question->read)
            question->read(&(struct rows){ .result = question->result }, batch->arena,
                           question->into);
        if (batch->known.is && question == batch->known.after && is_known(batch, question->next))
            return ERR_KNOWN;
    }
    return OK;
}

static enum err command(struct database *database, const char *sql)
{
    long deadline = clock_microseconds() + database->setup.timeout_ms * 1000L;
    struct arena *arena = arena_new();
    struct batch *batch = batch_new(database, arena, BATCH_WRITES);
    database->round_trips++;
    bool sent = PQsendQueryParams(database->connection, sql, 0, NULL, NULL, NULL, NULL, 0) &&
                PQpipelineSync(database->connection);
    enum err err = sent ? take_results(batch, deadline) : ERR_UNAVAILABLE;
    if (err)
        disconnect(database);
    arena_free(arena);
    return err;
}

enum err database_begin_snapshot(struct database *database)
{
    /* A new connection: an old one may be broken. */
    disconnect(database);
    enum err err = connect_now(database, BATCH_READS);
    if (!err)
        err = command(database, "begin isolation level repeatable read read only");
    database->in_snapshot = !err;
    return err;
}

void database_end_snapshot(struct database *database)
{
    if (database->in_snapshot && database->connection)
        command(database, "commit");
    database->in_snapshot = false;
}
