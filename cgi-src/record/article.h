/* SPDX-License-Identifier: EUPL-1.2 */
/* Article: the common part of the pages that show a document. A page adds its kind, and statements
 * of its own. */
#ifndef RECORD_ARTICLE_H
#define RECORD_ARTICLE_H

#include "frame/document.h"
#include "frame/menu.h"
#include "record/names.h"
#include "web/exchange.h"

struct article {
    enum document_kind kind;
    struct batch *batch; /* to which a page adds statements of its own */
    struct document document;
    struct menu menu;
    const char *glossary; /* NULL for none in the visitor's language */
    struct names names;   /* read for JSON only */
    unsigned formats; /* of the page, beside HTML; a page removes those that its document does not
                         have */
};

/* Asks for the document of KIND at the path of the request, its texts, and the menu. */
void article_ask(struct exchange *exchange, enum document_kind kind, struct article *article);

/* Runs the batch. ERR_NOT_FOUND when there is no such document. */
enum err article_run(struct article *article);

/* Whether the document has moved from the address that was asked for; then the response redirects
 * to the present one. */
bool article_moved(struct exchange *exchange, const struct article *article);

/* Answers with the document in the template, or redirects. PAGE has what the page adds; ABOUT is
 * data for search engines on what it is about, NULL for none. */
enum err article_answer(struct exchange *exchange, const struct article *article,
                        const char *template_name, struct dictionary *page, cJSON *about);

/* Answers with the document as JSON, or redirects. STATUS is a member that no field of the record
 * has; NULL for none. */
enum err article_answer_record(struct exchange *exchange, const struct article *article,
                               const char *status);

#endif
