/* SPDX-License-Identifier: EUPL-1.2 */
/* Reports of visitors at the desk, and what editors do with them; see
 * migrations/logic/kinds/report.sql.
 *
 * Strings live in the arena of the batch. */
#ifndef KINDS_REPORT_DESK_MODEL_H
#define KINDS_REPORT_DESK_MODEL_H

#include "db/database.h"

enum report_outcome {
    REPORT_NEW,      /* nobody has dealt with it */
    REPORT_HELD,     /* the same, and held back since it came in a flood */
    REPORT_TAKEN,    /* it became an obstacle */
    REPORT_MERGED,   /* it is about an obstacle that was known */
    REPORT_REJECTED, /* with a reason */
    REPORT_LAPSED,   /* nobody dealt with it for a year */
    REPORT_OUTCOMES
};

/* The name in addresses and in the database, and back; REPORT_OUTCOMES for an unknown name. */
const char *report_outcome_name(enum report_outcome outcome);
enum report_outcome report_outcome_from(const char *name);

/* A report as the list shows it. NULL for what has been deleted since. */
struct report_entry {
    const char *reference, *day; /* YYYY-MM-DD */
    enum language language;
    enum report_outcome outcome;
    const char *place, *beginning; /* of the description */
};

struct report_list {
    struct report_entry *items; /* those that wait first, the latest of them first */
    size_t count;
};

/* The reports of OUTCOME, or with REPORT_OUTCOMES all but those of REPORT_HELD; at most MAX after
 * the first SKIP. */
void report_list_ask(struct batch *batch, enum report_outcome outcome, int skip, int max,
                     struct report_list *list);

/* How many reports wait and how many of these for more than a fortnight, counted up to
 * REPORTS_COUNTED_MAX + 1, and since when the first one does. Reports that are held back do not
 * count. */
enum { REPORTS_COUNTED_MAX = 10000 };
struct report_counts {
    long waiting, long_waiting;
    const char *since; /* YYYY-MM-DD; NULL for none */
    long held;         /* reports that are held back */
    long dropped;      /* held reports that were deleted unread in the last thirty days */
};
void report_counts_ask(struct batch *batch, struct report_counts *length);

/* A report. NULL for what has been deleted since, or was never given. */
struct report {
    bool found;
    const char *reference, *day; /* YYYY-MM-DD */
    enum language language;
    enum report_outcome outcome;
    const char *obstacle, *place, *affected, *cause, *email;
    const char *key, *title; /* of the obstacle that it became or was merged with */
    const char *reason, *handled_by, *handled; /* when: YYYY-MM-DD */
    bool reopens;                              /* the decision can be undone */
};
void report_ask(struct batch *batch, const char *reference, struct report *report);

/* The obstacles with which a report may be merged, the latest first. */
struct report_obstacles {
    struct {
        const char *key, *title;
    } * items;
    size_t count;
};
void report_obstacles_ask(struct batch *batch, int max, struct report_obstacles *obstacles);

/* Who decides on which report. */
struct report_change {
    const char *account, *address, *reference;
};

/* HANDLED: somebody else was first. UNKNOWN: no obstacle has that key. The batch ends with
 * ERR_NOT_FOUND when there is no such report. */
enum decision_result { RESULT_DONE, RESULT_HANDLED, RESULT_UNKNOWN };

/* The obstacle that a report becomes. RESULT and KEY, that of its draft, are the answer. */
struct report_taking {
    const char *field, *border, *original, *title;
    const char *reason; /* of the first step of the obstacle, in the language ORIGINAL */
    enum decision_result result;
    const char *key;
};
void report_take_ask(struct batch *batch, const struct report_change *change,
                     struct report_taking *taking);
void report_merge_ask(struct batch *batch, const struct report_change *change, const char *key,
                      enum decision_result *result);
void report_reject_ask(struct batch *batch, const struct report_change *change, const char *reason,
                       enum decision_result *result);
void report_reopen_ask(struct batch *batch, const struct report_change *change,
                       enum decision_result *result);

#endif
