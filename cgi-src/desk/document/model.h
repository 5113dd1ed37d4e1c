/* SPDX-License-Identifier: EUPL-1.2 */
/* Managed document: a document as the desk keeps it: its languages, what refers to it, and the
 * links to its previews; see migrations/logic/editions/archive.sql. */
#ifndef DESK_DOCUMENT_MODEL_H
#define DESK_DOCUMENT_MODEL_H

#include "frame/document.h"

/* The texts in one language. Times are YYYY-MM-DD HH:MM, in Brussels. */
struct managed_text {
    const char *slug, *published_at; /* of the public text; NULL without one */
    const char *draft_at,
        *draft_author; /* of the draft; NULL without one, the author also NULL for an import */
    const char *scheduled_at; /* when the draft will be published; NULL for no time */
    bool outdated;            /* the original has changed since */
    bool was_public;          /* a text was public, and is no more */
};

/* A document that refers to this one: its public text links to this one, a conclusion of it was
 * taken up by this one, it is an obstacle or a practice that belongs to this one, or a meeting of
 * this forum. */
enum use_reason { USE_LINK, USE_TAKEN_UP, USE_RELATION, USE_MEETING, USE_REASONS };

struct use {
    enum use_reason reason;
    const char *key, *title;
    const char *starts, *forum; /* they tell it from others; NULL for none */
    enum language language;     /* of the title */
    const char
        *detail; /* the languages of the texts, the numbers of the conclusions; NULL for none */
};

/* A link to a preview that has not expired. */
struct managed_preview {
    const char *id, *account, *until;
    enum language language;
};

struct managed_document {
    bool found;
    const char *key, *title;
    enum document_kind kind;
    enum language original;
    const char *archived_at; /* YYYY-MM-DD; NULL: not in the archive */
    struct managed_text texts[LANGUAGES];
    struct use *uses; /* the first ones */
    size_t use_count;
    long use_total;
    struct managed_preview *previews;
    size_t preview_count;
};

/* Fetches at most USES_MAX of the documents that refer to it. */
void managed_document_ask(struct batch *batch, const char *key, int uses_most,
                          struct managed_document *document);

/* Who changes which document, and from which address. */
struct managed_change {
    const char *account, *address, *key;
};

/* Why a draft could not be published or scheduled; one for each language. */
enum publication {
    PUBLICATION_DONE,
    PUBLICATION_NO_DRAFT,
    PUBLICATION_NO_TEXTS,
    PUBLICATION_TAKEN
};

struct publications {
    enum publication results[LANGUAGES];
    bool failed; /* one of them could not be, so none was */
};

/* Publishes the drafts of the LANGUAGES that are set, all of them or none. */
void managed_publish_ask(struct batch *batch, const struct managed_change *change,
                         const bool languages[static LANGUAGES], struct publications *publications);

/* Schedules the drafts of LANGUAGES to be published AT, a timestamp, or with NULL cancels that. All
 * of them or none. */
void managed_schedule_ask(struct batch *batch, const struct managed_change *change,
                          const bool languages[static LANGUAGES], const char *at,
                          struct publications *publications);

/* Withdraws all public texts and puts the drafts aside. ERR_INVALID at the run: the site needs this
 * document. */
void managed_archive_ask(struct batch *batch, const struct managed_change *change);

/* Marks all outdated translations as still correct, but for those that have a draft; LEFT becomes
 * whether there are such. */
void managed_align_ask(struct batch *batch, const struct managed_change *change, bool *left);

void managed_unarchive_ask(struct batch *batch, const struct managed_change *change);

/* Ends the link to a preview. */
void managed_end_preview_ask(struct batch *batch, const struct managed_change *change,
                             const char *id);

#endif
