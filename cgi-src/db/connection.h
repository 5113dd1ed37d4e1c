/* SPDX-License-Identifier: EUPL-1.2 */
/* Connection: what is said to libpq to connect, to wait and to tell errors apart. Within this
 * folder. */
#ifndef DB_CONNECTION_H
#define DB_CONNECTION_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "base/err.h"
#include "db/resolver.h"

/* Connects by CONNINFO, with the addresses that RESOLVER has (NULL: libpq asks for them); the
 * server ends a statement that takes longer than STATEMENT_MS. Of several hosts it is the primary;
 * if READS_WILL_DO and there is none, any, and *ONLY_READS tells. The connection is in pipeline
 * mode and does not block. NULL, and a line in the log, when there is none. */
PGconn *connection_open(const char *conninfo, const struct resolver *resolver, int statement_ms,
                        bool reads_will_do, bool *only_reads);

/* The next result of the pipeline; NULL when the connection broke or DEADLINE has passed, by
 * clock_microseconds. */
PGresult *connection_next(PGconn *connection, long deadline);

/* What an error of the server means to who asked. */
enum err connection_error(const PGresult *result);

/* A line in the log, with the first line of DETAIL. */
void connection_log(const char *level, const char *message, const char *detail);

#endif
