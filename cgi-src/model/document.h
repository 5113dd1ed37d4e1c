/* Document: a stable thing with editions in up to four languages; see migrations/0001_documents.sql.
 *
 * A batch is about one document: document_ask chooses it, and what is asked behind it in the same batch (document_texts_ask, the functions of
 * model/cooperation.h …) is about the one chosen. All strings live in the arena of the batch.
 */
#ifndef MODEL_DOCUMENT_H
#define MODEL_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "db/database.h"

enum document_kind { DOCUMENT_HOME, DOCUMENT_OVERVIEW, DOCUMENT_TOPIC, DOCUMENT_PARTNER, DOCUMENT_PAGE, DOCUMENT_KINDS };

/* The kind as the database calls it, and back; DOCUMENT_KINDS for a name that is none. */
const char *document_kind_name(enum document_kind kind);
enum document_kind document_kind_from(const char *name);

/* One named text of an edition. */
struct text {
    const char *field, *value;
};

struct source {
    const char *url, *title, *publisher;
    const char *language; /* of the page behind the address, ISO 639-1 */
};

struct sources {
    struct source *items;
    size_t count;
};

struct document {
    bool found;
    const char *key;
    enum language language; /* of the edition shown: the one asked for, or else the original's, or else any */
    enum language original;
    const char *slug;              /* current, of the edition shown */
    const char *published;         /* YYYY-MM-DD, in Brussels */
    const char *slugs[LANGUAGES];  /* current slug of each published edition; NULL where there is none */
    struct text *texts;
    size_t text_count;
    struct sources sources;
};

/* Chooses the document of KIND that is or was at SLUG; the current address in LANGUAGE goes before old ones and those of other languages. A
 * kind of which there is one (home, overview) ignores SLUG. */
void document_ask(struct batch *batch, enum document_kind kind, enum language language, const char *slug, struct document *document);

/* Asks for all texts of the edition chosen, its other languages, and its sources. */
void document_texts_ask(struct batch *batch, struct document *document);

/* The text of a field; NULL when the edition has none. */
const char *document_text(const struct document *document, const char *field);

#endif
