/* SPDX-License-Identifier: EUPL-1.2 */
/* Report: what a visitor tells of a cross-border obstacle; see migrations/logic/kinds/report.sql.
 *
 * Strings live in the arena of the batch.
 */
#ifndef KINDS_REPORT_MODEL_H
#define KINDS_REPORT_MODEL_H

#include "db/database.h"

/* The maximum length of each field in characters, the same as in the database. */
enum {
    REPORT_OBSTACLE_MAX = 4000,
    REPORT_PLACE_MAX = 300,
    REPORT_AFFECTED_MAX = 1000,
    REPORT_CAUSE_MAX = 1000,
    REPORT_EMAIL_MAX = 254
};

/* Characters and hyphen of a reference: ABCD-2345. */
enum { REPORT_REFERENCE_LENGTH = 9 };

/* Whether TEXT looks like a reference; in lower case where LOWER says so, as addresses have it. */
bool report_is_reference(const char *text, bool lower);

/* A reference like those of reports, for one that is thrown away. */
const char *report_reference_of_none(struct arena *arena);

/* The stamp of a form: when it was made, and proof that this site made it. */
void report_stamp_ask(struct batch *batch, const char **stamp);

/* A report as it was sent; CAUSE and EMAIL may be NULL. */
struct report_sent {
    enum language language;
    const char *stamp, *address; /* the stamp of the form, the address of the client */
    const char *obstacle, *place, *affected, *cause, *email;
};

enum report_result {
    REPORT_KEPT,     /* or known already */
    REPORT_TOO_SOON, /* after the form was made */
    REPORT_EXPIRED,  /* the stamp is too old, or is not this site's */
    REPORT_TOO_MANY, /* from this network; see site.own_network */
};

struct report_answer {
    enum report_result result;
    const char *reference; /* of what was kept */
    long wait;             /* seconds until another one is allowed, with REPORT_TOO_MANY */
};

/* BATCH is one of BATCH_SENDING. */
void report_send_ask(struct batch *batch, const struct report_sent *sent,
                     struct report_answer *answer);

#endif
