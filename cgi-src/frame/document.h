/* SPDX-License-Identifier: EUPL-1.2 */
/* Document: a stable thing with editions in up to four languages; see migrations/logic/editions/.
 *
 * All strings live in the arena of the batch that brought them.
 */
#ifndef FRAME_DOCUMENT_H
#define FRAME_DOCUMENT_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "db/database.h"
#include "frame/kind.h"

struct source {
    const char *url, *title, *publisher;
    const char *language; /* of the page behind the address, ISO 639-1 */
};

/* A document that belongs to another one: a link to another site, or a file of this one. */
struct attachment {
    int number;       /* of its anchor on the page */
    const char *url;  /* NULL for a file */
    const char *file; /* its SHA-256 in hexadecimal digits; NULL for one elsewhere */
    long size;        /* of the file, in bytes */
    const char *title, *language;
};

/* A document outside the menu, as the page of another one names it. */
struct named {
    const char *key;
    enum document_kind kind;
    enum language language; /* of the edition shown */
    const char *slug, *title, *short_title;
};

struct named_list {
    struct named *items;
    size_t count;
};

struct document {
    bool found;
    const char *key;
    enum language language; /* of the edition: the visitor's, or else the original's, or any */
    const char *slug;       /* current, of the edition shown */
    const char *published;  /* YYYY-MM-DD, in Brussels */
    const char *changed;    /* YYYY-MM-DDTHH:MM:SSZ */
    const char *title, *short_title, *summary;
    const char *nature, *body; /* NULL without one; the body is Markdown */
    const char
        *slugs[LANGUAGES]; /* current slug of each published edition; NULL where there is none */
    struct source *sources;
    size_t source_count;
    struct attachment *attachments;
    size_t attachment_count;
    struct named_list named_by; /* the obstacles and practices that belong to it */
    struct named_list links;    /* the documents outside the menu to which its body links */
    const cJSON *content;       /* the rest, as site.page_content makes it */
};

/* Asks for the document of KIND that is or was at SLUG, as a visitor of LANGUAGE sees it; an
 * address in that language goes before those in others. A kind with one document only (home,
 * overview) ignores SLUG. */
void document_ask(struct batch *batch, enum document_kind kind, enum language language,
                  const char *slug, struct document *document);

/* SQL: the id of the document of a kind that is or was at a slug, for a visitor of a language. */
#define DOCUMENT_AT_SLUG(KIND, LANGUAGE, SLUG)                                        \
    "(select a.document_id from address a where a.kind = " KIND " and a.slug = " SLUG \
    " order by (a.language = " LANGUAGE ") desc, a.document_id limit 1)"

/* The string at NAME of an object of the content; NULL when there is none. */
const char *content_string(const cJSON *object, const char *name);

/* The strings in a list of the content; *COUNT becomes their number. */
const char **content_strings(const cJSON *list, struct arena *arena, size_t *count);

/* OBJECT as a named document; NULL when it is NULL. */
const struct named *content_named(const cJSON *object, struct arena *arena);

/* The text of a further field ("instrument"); NULL when the edition has none. */
const char *document_text(const struct document *document, const char *field);

/* Whether the original says something in FIELD, or in a row of the group FIELD ("conclusion"), that
 * the edition, a translation, lacks. */
bool document_lacks(const struct document *document, const char *field);

/* The original language of the document. */
enum language document_original(const struct document *document);

#endif
