/* SPDX-License-Identifier: EUPL-1.2 */
/* Report: what a visitor tells of a cross-border obstacle; see migrations/logic/kinds/report.sql.
 *
 * Strings live in the arena of the batch.
 */
#ifndef KINDS_REPORT_MODEL_H
#define KINDS_REPORT_MODEL_H

#include "db/database.h"

/* The most characters of each, as the database has them. */
enum {
    REPORT_OBSTACLE_MOST = 4000,
    REPORT_PLACE_MOST = 300,
    REPORT_AFFECTED_MOST = 1000,
    REPORT_CAUSE_MOST = 1000,
    REPORT_EMAIL_MOST = 254
};

/* Characters and hyphen of a reference: ABCD-2345. */
enum { REPORT_REFERENCE_LENGTH = 9 };

/* Whether TEXT looks like a reference; in lower case where LOWER says so, as addresses have it. */
bool report_is_reference(const char *text, bool lower);

/* A reference like those of reports, for one that is thrown away. */
const char *report_reference_of_none(struct arena *arena);

/* What the form carries: when it was made, and proof that it was made here. */
void report_stamp_ask(struct batch *batch, const char **stamp);

/* What was sent; CAUSE and EMAIL may be NULL. */
struct report_sent {
    enum language language;
    const char *stamp, *address; /* of the form, and of the client */
    const char *obstacle, *place, *affected, *cause, *email;
};

enum report_result {
    REPORT_KEPT,     /* or known already */
    REPORT_TOO_SOON, /* after the form was made */
    REPORT_EXPIRED,  /* the stamp is too old, or none of ours */
    REPORT_TOO_MANY, /* from this subscriber; see site.own_network */
};

struct report_answer {
    enum report_result result;
    const char *reference; /* of what was kept */
    long wait;             /* seconds until there may be another, where there were too many */
};

/* BATCH is one of BATCH_SENDING. */
void report_send_ask(struct batch *batch, const struct report_sent *sent,
                     struct report_answer *answer);

#endif
