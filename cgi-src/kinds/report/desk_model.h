/* SPDX-License-Identifier: EUPL-1.2 */
/* Reports of visitors at the desk, and what editors make of them; see
 * migrations/logic/kinds/report.sql.
 *
 * Strings live in the arena of the batch.
 */
#ifndef KINDS_REPORT_DESK_MODEL_H
#define KINDS_REPORT_DESK_MODEL_H

#include "db/database.h"

enum report_outcome {
    REPORT_NEW,      /* nobody has dealt with it */
    REPORT_HELD,     /* nor with this: it came in a flood */
    REPORT_TAKEN,    /* it became an obstacle */
    REPORT_MERGED,   /* it tells of an obstacle that was known */
    REPORT_REJECTED, /* with a reason */
    REPORT_LAPSED,   /* nobody dealt with it for a year */
    REPORT_OUTCOMES
};

/* The name as it stands in addresses and in the database, and back; REPORT_OUTCOMES for a name that
 * is none. */
const char *report_outcome_name(enum report_outcome outcome);
enum report_outcome report_outcome_from(const char *name);

/* A report as the list shows it. What was swept is NULL. */
struct report_entry {
    const char *reference, *day; /* YYYY-MM-DD */
    enum language language;
    enum report_outcome outcome;
    const char *place, *beginning; /* of what hinders */
};

struct report_list {
    struct report_entry *items; /* those that wait first, the latest of them first */
    size_t count;
};

/* Those of OUTCOME, or with REPORT_OUTCOMES all but REPORT_HELD; at most MOST after SKIP. */
void report_list_ask(struct batch *batch, enum report_outcome outcome, int skip, int most,
                     struct report_list *list);

/* How many wait, at most one more than REPORTS_COUNTED_MOST; for how many it is longer than a
 * fortnight, and since when the first. Those that are held back are not among them. */
enum { REPORTS_COUNTED_MOST = 10000 };
struct report_counts {
    long waiting, long_waiting;
    const char *since; /* YYYY-MM-DD; NULL for none */
    long held;         /* how many are held back */
    long dropped;      /* and are gone of these in thirty days, without anybody having read them */
};
void report_counts_ask(struct batch *batch, struct report_counts *length);

/* A report. What was swept, or never said, is NULL. */
struct report {
    bool found;
    const char *reference, *day; /* YYYY-MM-DD */
    enum language language;
    enum report_outcome outcome;
    const char *obstacle, *place, *affected, *cause, *email;
    const char *key, *title;                   /* of the obstacle that it became or is put with */
    const char *reason, *handled_by, *handled; /* when: YYYY-MM-DD */
    bool reopens;                              /* what was made of it can be made undone */
};
void report_ask(struct batch *batch, const char *reference, struct report *report);

/* The obstacles with which a report may be put, the latest first. */
struct report_obstacles {
    struct {
        const char *key, *title;
    } * items;
    size_t count;
};
void report_obstacles_ask(struct batch *batch, int most, struct report_obstacles *obstacles);

/* Who deals with which report. */
struct report_change {
    const char *account, *address, *reference;
};

/* What came of it. HANDLED: somebody else was first. UNKNOWN: there is no obstacle of that key. The
 * batch ends with ERR_NOT_FOUND for a report that is not there. */
enum decision_result { RESULT_DONE, RESULT_HANDLED, RESULT_UNKNOWN };

/* What a report becomes, and the key of its draft. */
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
