/* SPDX-License-Identifier: EUPL-1.2 */
/* Database: one connection to PostgreSQL, and batches of statements that take one round trip.
 *
 * A page asks its questions in a batch and runs it once. The statements go to the server together
 * (libpq's pipeline mode) in one implicit transaction; under the visitor's role, whose default
 * isolation is repeatable read, a page therefore also sees one snapshot of the site.
 *
 * The connection is made at the first use and again after it broke. Every wait has a deadline on
 * this side, so that a hung server is ERR_UNAVAILABLE too; while it hangs, what only reads is so at
 * once (db/breaker.h). This folder is the only one that includes libpq.
 */
#ifndef DB_DATABASE_H
#define DB_DATABASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/language.h"
#include "base/metrics.h"
#include "db/breaker.h"
#include "db/resolver.h"
#include "db/rows.h"
#include "db/statement.h"

struct database;

/* How a database is reached, and what goes with it; what is left out is NULL. All of it lives as
 * long as the database does. */
struct database_setup {
    const char *conninfo; /* a libpq connection string, which may name several hosts */
    int timeout_ms; /* bounds each wait for an answer; the server ends a statement shortly before */
    /* Of several hosts, one that follows the primary (a standby) will do for what only reads, while
     * there is no primary. Whoever is connected to it stays there until that ends or something is
     * to be written. */
    bool reads_anywhere;
    const struct resolver
        *resolver; /* has the addresses of the hosts; NULL: libpq asks for them when it connects */
    struct breaker *breaker; /* keeps from waiting for a server that hangs */
    struct metrics *metrics; /* counts round trips and failures too */
    void (*connected)(
        void *context); /* called after each new connection, before anything is asked */
    void *context;
};

/* Nothing is connected yet. */
struct database *database_new(const struct database_setup *setup);
void database_free(struct database *database);

/* Since the program started, for tests and the log. The time is that from a question to its last
 * answer. */
unsigned long database_round_trips(const struct database *database);
long database_microseconds(const struct database *database);

struct batch;

enum batch_kind {
    BATCH_READS,  /* run once more after a reconnect, when the connection turns out to be broken */
    BATCH_WRITES, /* never run twice */
    BATCH_REHEARSAL, /* may write, and nothing of it stays: a transaction that is always rolled
                        back; run once more like reads */
    BATCH_SENDING, /* never run twice; writes under a role whose transactions only read unless told
                      otherwise: the visitor's */
};

struct batch *batch_new(struct database *database, struct arena *arena, enum batch_kind kind);

/* Adds a statement to the batch. PARAMETERS are its $1, $2 … as text (NULL is SQL's null), copied
 * by reference: they must live until the batch has run. When it has, READ is called with the rows
 * and INTO; it may be NULL for a statement without rows. */
void batch_ask(struct batch *batch, const struct statement *statement, size_t count,
               const char *const *parameters,
               void (*read)(const struct rows *rows, struct arena *arena, void *into), void *into);

/* Gives the statement that was asked last one more parameter: bytes as they are (bytea), by
 * reference too. */
void batch_add_bytes(struct batch *batch, const char *bytes, size_t length);

/* A number as a parameter. */
const char *batch_number(struct batch *batch, long number);

/* The usual way to call it: the parameters are written out. */
#define BATCH_ASK(batch, statement, read, into, ...)                                     \
    batch_ask(batch, statement,                                                          \
              sizeof((const char *const[]){ NULL, ##__VA_ARGS__ }) / sizeof(char *) - 1, \
              (const char *const[]){ NULL, ##__VA_ARGS__ } + 1, read, into)

enum { BATCH_DIGEST_SIZE = 32 };

/* Spares the work on rows that were read before. When the batch has run and the readers of what was
 * asked so far have been called, calls IS_KNOWN with a digest of all rows of what is asked from
 * here on (BLAKE2b, RFC 7693); when that is true, their readers are not called, and batch_run
 * returns ERR_KNOWN. Once a batch. */
void batch_ask_known(struct batch *batch,
                     bool (*is_known)(const unsigned char digest[BATCH_DIGEST_SIZE], void *context),
                     void *context);

/* Runs all of it in one round trip and calls the readers in the order asked. On any error none is
 * called, and nothing was written. ERR_UNAVAILABLE: no connection, no answer in time, or the server
 * is shutting down, out of resources, or takes no writes. ERR_CONFLICT: a uniqueness or foreign-key
 * rule. ERR_INVALID: another constraint or a malformed value. ERR_NOT_FOUND: a function had nothing
 * to do it to. ERR_DENIED: the role may not. ERR_KNOWN: see batch_ask_known. ERR_INTERNAL: the
 * rest. */
enum err batch_run(struct batch *batch);

/* From here to database_end_snapshot all batches of DATABASE see it as it is now, and can only
 * read. A connection that breaks meanwhile is not made again, since a new one would see something
 * else: all further batches are ERR_UNAVAILABLE. Errors as those of batch_run. */
enum err database_begin_snapshot(struct database *database);
void database_end_snapshot(struct database *database);

#endif
