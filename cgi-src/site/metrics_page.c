/* SPDX-License-Identifier: EUPL-1.2 */
/* Metrics: /metrics, what the program counts, and what operators want to know from the database. */
#include <ctype.h>

#include "base/version.h"
#include "kinds/report/desk_model.h"
#include "record/findings.h"
#include "web/exchange.h"

STATEMENT(metrics_database, "select 1");
STATEMENT(metrics_backup,
          "select coalesce(extract(epoch from last_at)::bigint, 0) from site.backup");

/* The desk alone asks this: whether editors keep up. */
struct upkeep {
    struct findings findings;
    struct report_counts reports;
    long last_backup; /* seconds since 1970; 0 without one */
};

static void read_backup(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(long *)into = rows_count(rows) ? rows_number(rows, 0, 0) : 0;
}

/* The total of a kind comes with its first finding. */
enum { FINDINGS_ASKED = 1 };

static const char *label_of(enum route_id id, struct arena *arena)
{
    char *label = arena_copy(arena, route_name(id));
    for (char *letter = label; *letter; letter++)
        *letter = (char)tolower((unsigned char)*letter);
    return label;
}

static void write_version(struct arena *arena, struct buffer *output)
{
    static const char name[] = "benelux_plus_build_info";
    metrics_gauge(output, name, "The version of the program.");
    metrics_sample(output, name, arena_print(arena, "version=\"%s\"", version), 1);
}

static void write_counted(struct exchange *exchange, struct buffer *output)
{
    const char *names[COUNTED_ROWS];
    for (enum route_id id = 0; id < ROUTES; id++)
        names[id] = label_of(id, exchange->arena);
    names[ROUTES] = "none";
    metrics_write(exchange->app->metrics, names, output);
}

static void write_database(bool up, struct buffer *output)
{
    static const char name[] = "benelux_plus_database_up";
    metrics_gauge(output, name, "Whether the database answered just now.");
    metrics_sample(output, name, NULL, up);
}

static void write_upkeep(const struct upkeep *upkeep, struct arena *arena, struct buffer *output)
{
    static const char debt[] = "benelux_plus_content_debt",
                      waiting[] = "benelux_plus_reports_waiting",
                      overdue[] = "benelux_plus_reports_overdue",
                      held[] = "benelux_plus_reports_held",
                      backup[] = "benelux_plus_last_backup_timestamp_seconds";
    metrics_gauge(output, debt,
                  "What needs the attention of editors, as \"benelux-plus check\" lists it; at "
                  "most 10001 of a kind.");
    for (enum finding_kind kind = 0; kind < FINDING_KINDS; kind++)
        metrics_sample(output, debt, arena_print(arena, "kind=\"%s\"", finding_kind_name(kind)),
                       upkeep->findings.totals[kind]);
    metrics_gauge(output, waiting,
                  "Reports of visitors that nobody has dealt with; at most 10001.");
    metrics_sample(output, waiting, NULL, upkeep->reports.waiting);
    metrics_gauge(output, overdue, "Reports that have waited for more than a fortnight.");
    metrics_sample(output, overdue, NULL, upkeep->reports.long_waiting);
    metrics_gauge(
        output, held,
        "Reports that came in a flood and are held back, not counted above; at most 2000.");
    metrics_sample(output, held, NULL, upkeep->reports.held);
    metrics_gauge(output, backup,
                  "When the last backup that could be restored was taken; 0 for never.");
    metrics_sample(output, backup, NULL, upkeep->last_backup);
}

/* Answers even while the database is away: that is what operators want to read here. */
enum err metrics_page(struct exchange *exchange)
{
    struct upkeep upkeep = { 0 };
    struct batch *batch = exchange_reads(exchange);
    BATCH_ASK(batch, &metrics_database, NULL, NULL);
    if (exchange->app->desk) {
        findings_ask(batch, FINDINGS_ASKED, &upkeep.findings);
        report_counts_ask(batch, &upkeep.reports);
        BATCH_ASK(batch, &metrics_backup, read_backup, &upkeep.last_backup);
    }
    enum err err = batch_run(batch);

    struct buffer *output = &exchange->response.body;
    exchange->response.content_type = METRICS_TYPE;
    write_version(exchange->arena, output);
    write_counted(exchange, output);
    write_database(err != ERR_UNAVAILABLE, output);
    if (exchange->app->desk && !err)
        write_upkeep(&upkeep, exchange->arena, output);
    return OK;
}
