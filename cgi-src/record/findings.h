/* SPDX-License-Identifier: EUPL-1.2 */
/* Findings: what needs the attention of editors; see site.findings in
 * migrations/logic/desk/findings.sql.
 *
 * Strings live in the arena of the batch.
 */
#ifndef RECORD_FINDINGS_H
#define RECORD_FINDINGS_H

#include "frame/document.h"

enum finding_kind {
    FINDING_FAILED,      /* a draft that could not be published at its time */
    FINDING_CONCLUSIONS, /* a meeting that is over, without conclusions */
    FINDING_PLANNED,     /* a meeting that is over and still said to be planned */
    FINDING_MISSING,     /* a language that a public document lacks */
    FINDING_OUTDATED, /* a translation whose original has changed since, or that lacks a text of it
                       */
    FINDING_GAP,      /* days between two terms of a forum */
    FINDING_VACANT,   /* a forum over which nobody presides today */
    FINDING_LINK,     /* a link of a public text that leads nowhere */
    FINDING_DRAFT,    /* a draft that has not changed for long */
    FINDING_KINDS
};

/* The two parts of FINDING_FAILED's detail: the minute, YYYY-MM-DD HH:MM, and the reason:
 * "address", "texts", or the message of the database. */
enum { FINDING_MINUTE_LENGTH = 16 };

/* The name of a kind in the database. */
const char *finding_kind_name(enum finding_kind kind);

struct finding {
    enum finding_kind kind;
    enum document_kind document;
    const char *key, *title;    /* of the document; the title is in the ORIGINAL language */
    const char *starts, *forum; /* what tells documents of one title apart: the day, and the forum
                                   of a meeting; NULL for none */
    enum language original;
    enum language language; /* of the text that needs attention; LANGUAGES when it is no text */
    const char *detail;     /* a minute and a reason, a day, days FIRST/LAST (".." for an open end),
                               fields or a key, by kind; NULL for none */
};

/* Counting ends here: a total of one more means "more than this". */
enum { FINDINGS_COUNTED_MAX = 10000 };

struct findings {
    struct finding *items; /* by kind */
    size_t count;
    long totals[FINDING_KINDS]; /* the number of findings, shown or not */
};

/* At most MAX findings of each kind. */
void findings_ask(struct batch *batch, int max, struct findings *findings);

#endif
