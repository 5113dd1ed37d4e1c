/* Report: what a visitor tells of a cross-border obstacle; see migrations/0013_reports.sql.
 *
 * Strings live in the arena of the batch.
 */
#ifndef MODEL_REPORT_H
#define MODEL_REPORT_H

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

/* What the form carries: when it was made, and proof that it was made here. */
void report_stamp_ask(struct batch *batch, const char **stamp);

/* What was sent; CAUSE and EMAIL may be NULL. */
struct report_sent {
    enum language language;
    const char *stamp, *address; /* of the form, and of the client */
    const char *obstacle, *place, *affected, *cause, *email;
    bool trapped; /* something was in the field that people do not see */
};

enum report_result {
    REPORT_KEPT,     /* or known already; or thrown away, when it was trapped */
    REPORT_TOO_SOON, /* after the form was made */
    REPORT_EXPIRED,  /* the stamp is too old, or none of ours */
    REPORT_TOO_MANY, /* from this network, or in all */
};

struct report_answer {
    enum report_result result;
    const char *reference; /* of what was kept */
    long wait;             /* seconds until there may be another, where there were too many */
};

/* BATCH is one of BATCH_SENDING. */
void report_send_ask(struct batch *batch, const struct report_sent *sent, struct report_answer *answer);

#endif
