/* SPDX-License-Identifier: EUPL-1.2 */
/* Connection: what is said to libpq to connect, to wait and to tell errors apart. */
#include "db/connection.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"

void connection_log(const char *level, const char *message, const char *detail)
{
    char line[200]; /* the first line says it; the rest is context */
    size_t length = strcspn(detail, "\n");
    if (length >= sizeof line)
        length = sizeof line - 1;
    memcpy(line, detail, length);
    line[length] = '\0';
    struct log_field field = log_string("detail", line);
    log_line(level, message, &field, 1);
}

/* The server's notices are of no use to anyone here. */
static void ignore_notice(void *context, const PGresult *result)
{
    (void)context;
    (void)result;
}

/* connect_timeout is libpq's smallest, for each host of the connection string; the others notice a
 * peer that went silent. What the operator's own string says comes later and wins, but for the
 * hosts, which are the same ones with their addresses, and for ATTRIBUTES: what a server among
 * several must be; NULL for one host. */
static PGconn *connect_to(const char *conninfo, const struct resolver *resolver,
                          const char *options, const char *attributes)
{
    struct resolved found = { 0 };
    if (resolver && !resolver_read(resolver, &found)) {
        connection_log("error", "database: cannot connect", "its name has no address");
        return NULL;
    }
    const char *const settings[][2] = {
        { "connect_timeout", "2" },
        { "tcp_user_timeout", "3000" },
        { "keepalives_idle", "5" },
        { "application_name", "benelux-plus" },
        { "options", options },
        { "dbname", conninfo },
        { "target_session_attrs", attributes },
        { "host", found.hosts },
        { "hostaddr", found.addresses },
        { "port", found.ports },
    };
    enum { SETTINGS = sizeof settings / sizeof *settings };
    const char *names[SETTINGS + 1] = { NULL }, *values[SETTINGS + 1] = { NULL };
    for (size_t i = 0; i < SETTINGS; i++) {
        names[i] = settings[i][0];
        values[i] = settings[i][1]; /* NULL leaves what was said before */
    }
    PGconn *connection = PQconnectdbParams(names, values, 1);
    if (PQstatus(connection) != CONNECTION_OK || PQsetnonblocking(connection, 1) != 0 ||
        !PQenterPipelineMode(connection)) {
        connection_log("error", "database: cannot connect", PQerrorMessage(connection));
        PQfinish(connection);
        return NULL;
    }
    PQsetNoticeReceiver(connection, ignore_notice, NULL);
    return connection;
}

PGconn *connection_open(const char *conninfo, const struct resolver *resolver, int statement_ms,
                        bool reads_will_do, bool *only_reads)
{
    char options[64];
    snprintf(options, sizeof options, "-c statement_timeout=%d", statement_ms);
    bool several = strchr(conninfo, ',');
    PGconn *connection = connect_to(conninfo, resolver, options, several ? "primary" : NULL);
    *only_reads = !connection && several && reads_will_do;
    return *only_reads ? connect_to(conninfo, resolver, options, "any") : connection;
}

/* Sends what waits and reads what comes until a result is whole or the DEADLINE has passed. */
static bool wait_for_result(PGconn *connection, long deadline)
{
    int flushed = PQflush(connection);
    while (flushed == 1 || (flushed == 0 && PQisBusy(connection))) {
        long left = (deadline - clock_microseconds() + 999) / 1000; /* not to wake before it */
        struct pollfd socket = { .fd = PQsocket(connection),
                                 .events = (short)(POLLIN | (flushed ? POLLOUT : 0)) };
        int ready = left > 0 ? poll(&socket, 1, (int)left) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 ||
            ((socket.revents & (POLLIN | POLLHUP | POLLERR)) && !PQconsumeInput(connection)))
            return false;
        if (flushed)
            flushed = PQflush(connection);
    }
    return flushed == 0;
}

/* The NULL that libpq puts behind each statement is skipped. */
PGresult *connection_next(PGconn *connection, long deadline)
{
    for (int empty = 0; empty < 2; empty++) {
        if (!wait_for_result(connection, deadline))
            return NULL;
        PGresult *result = PQgetResult(connection);
        if (result)
            return result;
    }
    return NULL;
}

/* The class of an SQLSTATE says what kind of error it is (PostgreSQL manual, appendix A). */
enum err connection_error(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    static const struct {
        const char *prefix;
        enum err err;
    } classes[] = {
        { "08", ERR_UNAVAILABLE }, /* connection exception */
        { "53", ERR_UNAVAILABLE }, /* insufficient resources */
        { "57",
          ERR_UNAVAILABLE }, /* operator intervention: shutdown, cancelled by statement_timeout */
        { "58", ERR_UNAVAILABLE },    /* system error outside PostgreSQL */
        { "55P03", ERR_UNAVAILABLE }, /* lock not available in time */
        { "25006",
          ERR_UNAVAILABLE },    /* read-only transaction: a standby, or an operator wants it so */
        { "40", ERR_CONFLICT }, /* serialization failure, deadlock */
        { "23505", ERR_CONFLICT },  /* unique violation */
        { "23503", ERR_CONFLICT },  /* foreign key violation */
        { "23001", ERR_CONFLICT },  /* restrict violation: a published edition */
        { "22", ERR_INVALID },      /* data exception */
        { "23", ERR_INVALID },      /* other constraints */
        { "P0002", ERR_NOT_FOUND }, /* a function found nothing to do it to */
        { "42501", ERR_DENIED },    /* insufficient privilege */
    };
    for (size_t i = 0; state && i < sizeof classes / sizeof *classes; i++)
        if (strncmp(state, classes[i].prefix, strlen(classes[i].prefix)) == 0)
            return classes[i].err;
    return ERR_INTERNAL;
}
