/* SPDX-License-Identifier: EUPL-1.2 */
/* Findings: what editors should see to without being asked; see site.findings in
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
    FINDING_PLANNED,     /* a meeting that is over, of which it is said that it is to come */
    FINDING_MISSING,     /* a language that a public document lacks */
    FINDING_OUTDATED, /* a translation whose original has changed since, or that lacks a text of it
                       */
    FINDING_GAP,      /* days between two terms of a forum */
    FINDING_VACANT,   /* a forum over which nobody presides today */
    FINDING_LINK,     /* a link of a public text that leads nowhere */
    FINDING_DRAFT,    /* a draft that was left */
    FINDING_KINDS
};

/* The detail of FINDING_FAILED in two: the minute, YYYY-MM-DD HH:MM, and the reason: "address",
 * "texts", or what the database said.
 */
enum { FINDING_MINUTE_LENGTH = 16 };

/* What the database calls a kind. */
const char *finding_kind_name(enum finding_kind kind);

struct finding {
    enum finding_kind kind;
    enum document_kind document;
    const char *key, *title; /* of the document; the title is in the ORIGINAL language */
    const char *starts,
        *forum; /* what tells it apart: its day, and of a meeting its forum; NULL for none */
    enum language original;
    enum language language; /* of the text to see to; LANGUAGES where it is none of a language */
    const char *detail;     /* a minute and a reason, a day, days FIRST/LAST (".." for an open end),
                               fields or a key, by kind; NULL     for nothing */
};

/* One more than this stands for more than this. */
enum { FINDINGS_COUNTED_MOST = 10000 };

struct findings {
    struct finding *items; /* by kind */
    size_t count;
    long totals[FINDING_KINDS]; /* how many there are, shown or not */
};

/* At most MOST findings of each kind. */
void findings_ask(struct batch *batch, int most, struct findings *findings);

#endif
