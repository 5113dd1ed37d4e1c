/* SPDX-License-Identifier: EUPL-1.2 */
/* Managed document: a document as the desk keeps it: its languages, what refers to it, and the
 * links to its previews; see migrations/logic/editions/archive.sql. */
#ifndef DESK_DOCUMENT_MODEL_H
#define DESK_DOCUMENT_MODEL_H

#include "frame/document.h"

/* What there is in one language. Times are YYYY-MM-DD HH:MM, in Brussels. */
struct managed_text {
    const char *slug, *published_at; /* of what is public; NULL for nothing */
    const char *draft_at,
        *draft_author; /* of the draft; NULL for none, the author NULL for what was imported */
    const char *scheduled_at; /* when the draft becomes public by itself; NULL for never */
    bool outdated;            /* the original has changed since */
    bool was_public;          /* something was, and is no more */
};

/* A document that refers to this one: a public text links to it, a conclusion was taken up by it,
 * an obstacle or a practice belongs to it, or it is its forum. */
enum use_reason { USE_LINK, USE_TAKEN_UP, USE_RELATION, USE_MEETING, USE_REASONS };

struct use {
    enum use_reason reason;
    const char *key, *title;
    const char *starts, *forum; /* what tells it apart; NULL for none */
    enum language language;     /* of the title */
    const char
        *detail; /* the languages of the texts, the numbers of the conclusions; NULL for none */
};

/* A link that works. */
struct managed_preview {
    const char *id, *account, *until;
    enum language language;
};

struct managed_document {
    bool found;
    const char *key, *title;
    enum document_kind kind;
    enum language original;
    const char *archived_at; /* YYYY-MM-DD; NULL: it is not in the archive */
    struct managed_text texts[LANGUAGES];
    struct use *uses; /* the first of them */
    size_t use_count;
    long use_total;
    struct managed_preview *previews;
    size_t preview_count;
};

/* USES_MOST bounds what is fetched of the documents that refer to it. */
void managed_document_ask(struct batch *batch, const char *key, int uses_most,
                          struct managed_document *document);

/* Who does it, from where, to which document. */
struct managed_change {
    const char *account, *address, *key;
};

/* Why a text could not be published or given a time; one for each language. */
enum publication {
    PUBLICATION_DONE,
    PUBLICATION_NO_DRAFT,
    PUBLICATION_NO_TEXTS,
    PUBLICATION_TAKEN
};

struct publications {
    enum publication results[LANGUAGES];
    bool failed; /* one could not, so none was */
};

/* Publishes the drafts of the LANGUAGES that are set, all of them or none. */
void managed_publish_ask(struct batch *batch, const struct managed_change *change,
                         const bool languages[static LANGUAGES], struct publications *publications);

/* Has the drafts of LANGUAGES become public by themselves AT, a timestamp; NULL: not by themselves.
 * All of them or none. */
void managed_schedule_ask(struct batch *batch, const struct managed_change *change,
                          const bool languages[static LANGUAGES], const char *at,
                          struct publications *publications);

/* Takes all that is public away and puts the drafts aside. ERR_INVALID at the run: the site needs
 * this document. */
void managed_archive_ask(struct batch *batch, const struct managed_change *change);
/* All outdated translations are still correct; LEFT: but for some that have a draft. */
void managed_align_ask(struct batch *batch, const struct managed_change *change, bool *left);

void managed_unarchive_ask(struct batch *batch, const struct managed_change *change);

/* Ends the link to a preview. */
void managed_end_preview_ask(struct batch *batch, const struct managed_change *change,
                             const char *id);

#endif
