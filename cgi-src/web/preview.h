/* SPDX-License-Identifier: EUPL-1.2 */
/* Preview: a draft as visitors will see it, at a link that works for a week; see
 * migrations/logic/editions/archive.sql. */
#ifndef WEB_PREVIEW_H
#define WEB_PREVIEW_H

#include "frame/document.h"

/* The texts that every public edition has and a draft may lack. */
enum { LACKS_TITLE = 1, LACKS_SHORT = 2, LACKS_SUMMARY = 4 };

struct preview {
    bool found, expired;
    const char *document_id, *key;
    enum document_kind kind;
    enum language language;
    const char *slug;                   /* of the draft; NULL: it is gone */
    const char *public_slug;            /* of the public text in this language; NULL for none */
    unsigned lacks;                     /* the set of LACKS_… */
    const char *until_day, *until_time; /* YYYY-MM-DD and HH:MM, in Brussels */
};

/* TOKEN_HASH is the SHA-256 of the token in the link, in hexadecimal digits. */
void preview_ask(struct batch *batch, const char *token_hash, struct preview *preview);

/* For a BATCH_REHEARSAL: publishes the draft; statements asked after it read the tables of the
 * visitor. When run, ERR_CONFLICT: another document is public at its address; ERR_INVALID: the
 * draft lacks something; ERR_NOT_FOUND: there is none. */
void preview_rehearse_ask(struct batch *batch, const char *document_id, enum language language);

/* Makes a link. ERR_NOT_FOUND when run: there is no such document. */
void preview_open_ask(struct batch *batch, const char *account, const char *address,
                      const char *key, enum language language, const char *token_hash);

#endif
